import fc from 'fast-check';
import { written, writtenRelationship } from '../../../test/converted';
import type { Page, TeamMember } from '../../heroku';
import { USER } from '../../model';
import {
  createAccountHasUserRelationship,
  createOutsiderEntity,
  createOwnAccountHasUserRelationship,
  createTeamHasUserRelationship,
  createUserEntity,
  createUserManagesAccountRelationship,
  createUserManagesTeamRelationship,
  adminsIn,
} from './converters';
import { newPerson } from './person';

const ID = '0193eeee-0000-4000-8000-000000000001';
const ACCOUNT_ID = '0193eeee-0000-4000-8000-000000000002';
const TEAM_ID = '0193eeee-0000-4000-8000-000000000003';
const account = {
  id: ID,
  created_at: '2020-01-02T03:04:05Z',
  updated_at: '2021-01-02T03:04:05Z',
  suspended_at: null,
  last_login: '2022-01-02T03:04:05Z',
};
const ada = newPerson(ID, {
  source: { id: ID },
  email: 'Ada.B@Example.com',
  name: '早田 愛子 🧪',
  mfaEnabled: true,
  federated: false,
  enterpriseAccountId: ACCOUNT_ID,
  account,
});

test('a user has all that Heroku says of it', () => {
  expect(written(createUserEntity(ada))).toEqual({
    _key: ID,
    _type: 'heroku_account_member',
    _class: ['User'],
    id: ID,
    name: '早田 愛子 🧪',
    displayName: '早田 愛子 🧪',
    createdOn: Date.UTC(2020, 0, 2, 3, 4, 5),
    updatedOn: Date.UTC(2021, 0, 2, 3, 4, 5),
    username: 'Ada.B@Example.com',
    email: 'ada.b@example.com',
    emailDomain: ['example.com'],
    shortLoginId: 'ada.b',
    mfaEnabled: true,
    isMfaEnabled: true,
    federated: false,
    active: true,
    isActive: true,
    lastLoginOn: Date.UTC(2022, 0, 2, 3, 4, 5),
    enterpriseAccountId: ACCOUNT_ID,
  });
});

test('every declared property but a link is set where Heroku says it', () => {
  const declared = Object.keys(USER.properties).filter(
    (name) => name !== 'webLink',
  );
  expect(Object.keys(written(createUserEntity(ada)))).toEqual(
    expect.arrayContaining(declared),
  );
});

test('of a user known by its id only, nothing is made up', () => {
  expect(
    written(createUserEntity(newPerson(ID, { source: { id: ID } }))),
  ).toEqual({
    _key: ID,
    _type: 'heroku_account_member',
    _class: ['User'],
    id: ID,
    name: ID,
    displayName: ID,
  });
});

test('a user without a name is called by the address', () => {
  const { name } = createUserEntity({ ...ada, name: '' });
  expect(name).toBe('Ada.B@Example.com');
});

test('a user whose account Heroku has suspended is not active; of others it is not known', () => {
  const suspended = {
    ...ada,
    account: { ...account, suspended_at: '2022-01-01T00:00:00Z' },
  };
  expect(createUserEntity(suspended).active).toBe(false);
});

test.each([
  'ada',
  'ada@',
  '@example.com',
  'ada@localhost',
  'ada@-example.com',
  'ada@example..com',
  'ada..b@example.com',
  '.ada@example.com',
  'ada@example com',
  'ada@example.com.',
  'ada@bücher.example',
  '"ada b"@example.com',
  '',
])(
  'an address that the data model refuses, %j, is the user name only',
  (email) => {
    const source = { id: ID, email, user: { id: ID, email } };
    const user = createUserEntity({ ...ada, email, source });
    expect(user).toMatchObject({
      username: email,
      email: undefined,
      emailDomain: undefined,
    });
  },
);

test.each(["o'hara+heroku@mail.example.co.uk", 'a_b%c@x-y.example'])(
  'the address %s is one, and its domain is set',
  (email) => {
    expect(createUserEntity({ ...ada, email })).toMatchObject({
      email,
      emailDomain: [email.split('@')[1]],
    });
  },
);

