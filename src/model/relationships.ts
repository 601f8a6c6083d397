import { RelationshipClass } from '@jupiterone/integration-sdk-core';
import { ACCOUNT } from './accounts';
import { ADDON } from './addons';
import { APPLICATION } from './applications';
import { boolean, declareRelationship, string } from './declare';
import { TEAM } from './teams';
import { USER } from './users';

export const ACCOUNT_HAS_USER = declareRelationship({
  from: ACCOUNT,
  verb: RelationshipClass.HAS,
  to: USER,
  description: 'The user is a member of the account.',
  properties: {
    permissions: string(
      'The permissions in the enterprise account, sorted and separated by commas',
    ),
    viewPermission: boolean('May see the account'),
    createPermission: boolean('May create teams in the account'),
    managePermission: boolean('May manage members and teams of the account'),
    billingPermission: boolean('May see invoices and usage of the account'),
    external: boolean(
      'True for a user outside the account, known only as the owner of an app shared with the API key',
    ),
  },
});

export const ACCOUNT_HAS_TEAM = declareRelationship({
  from: ACCOUNT,
  verb: RelationshipClass.HAS,
  to: TEAM,
  description:
    "The team belongs to the enterprise account; or, belonging to none, is one that the API key's user is in.",
});

export const TEAM_HAS_USER = declareRelationship({
  from: TEAM,
  verb: RelationshipClass.HAS,
  to: USER,
  description: 'The user is a member of the team.',
  properties: {
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
});

export const USER_OWNS_APPLICATION = declareRelationship({
  from: USER,
  verb: RelationshipClass.OWNS,
  to: APPLICATION,
  description: 'The app is a personal one of the user.',
});

export const APPLICATION_HAS_ADDON = declareRelationship({
  from: APPLICATION,
  verb: RelationshipClass.HAS,
  to: ADDON,
  description: 'The app owns the add-on.',
});
