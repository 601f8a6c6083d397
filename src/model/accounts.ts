import { declareEntity } from './declare';
import { DELINQUENCY } from './delinquency';
import { boolean, string, time, uri } from './properties';
import { USAGE } from './usage';

export const ACCOUNT = declareEntity({
  resourceName: 'Enterprise Account',
  _type: 'heroku_account',
  _class: ['Account'],
  key: 'id',
  common: ['id', 'createdOn', 'updatedOn'],
  description:
    "An enterprise account; or, as the root of what belongs to none, the API key's own Heroku account.",
  properties: {
    vendor: string('Always `Heroku`'),
    accessURL: uri('The page where its users sign in'),
    delinquentOn: time(
      'Since when bills are unpaid; known only for the account of the API key',
    ),
    accountType: string(
      '`enterprise` for an enterprise account, `individual` for the Heroku account of the API key, `team` where the key is the token of a team',
    ),
    ...DELINQUENCY,
    ...USAGE,
    trial: boolean('Whether the enterprise account is a trial'),
    ssoEnabled: boolean('Whether an identity provider is set up for it'),
    identityProviderId: string("Heroku's id of the identity provider"),
  },
});
