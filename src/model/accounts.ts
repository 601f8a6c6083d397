import { declareEntity } from './declare';
import { boolean, string } from './properties';

export const ACCOUNT = declareEntity({
  resourceName: 'Enterprise Account',
  _type: 'heroku_account',
  _class: ['Account'],
  key: 'id',
  common: ['id', 'createdOn', 'updatedOn'],
  description:
    "An enterprise account; or, as the root of what belongs to none, the API key's own Heroku account.",
  properties: {
    accountType: string(
      '`enterprise` for an enterprise account, `individual` for the Heroku account of the API key',
    ),
    trial: boolean('Whether the enterprise account is a trial'),
    ssoEnabled: boolean('Whether an identity provider is set up for it'),
    identityProviderId: string("Heroku's id of the identity provider"),
  },
});
