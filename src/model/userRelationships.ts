import { RelationshipClass } from '@jupiterone/integration-sdk-core';
import { ACCOUNT } from './accounts';
import { APPLICATION } from './applications';
import { AUTHORIZATION, OAUTH_CLIENT, SSH_KEY } from './credentials';
import { declareRelationship } from './declare';
import { RELEASE } from './deployments';
import { PIPELINE } from './pipelines';
import { number } from './properties';
import { TEAM } from './teams';
import { USER } from './users';

export const USER_HAS_AUTHORIZATION = declareRelationship({
  from: USER,
  verb: RelationshipClass.HAS,
  to: AUTHORIZATION,
  description: 'The authorization can act for the user.',
});

export const USER_HAS_SSH_KEY = declareRelationship({
  from: USER,
  verb: RelationshipClass.HAS,
  to: SSH_KEY,
  description: 'The user signs in to git with the key.',
});

export const USER_OWNS_PIPELINE = declareRelationship({
  from: USER,
  verb: RelationshipClass.OWNS,
  to: PIPELINE,
  description: 'The pipeline belongs to the user.',
});

export const USER_OWNS_APPLICATION = declareRelationship({
  from: USER,
  verb: RelationshipClass.OWNS,
  to: APPLICATION,
  description: 'The app is a personal one of the user.',
});

export const USER_MANAGES_ACCOUNT = declareRelationship({
  from: USER,
  verb: RelationshipClass.MANAGES,
  to: ACCOUNT,
  description:
    'The user has the permission `manage` in the enterprise account.',
});

export const USER_MANAGES_TEAM = declareRelationship({
  from: USER,
  verb: RelationshipClass.MANAGES,
  to: TEAM,
  description: 'The user has the role `admin` or `owner` in the team.',
  properties: {
    admins: number(
      'How many users manage the team; absent where that is not known',
    ),
  },
});

export const USER_HAS_OAUTH_CLIENT = declareRelationship({
  from: USER,
  verb: RelationshipClass.HAS,
  to: OAUTH_CLIENT,
  description: 'The user has registered the client.',
});

export const USER_DEPLOYED_RELEASE = declareRelationship({
  from: USER,
  verb: RelationshipClass.DEPLOYED,
  to: RELEASE,
  description: 'The user released it.',
});
