import { RelationshipClass } from '@jupiterone/integration-sdk-core';
import { APPLICATION } from './applications';
import { AUTHORIZATION } from './credentials';
import { declareRelationship } from './declare';
import {
  IDENTITY_PROVIDER,
  TEAM_INVITATION,
  TEAM_PREFERENCES,
} from './governance';
import { PIPELINE } from './pipelines';
import { boolean, string, time } from './properties';
import { SIGN_IN } from './signIn';
import { SPACE } from './spaces';
import { TEAM } from './teams';
import { USER } from './users';

export const TEAM_HAS_INVITATION = declareRelationship({
  from: TEAM,
  verb: RelationshipClass.HAS,
  to: TEAM_INVITATION,
  description: 'The invitation is to the team.',
});

export const TEAM_HAS_PREFERENCES = declareRelationship({
  from: TEAM,
  verb: RelationshipClass.HAS,
  to: TEAM_PREFERENCES,
  description: 'The preferences are those of the team.',
});

export const TEAM_USES_IDENTITY_PROVIDER = declareRelationship({
  from: TEAM,
  verb: RelationshipClass.USES,
  to: IDENTITY_PROVIDER,
  description: 'Members of the team sign in through the provider.',
});

export const TEAM_OWNS_PIPELINE = declareRelationship({
  from: TEAM,
  verb: RelationshipClass.OWNS,
  to: PIPELINE,
  description: 'The pipeline belongs to the team.',
});

export const TEAM_OWNS_SPACE = declareRelationship({
  from: TEAM,
  verb: RelationshipClass.OWNS,
  to: SPACE,
  description: 'The Private Space belongs to the team.',
});

export const TEAM_HAS_USER = declareRelationship({
  from: TEAM,
  verb: RelationshipClass.HAS,
  to: USER,
  description: 'The user is a member of the team.',
  properties: {
    createdOn: time('When the membership began'),
    ...SIGN_IN,
    role: string('`admin`, `member`, `viewer`, `collaborator` or `owner`'),
    federated: boolean(
      'Whether this membership is through the identity provider',
    ),
    mfaEnabled: boolean(
      'Whether multi-factor authentication is on, as the team sees it',
    ),
  },
});

export const TEAM_OWNS_APPLICATION = declareRelationship({
  from: TEAM,
  verb: RelationshipClass.OWNS,
  to: APPLICATION,
  description: 'The app belongs to the team.',
  properties: {
    // Apps change with every release; this relationship changes only when this does, which JupiterOne can alert on.
    locked: boolean(
      'The same as `locked` of the app; no other property of this relationship changes',
    ),
  },
});

export const TEAM_HAS_AUTHORIZATION = declareRelationship({
  from: TEAM,
  verb: RelationshipClass.HAS,
  to: AUTHORIZATION,
  description: 'The authorization can act for the team.',
});
