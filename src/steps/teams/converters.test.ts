import { written, writtenRelationship } from '../../../test/converted';
import { TEAM } from '../../model';
import {
  createAccountHasTeamRelationship,
  createTeamEntity,
} from './converters';

const ID = '0193bbbb-0000-4000-8000-000000000001';
const ACCOUNT_ID = '0193bbbb-0000-4000-8000-000000000002';
const team = {
  id: ID,
  name: 'værksted 🧪',
  type: 'enterprise',
  created_at: '2020-01-02T03:04:05Z',
  updated_at: '2021-01-02T03:04:05Z',
  default: true,
  enterprise_account: { id: ACCOUNT_ID, name: 'Example' },
  identity_provider: { id: '0193bbbb-0000-4000-8000-000000000003' },
  membership_limit: 25,
  provisioned_licenses: false,
  role: 'admin',
};

test('a team has all that Heroku says of it', () => {
  expect(written(createTeamEntity(team))).toEqual({
    _key: ID,
    _type: 'heroku_team',
    _class: ['Team', 'UserGroup'],
    id: ID,
    name: 'værksted 🧪',
    displayName: 'værksted 🧪',
    createdOn: Date.UTC(2020, 0, 2, 3, 4, 5),
    updatedOn: Date.UTC(2021, 0, 2, 3, 4, 5),
    webLink: 'https://dashboard.heroku.com/teams/v%C3%A6rksted%20%F0%9F%A7%AA',
    teamType: 'enterprise',
    enterpriseAccountId: ACCOUNT_ID,
    ssoEnabled: true,
    default: true,
    membershipLimit: 25,
    provisionedLicenses: false,
  });
});

test('every declared property is set where Heroku says it', () => {
  const billing = {
    suspensionDueOn: 1,
    deletionDueOn: 2,
    usageMonth: '2026-04',
    usageDynos: 1,
    usageData: 2,
    usageAddons: 3,
    usagePartner: 4,
  };
  expect(
    Object.keys(written(createTeamEntity(team, undefined, billing))),
  ).toEqual(expect.arrayContaining(Object.keys(TEAM.properties)));
});

test('what Heroku leaves out or says as null is absent, and a name is never missing', () => {
  const known = {
    _key: ID,
    _type: 'heroku_team',
    _class: ['Team', 'UserGroup'],
    id: ID,
    name: ID,
    displayName: ID,
  };
  expect(written(createTeamEntity({ id: ID }))).toEqual(known);
  expect(
    written(
      createTeamEntity({
        id: ID,
        name: null,
        type: null,
        created_at: null,
        updated_at: null,
        default: null,
        enterprise_account: null,
        membership_limit: null,
        provisioned_licenses: null,
        role: null,
      }),
    ),
  ).toEqual(known);
  expect(createTeamEntity({ id: ID, identity_provider: null }).ssoEnabled).toBe(
    false,
  );
});

test('a type that nobody has heard of is kept', () => {
  expect(createTeamEntity({ id: ID, type: 'guild' }).teamType).toBe('guild');
});

test('a team that names no account is of the account whose list it came from', () => {
  expect(createTeamEntity({ id: ID }, ACCOUNT_ID).enterpriseAccountId).toBe(
    ACCOUNT_ID,
  );
  expect(
    createTeamEntity(team, '0193bbbb-0000-4000-8000-00000000000f')
      .enterpriseAccountId,
  ).toBe(ACCOUNT_ID);
});

test('an account has its team, under the key that customers have', () => {
  expect(
    writtenRelationship(createAccountHasTeamRelationship(ACCOUNT_ID, ID)),
  ).toEqual({
    _key: `${ACCOUNT_ID}|has|${ID}`,
    _type: 'heroku_account_has_team',
    _class: 'HAS',
    _fromEntityKey: ACCOUNT_ID,
    _toEntityKey: ID,
    displayName: 'HAS',
  });
});