test('no address whatever costs a user', () => {
  const part = fc.string({
    unit: fc.constantFrom(
      'a',
      'B',
      '1',
      '.',
      '-',
      '_',
      '+',
      "'",
      '@',
      ' ',
      'é',
    ),
    maxLength: 8,
  });
  fc.assert(
    fc.property(part, part, (local, domain) => {
      const email = `${local}@${domain}.example`;
      expect(createUserEntity({ ...ada, email }).username).toBe(email);
    }),
    { numRuns: 2_000 },
  );
});

test('of somebody known only as the owner or collaborator of an app it is not known whether they are active', () => {
  expect(
    written(createOutsiderEntity({ id: ID, email: 'ada@example.net' })),
  ).toEqual({
    _key: ID,
    _type: 'heroku_account_member',
    _class: ['User'],
    id: ID,
    name: 'ada@example.net',
    displayName: 'ada@example.net',
    username: 'ada@example.net',
    email: 'ada@example.net',
    emailDomain: ['example.net'],
    shortLoginId: 'ada',
  });
});

test.each([null, undefined, 'no address'])(
  'somebody with %s for an address is a user all the same',
  (email) => {
    const entity = written(createOutsiderEntity({ id: ID, email }));

    expect(entity).toMatchObject({ _key: ID, name: email ?? ID });
    expect(entity).not.toHaveProperty('email');
  },
);

test('an account has its member, with the permissions as one sorted string and one by one', () => {
  const member = {
    user: { id: ID },
    permissions: [{ name: 'view' }, { name: 'audit' }, { name: 'manage' }],
  };
  expect(
    writtenRelationship(createAccountHasUserRelationship(ACCOUNT_ID, member)),
  ).toEqual({
    _key: `${ACCOUNT_ID}|has|${ID}`,
    _type: 'heroku_account_has_member',
    _class: 'HAS',
    _fromEntityKey: ACCOUNT_ID,
    _toEntityKey: ID,
    displayName: 'HAS',
    // One that nobody has heard of is kept.
    permissions: 'audit,manage,view',
    viewPermission: true,
    createPermission: false,
    managePermission: true,
    billingPermission: false,
  });
});

test.each([
  ['create', 'createPermission'],
  ['billing', 'billingPermission'],
])('the permission %s alone is %s', (name, property) => {
  const member = { user: { id: ID }, permissions: [{ name }] };
  const relationship = createAccountHasUserRelationship(ACCOUNT_ID, member);
  expect(
    Object.entries(relationship).filter(([, value]) => value === true),
  ).toEqual([[property, true]]);
});

test('permissions that Heroku does not tell are unknown, not none', () => {
  const propertiesFor = (permissions: null | undefined) =>
    Object.keys(
      writtenRelationship(
        createAccountHasUserRelationship(ACCOUNT_ID, {
          user: { id: ID },
          permissions,
        }),
      ),
    ).filter((name) => /permission/i.test(name));
  expect([propertiesFor(undefined), propertiesFor(null)]).toEqual([[], []]);
});

test('the own account has its user, and others who are outside of it', () => {
  const own = createOwnAccountHasUserRelationship(account, ID, false);
  expect(writtenRelationship(own)).toEqual({
    _key: `heroku_account:${ID}|has|${ID}`,
    _type: 'heroku_account_has_member',
    _class: 'HAS',
    _fromEntityKey: `heroku_account:${ID}`,
    _toEntityKey: ID,
    displayName: 'HAS',
    external: false,
  });
  expect(
    createOwnAccountHasUserRelationship(account, TEAM_ID, true).external,
  ).toBe(true);
});

test('it is not said whether somebody is outside where that is not known', () => {
  expect(
    createOwnAccountHasUserRelationship(account, TEAM_ID, undefined).external,
  ).toBeUndefined();
});

test('a team has its member, as the team sees it', () => {
  expect(
    writtenRelationship(
      createTeamHasUserRelationship(TEAM_ID, {
        user: { id: ID },
        role: 'data-steward',
        federated: true,
        two_factor_authentication: false,
      }),
    ),
  ).toEqual({
    _key: `${TEAM_ID}|has|${ID}`,
    _type: 'heroku_team_has_account_member',
    _class: 'HAS',
    _fromEntityKey: TEAM_ID,
    _toEntityKey: ID,
    displayName: 'HAS',
    role: 'data-steward',
    federated: true,
    mfaEnabled: false,
  });
});

