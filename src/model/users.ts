import { declareEntity } from './declare';
import { boolean, email, string, strings, time } from './properties';

export const USER = declareEntity({
  resourceName: 'User',
  _type: 'heroku_account_member',
  _class: ['User'],
  key: 'id',
  common: ['id', 'createdOn', 'updatedOn'],
  description:
    'A person who can sign in to Heroku: one entity, however many accounts, teams and apps it is in.',
  properties: {
    username: string('The e-mail address that the user signs in with'),
    email: email(
      'The e-mail address; JupiterOne maps the user to a person by it',
    ),
    emailDomain: strings('The domain of the e-mail address'),
    shortLoginId: string('The e-mail address before the `@`'),
    isMfaEnabled: boolean('The same as `mfaEnabled`'),
    isActive: boolean('The same as `active`'),
    lastLoginOn: time(
      'When the user last signed in; known of the API key’s user only',
    ),
    mfaEnabled: boolean(
      'Whether multi-factor authentication is on; absent where Heroku does not say',
    ),
    federated: boolean(
      'Whether the user signs in through an identity provider',
    ),
    active: boolean(
      'Whether the user can sign in: false while Heroku has the account suspended',
    ),
    enterpriseAccountId: string(
      'The enterprise account the user is a member of; of several, the first by id',
    ),
  },
});
