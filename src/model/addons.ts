import { declareEntity } from './declare';
import { boolean, number, string, strings } from './properties';

export const ADDON = declareEntity({
  resourceName: 'Addon',
  _type: 'heroku_addon',
  _class: ['Service'],
  key: 'id',
  common: ['id', 'createdOn', 'updatedOn'],
  description: 'An add-on: a service, such as a database, that an app owns.',
  properties: {
    applicationId: string('The app that owns it'),
    service: string('The add-on service, such as `heroku-postgresql`'),
    plan: string('The plan, such as `heroku-postgresql:standard-0`'),
    humanName: string('The name of the service as Heroku shows it'),
    planTier: string('The tier of the plan, such as `standard` or `premium`'),
    hipaaEligible: boolean('Whether the plan may hold data under HIPAA'),
    pciEligible: boolean('Whether the plan may hold data under PCI DSS'),
    privateNetworkCapable: boolean(
      'Whether apps of a Private Space can have it',
    ),
    active: boolean('Whether its `state` is `provisioned`'),
    onAllowlist: boolean(
      'Whether its team allows the service; absent where the team allows all, and where that is not known',
    ),
    planState: string('What Heroku says of the plan: `ga`, `beta` and such'),
    serviceState: string(
      'What Heroku says of the service: `alpha`, `beta`, `ga` or `shutdown`',
    ),
    dataStore: boolean(
      "Whether it keeps the app's data; absent for a service that is not known",
    ),
    state: string('`provisioning`, `provisioned` or `deprovisioned`'),
    billingEntityId: string('The app or team that is billed for it'),
    billingEntityType: string('`app` or `team`'),
    priceCents: number('The price in US cents per `priceUnit`'),
    priceUnit: string('What the price is for, such as `month`'),
    configVarNames: strings(
      'The names of the config vars it sets on its app; never their values',
    ),
    category: strings(
      'The kind of service: `platform`, and `security` where it is for that',
    ),
    function: strings(
      'What it does for the app; empty where that is not known',
    ),
    endpoints: strings("The address of the add-on's dashboard"),
  },
});
