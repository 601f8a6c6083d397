import { written, writtenRelationship } from '../../../test/converted';
import { ADDON } from '../../model';
import {
  createAddonEntity,
  createAddonHasDataStoreRelationship,
  createApplicationHasAddonRelationship,
  createDataStoreEntity,
  createVendorProvidesAddonRelationship,
} from './converters';

const ID = '0193cccc-0000-4000-8000-000000000001';
const APP = { id: '0193cccc-0000-4000-8000-000000000002', name: 'shop' };
const TEAM_ID = '0193cccc-0000-4000-8000-000000000003';
const addon = {
  id: ID,
  name: 'postgresql-flat-1',
  created_at: '2020-01-02T03:04:05Z',
  updated_at: '2021-01-02T03:04:05Z',
  state: 'provisioned',
  app: APP,
  addon_service: {
    name: 'heroku-postgresql',
    human_name: 'Heroku Postgres',
    state: 'ga',
  },
  plan: {
    name: 'heroku-postgresql:standard-0',
    state: 'ga',
    compliance: ['HIPAA'],
    installable_inside_private_network: false,
  },
  billing_entity: { id: TEAM_ID, name: 'shop-team', type: 'team' },
  billed_price: { cents: 5000, contract: false, unit: 'month' },
  config_vars: ['DATABASE_READER_URL', 'DATABASE_URL'],
  web_url: 'https://addons-sso.heroku.com/x',
};

test('an add-on has all that Heroku says of it', () => {
  expect(written(createAddonEntity(addon, ['heroku-postgresql']))).toEqual({
    _key: ID,
    _type: 'heroku_addon',
    _class: ['Service'],
    id: ID,
    name: 'postgresql-flat-1',
    displayName: 'postgresql-flat-1',
    createdOn: Date.UTC(2020, 0, 2, 3, 4, 5),
    updatedOn: Date.UTC(2021, 0, 2, 3, 4, 5),
    applicationId: APP.id,
    service: 'heroku-postgresql',
    humanName: 'Heroku Postgres',
    serviceState: 'ga',
    onAllowlist: true,
    plan: 'heroku-postgresql:standard-0',
    planState: 'ga',
    planTier: 'standard',
    hipaaEligible: true,
    pciEligible: false,
    privateNetworkCapable: false,
    active: true,
    state: 'provisioned',
    billingEntityId: TEAM_ID,
    billingEntityType: 'team',
    priceCents: 5000,
    priceUnit: 'month',
    configVarNames: ['DATABASE_READER_URL', 'DATABASE_URL'],
    category: ['platform'],
    function: ['database'],
    dataStore: true,
    endpoints: ['https://addons-sso.heroku.com/x'],
  });
});

test('every declared property but a link is set where Heroku says it', () => {
  const declared = Object.keys(ADDON.properties).filter(
    (name) => name !== 'webLink',
  );
  expect(Object.keys(written(createAddonEntity(addon, [])))).toEqual(
    expect.arrayContaining(declared),
  );
});

test('what Heroku leaves out or says as null is absent; a service always has a category and a function', () => {
  const known = {
    _key: ID,
    _type: 'heroku_addon',
    _class: ['Service'],
    id: ID,
    name: ID,
    displayName: ID,
    applicationId: APP.id,
    category: ['platform'],
    function: [],
  };
  expect(written(createAddonEntity({ id: ID, app: APP }))).toEqual(known);
  expect(
    written(
      createAddonEntity({
        id: ID,
        app: APP,
        name: null,
        created_at: null,
        updated_at: null,
        state: null,
        addon_service: null,
        plan: null,
        billing_entity: null,
        billed_price: null,
        config_vars: null,
        provider_id: null,
        web_url: null,
      }),
    ),
  ).toEqual(known);
});

test('an add-on without a dashboard has no endpoints, and one that costs nothing has a price of 0', () => {
  const { endpoints, priceCents } = createAddonEntity({
    ...addon,
    web_url: null,
    billed_price: { cents: 0, unit: 'month' },
  });
  expect([endpoints, priceCents]).toEqual([undefined, 0]);
});

test('a state and a service that nobody has heard of are kept', () => {
  expect(
    createAddonEntity({
      ...addon,
      state: 'hibernating',
      addon_service: { name: 'brand-new' },
    }),
  ).toMatchObject({
    state: 'hibernating',
    service: 'brand-new',
    category: ['platform'],
    function: [],
    dataStore: undefined,
  });
});

test('an app has its add-on, under the key that customers have', () => {
  expect(
    writtenRelationship(createApplicationHasAddonRelationship(APP.id, ID)),
  ).toEqual({
    _key: `${APP.id}|has|${ID}`,
    _type: 'heroku_application_has_addon',
    _class: 'HAS',
    _fromEntityKey: APP.id,
    _toEntityKey: ID,
    displayName: 'HAS',
  });
});

test.each([
  [['heroku-postgresql'], true],
  [['papertrail'], false],
  [[], false],
  [undefined, undefined],
])(
  'where a team allows %j, the add-on is allowed: %s',
  (allowlist, expected) => {
    expect(createAddonEntity(addon, allowlist).onAllowlist).toBe(expected);
  },
);

test.each([
  [
    ['HIPAA', 'PCI'],
    [true, true],
  ],
  [['pci'], [false, true]],
  [[], [false, false]],
  [null, [undefined, undefined]],
])(
  'a plan of the compliance %j may hold data under HIPAA and PCI: %j',
  (compliance, expected) => {
    const { hipaaEligible, pciEligible } = createAddonEntity({
      ...addon,
      plan: { ...addon.plan, compliance },
    });
    expect([hipaaEligible, pciEligible]).toEqual(expected);
  },
);

describe('what an add-on keeps', () => {
  test('is a data store, of its app and add-on', () => {
    expect(written(createDataStoreEntity(addon)!)).toMatchObject({
      _key: `heroku_data_store:${ID}`,
      _type: 'heroku_data_store',
      name: 'postgresql-flat-1',
      applicationId: APP.id,
      addonId: ID,
      planTier: 'standard',
      classification: null,
    });
    expect(
      writtenRelationship(createAddonHasDataStoreRelationship(ID)),
    ).toMatchObject({
      _type: 'heroku_addon_has_data_store',
      _fromEntityKey: ID,
      _toEntityKey: `heroku_data_store:${ID}`,
    });
  });

  test.each(['papertrail', 'brand-new', null])(
    'is not known of the service %s',
    (name) => {
      expect(
        createDataStoreEntity({ ...addon, addon_service: { name } }),
      ).toBeUndefined();
    },
  );
});

test.each([
  [{ name: 'heroku-redis', human_name: 'Heroku Key-Value Store' }, 'Heroku'],
  [{ name: 'scheduler', human_name: 'Heroku Scheduler' }, 'Heroku'],
  [{ name: 'papertrail', human_name: 'Papertrail' }, 'Papertrail'],
  [{ name: 'papertrail' }, undefined],
  [null, undefined],
])('the service %j is run by the vendor %s', (addon_service, vendor) => {
  const relationship = createVendorProvidesAddonRelationship({
    ...addon,
    addon_service,
  });
  expect(relationship?._mapping).toEqual(
    vendor === undefined
      ? undefined
      : expect.objectContaining({
          sourceEntityKey: ID,
          targetEntity: expect.objectContaining({ name: vendor }) as object,
        }),
  );
});
