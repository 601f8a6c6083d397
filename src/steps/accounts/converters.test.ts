import { written } from '../../../test/converted';
import { ACCOUNT } from '../../model';
import {
  createEnterpriseAccountEntity,
  createIndividualAccountEntity,
  createTeamAccountEntity,
} from './converters';

const ID = '0193aaaa-0000-4000-8000-000000000001';
const PROVIDER = { id: '0193aaaa-0000-4000-8000-000000000002', name: 'sso' };
const SAME_FOR_ALL = {
  vendor: 'Heroku',
  accessURL: 'https://dashboard.heroku.com',
};
const enterprise = {
  id: ID,
  name: 'Société Générique 🧪',
  created_at: '2020-01-02T03:04:05Z',
  updated_at: '2021-01-02T03:04:05Z',
  trial: true,
  permissions: ['view'],
  identity_provider: PROVIDER,
};
const own = {
  id: ID,
  email: 'ada@example.com',
  name: 'Ada',
  created_at: '2020-01-02T03:04:05Z',
  updated_at: '2021-01-02T03:04:05Z',
  suspended_at: null,
  federated: true,
  identity_provider: PROVIDER,
};

test('an enterprise account has all that Heroku says of it', () => {
  expect(written(createEnterpriseAccountEntity(enterprise))).toEqual({
    _key: ID,
    _type: 'heroku_account',
    _class: ['Account'],
    id: ID,
    name: 'Société Générique 🧪',
    displayName: 'Société Générique 🧪',
    createdOn: Date.UTC(2020, 0, 2, 3, 4, 5),
    updatedOn: Date.UTC(2021, 0, 2, 3, 4, 5),
    ...SAME_FOR_ALL,
    accountType: 'enterprise',
    trial: true,
    ssoEnabled: true,
    identityProviderId: PROVIDER.id,
  });
});

test('of an account known by its id only, nothing is made up', () => {
  const known = {
    _key: ID,
    _type: 'heroku_account',
    _class: ['Account'],
    id: ID,
    name: ID,
    displayName: ID,
    ...SAME_FOR_ALL,
    accountType: 'enterprise',
  };
  expect(written(createEnterpriseAccountEntity({ id: ID }))).toEqual(known);
  expect(
    written(
      createEnterpriseAccountEntity({
        id: ID,
        name: null,
        created_at: null,
        updated_at: null,
        trial: null,
        permissions: null,
      }),
    ),
  ).toEqual(known);
});

test('an account that says it has no identity provider has no single sign-on; one that says nothing is unknown', () => {
  const { ssoEnabled, identityProviderId } = createEnterpriseAccountEntity({
    id: ID,
    identity_provider: null,
  });
  expect([ssoEnabled, identityProviderId]).toEqual([false, undefined]);
  expect(createEnterpriseAccountEntity({ id: ID }).ssoEnabled).toBeUndefined();
});

test("the own account has a key apart from its user's, and its address for a name", () => {
  expect(written(createIndividualAccountEntity(own))).toEqual({
    _key: `heroku_account:${ID}`,
    _type: 'heroku_account',
    _class: ['Account'],
    id: ID,
    name: 'ada@example.com',
    displayName: 'ada@example.com',
    createdOn: Date.UTC(2020, 0, 2, 3, 4, 5),
    updatedOn: Date.UTC(2021, 0, 2, 3, 4, 5),
    ...SAME_FOR_ALL,
    accountType: 'individual',
    ssoEnabled: true,
    identityProviderId: PROVIDER.id,
  });
});

test('the own account is called by its name, or its id, where there is no address', () => {
  const nameOf = (
    account: Parameters<typeof createIndividualAccountEntity>[0],
  ) => createIndividualAccountEntity(account).name;
  expect(nameOf({ ...own, email: null })).toBe('Ada');
  expect(nameOf({ id: ID })).toBe(ID);
  expect(createIndividualAccountEntity({ id: ID }).ssoEnabled).toBeUndefined();
});

test('the root of a team, for a token of that team, has a key apart from the team', () => {
  const team = { id: ID, name: 'shop-team', created_at: enterprise.created_at };

  expect(written(createTeamAccountEntity(team))).toEqual({
    _key: `heroku_account:${ID}`,
    _type: 'heroku_account',
    _class: ['Account'],
    id: ID,
    name: 'shop-team',
    displayName: 'shop-team',
    createdOn: Date.UTC(2020, 0, 2, 3, 4, 5),
    ...SAME_FOR_ALL,
    accountType: 'team',
  });
});

test('every declared property is set where Heroku says it', () => {
  const usage = {
    usageMonth: '2026-04',
    usageDynos: 1,
    usageData: 2,
    usageAddons: 3,
    usagePartner: 4,
  };
  const dueDates = { suspensionDueOn: 1, deletionDueOn: 2 };
  const delinquent = { ...own, delinquent_at: '2022-01-02T03:04:05Z' };

  expect([
    ...Object.keys(written(createEnterpriseAccountEntity(enterprise, usage))),
    ...Object.keys(
      written(createIndividualAccountEntity(delinquent, dueDates)),
    ),
  ]).toEqual(expect.arrayContaining(Object.keys(ACCOUNT.properties)));
});
