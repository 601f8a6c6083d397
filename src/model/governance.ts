import { RelationshipClass } from '@jupiterone/integration-sdk-core';
import { declareEntity, declareMappedRelationship } from './declare';
import { boolean, email, string, strings, time } from './properties';

export const TEAM_INVITATION = declareEntity({
  resourceName: 'Team Invitation',
  _type: 'heroku_team_invitation',
  _class: ['Record'],
  common: ['id', 'createdOn', 'updatedOn'],
  description: 'An invitation to a team that has not been accepted yet.',
  properties: {
    open: boolean('Always true: it has not been accepted'),
    reporter: string('The same as `invitedBy`'),
    reportedOn: time('The same as `createdOn`'),
    teamId: string('The team that it is for'),
    role: string('The role that the invited person will have'),
    email: email('Who is invited'),
    invitedBy: string('The e-mail address of the member who sent it'),
    invitedById: string("Heroku's id of the member who sent it"),
  },
});

export const IDENTITY_PROVIDER = declareEntity({
  resourceName: 'Identity Provider',
  _type: 'heroku_identity_provider',
  _class: ['Service'],
  common: ['id', 'createdOn', 'updatedOn'],
  description:
    'The SSO provider through which members of a team or an enterprise account sign in.',
  properties: {
    category: strings('The kind of service: always `security`'),
    function: strings('What it does: always `SSO`'),
    entityId: string('The SAML entity id'),
    ssoHost: string('The host that users sign in at'),
    sloHost: string('The host that users sign out at'),
    ownerId: string('The team or enterprise account that it belongs to'),
    ownerType: string('`team` or `enterprise-account`'),
    certificateFingerprint: string(
      'The SHA-256 fingerprint of its certificate; the certificate itself is not kept',
    ),
    certificateExpiresOn: time('When its certificate expires'),
  },
});

export const TEAM_PREFERENCES = declareEntity({
  resourceName: 'Team Preferences',
  _type: 'heroku_team_preferences',
  _class: ['Configuration'],
  common: [],
  description: 'What a team has set for all its apps and members.',
  properties: {
    teamId: string('The team whose preferences they are'),
    defaultPermission: string(
      'The access that members have to the apps of the team: `admin`, `member` or `viewer`',
    ),
    allowedAddonServices: strings(
      'The add-on services that members may install, where only some are allowed',
    ),
    addonsControls: boolean(
      'Whether members may install only the add-ons that the team allows',
    ),
  },
});

export const IDENTITY_PROVIDER_CONNECTS_OKTA_ACCOUNT =
  declareMappedRelationship({
    from: IDENTITY_PROVIDER,
    verb: RelationshipClass.CONNECTS,
    to: { _type: 'okta_account', foundBy: ['accountId'] },
    description: 'Users sign in at the Okta organisation.',
  });
