import { RelationshipClass } from '@jupiterone/integration-sdk-core';
import { ACCOUNT } from './accounts';
import { declareRelationship } from './declare';
import { IDENTITY_PROVIDER } from './governance';
import { boolean, string } from './properties';
import { SIGN_IN } from './signIn';
import { TEAM } from './teams';
import { USER } from './users';

export const ACCOUNT_USES_IDENTITY_PROVIDER = declareRelationship({
  from: ACCOUNT,
  verb: RelationshipClass.USES,
  to: IDENTITY_PROVIDER,
  description:
    'Members of the enterprise account sign in through the provider.',
});

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
    ...SIGN_IN,
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