test('what a team does not tell of a member is unknown', () => {
  const { role, federated, mfaEnabled } = writtenRelationship(
    createTeamHasUserRelationship(TEAM_ID, {
      user: { id: ID },
      role: null,
      federated: null,
      two_factor_authentication: null,
    }),
  );
  expect([role, federated, mfaEnabled]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('a team has nobody yet where the invitation is pending', () => {
  expect(
    createTeamHasUserRelationship(TEAM_ID, { email: 'new@example.com' }),
  ).toBeUndefined();
});

test('a team has no member where its own name stands in the place of a person', () => {
  expect(
    createTeamHasUserRelationship(TEAM_ID, {
      user: { id: ID, email: 'team@herokumanager.com' },
    }),
  ).toBeUndefined();
});

test.each([
  [[{ name: 'view' }, { name: 'manage' }], true],
  [[{ name: 'view' }, { name: 'billing' }], false],
  [[], false],
  [null, false],
])(
  'a member with the permissions %j manages the account: %s',
  (permissions, expected) => {
    const relationship = createUserManagesAccountRelationship(ACCOUNT_ID, {
      user: { id: ID },
      permissions,
    });
    expect(relationship?._key).toBe(
      expected ? `${ID}|manages|${ACCOUNT_ID}` : undefined,
    );
  },
);

test.each([
  [{ role: 'admin', user: { id: ID } }, true],
  [{ role: 'owner', user: { id: ID } }, true],
  [{ role: 'member', user: { id: ID } }, false],
  [{ role: null, user: { id: ID } }, false],
  [{ role: 'admin', user: null }, false],
  [{ role: 'admin', user: { id: ID, email: 'x@herokumanager.com' } }, false],
])('the member %j manages the team: %s', (member, expected) => {
  expect(createUserManagesTeamRelationship(TEAM_ID, member, 1)?._key).toBe(
    expected ? `${ID}|manages|${TEAM_ID}` : undefined,
  );
});

test.each([
  [
    'two',
    2,
    [
      { role: 'admin' },
      { role: 'owner', user: { id: TEAM_ID } },
      { role: 'member' },
    ],
  ],
  ['one who is listed twice', 1, [{ role: 'admin' }, { role: 'admin' }]],
  ['none', 0, [{ role: 'viewer' }]],
  ['unknown where a role is', undefined, [{ role: 'admin' }, { role: null }]],
  [
    'one where another has yet to accept',
    1,
    [{ role: 'admin' }, { role: 'admin', user: null }],
  ],
  [
    'unknown where one does not say who it is',
    undefined,
    [{ role: 'admin' }, { role: 'admin', user: { email: 'a@example.com' } }],
  ],
])('the admins of a team are %s', (_, expected, members) => {
  const page = pageOf(
    members.map((member) => ({ user: { id: ID }, ...member })),
  );
  expect(adminsIn([page, pageOf([])])).toBe(expected);
});

test.each([
  ['a member was left out', { skipped: 1, fields: new Map<string, number>() }],
  ['a role could not be read', { skipped: 0, fields: new Map([['role', 1]]) }],
])('the admins of a team are unknown where %s', (_, defects) => {
  const page = pageOf([{ user: { id: ID }, role: 'admin' }]);
  expect(adminsIn([{ ...page, defects }])).toBeUndefined();
});

function pageOf(objects: TeamMember[]): Page<TeamMember> {
  return {
    resource: 'team member',
    objects,
    defects: { skipped: 0, fields: new Map() },
  };
}

test('how a member signs in is told where the team or account tells it', () => {
  const member = {
    user: { id: ID },
    identity_provider: { id: 'provider-id', redacted: true },
  };
  for (const relationship of [
    createTeamHasUserRelationship(TEAM_ID, member),
    createAccountHasUserRelationship(ACCOUNT_ID, member),
  ]) {
    expect(relationship).toMatchObject({
      identityProviderId: 'provider-id',
      federatedByOthers: true,
    });
  }
});
