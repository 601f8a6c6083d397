import { decode, decodePage } from './decode';
import {
  addonResource,
  appResource,
  permissionEntityResource,
  teamMemberResource,
  teamPreferencesResource,
  teamResource,
  vpnConnectionResource,
} from './types';
import { maybe, object, text } from './types/fields';

const ID = '00000000-0000-4000-8000-000000000001';
const OTHER_ID = '00000000-0000-4000-8000-000000000002';
const team = { id: ID, name: 'shop', default: true, membership_limit: 25 };

test('declared fields are kept as they came', () => {
  expect(decode(teamResource, team)).toEqual({ object: team, dropped: [] });
});

test('fields that are not declared never come through, at no depth', () => {
  const { object, dropped } = decode(teamResource, {
    ...team,
    token: 'secret',
    enterprise_account: { id: ID, name: 'acme', token: 'secret' },
  });

  expect(JSON.stringify(object)).not.toContain('secret');
  expect(object).toMatchObject({ enterprise_account: { id: ID } });
  expect(dropped).toEqual([]);
});

test('a time that is none is left out and named, and an empty one tells nothing', () => {
  expect(decode(teamResource, { ...team, created_at: 'May 4' })).toEqual({
    object: team,
    dropped: ['created_at'],
  });
  expect(decode(teamResource, { ...team, created_at: '' })).toEqual({
    object: team,
    dropped: [],
  });
});

test('a list is no object, not even where no field is required', () => {
  expect(decode(teamPreferencesResource, []).object).toBeUndefined();
  expect(
    decode(addonResource, { id: ID, app: { id: ID }, plan: [] }).dropped,
  ).toEqual(['plan']);
});

test('null and absent are unknown, never false', () => {
  const { object, dropped } = decode(teamMemberResource, {
    id: null,
    user: { id: ID },
    two_factor_authentication: null,
  });

  expect(object?.two_factor_authentication ?? undefined).toBeUndefined();
  expect(object?.federated).toBeUndefined();
  expect(dropped).toEqual([]);
});

test('an optional field of the wrong type is left out and named; the others stay', () => {
  const { object, dropped } = decode(teamResource, {
    ...team,
    default: 'yes',
    membership_limit: { is: 25 },
  });

  expect(object).toEqual({ id: ID, name: 'shop' });
  expect(dropped.sort()).toEqual(['default', 'membership_limit']);
});

test('an inner field of the wrong type is left out and named; what is around it stays', () => {
  const { object, dropped } = decode(addonResource, {
    id: ID,
    app: { id: ID },
    plan: { name: 'heroku-postgresql:premium-0', state: 7, compliance: 'PCI' },
  });

  expect(object?.plan).toEqual({ name: 'heroku-postgresql:premium-0' });
  expect(dropped).toEqual(['plan.state', 'plan.compliance']);
});

test('an optional object without what identifies it is left out as one', () => {
  expect(
    decode(teamResource, { ...team, enterprise_account: { id: 7, name: 8 } }),
  ).toEqual({ object: team, dropped: ['enterprise_account'] });
});

test('of an object that is left out, what is wrong inside is not named too', () => {
  const resource = {
    name: 'thing',
    form: object({
      inner: maybe(object({ optional: maybe(text), required: text })),
    }),
  };

  expect(decode(resource, { inner: { optional: 7 } })).toEqual({
    object: {},
    dropped: ['inner'],
  });
});

test('one wrong element costs the list, not the object', () => {
  const { object, dropped } = decode(addonResource, {
    id: ID,
    app: { id: ID },
    config_vars: ['DATABASE_URL', 7],
  });

  expect(object).toEqual({ id: ID, app: { id: ID } });
  expect(dropped).toEqual(['config_vars']);
});

test('somebody whose id cannot be read costs the other users of an app nothing, and is counted', () => {
  const { object, dropped } = decode(permissionEntityResource, {
    id: ID,
    type: 'app',
    users: [
      { id: OTHER_ID, permissions: ['view', 'deploy'] },
      { id: 7, permissions: ['manage'] },
      null,
      { id: ID, permissions: 'all' },
    ],
  });

  expect(object?.users).toEqual([
    { id: ID },
    { id: OTHER_ID, permissions: ['deploy', 'view'] },
  ]);
  expect(dropped).toEqual(['users', 'users.permissions']);
});

test('users that Heroku does not name are unknown, and not none', () => {
  const entry = { id: ID, type: 'app' };

  expect(decode(permissionEntityResource, entry).object?.users).toBeUndefined();
  expect(
    decode(permissionEntityResource, { ...entry, users: null }).object?.users,
  ).toBeNull();
  expect(
    decode(permissionEntityResource, { ...entry, users: [] }).object?.users,
  ).toEqual([]);
});

test('a member whose user has no id is kept: the invitation is pending', () => {
  expect(
    decode(teamMemberResource, {
      id: ID,
      role: 'member',
      user: { email: 'new@example.com' },
    }),
  ).toEqual({
    object: { id: ID, role: 'member', user: { email: 'new@example.com' } },
    dropped: [],
  });
});

test.each([
  [{ id: ID, name: 'fir' }, 'fir'],
  ['cedar', 'cedar'],
  [{ id: ID }, undefined],
  [{ name: null }, undefined],
])('the generation %j is %s', (generation, expected) => {
  const { object, dropped } = decode(appResource, { id: ID, generation });

  expect(object?.generation).toBe(expected);
  expect(dropped).toEqual([]);
});

test.each([
  ['x'.repeat(5_000), 'generation'],
  [{ name: 7 }, 'generation.name'],
  [7, 'generation'],
])(
  'a generation that cannot be read is named as what it is',
  (generation, name) => {
    expect(decode(appResource, { id: ID, generation })).toEqual({
      object: { id: ID },
      dropped: [name],
    });
  },
);

test('fields come in the order of the declaration, and lists sorted', () => {
  const { object } = decode(vpnConnectionResource, {
    tunnels: [
      { status: 'UP', ip: '192.0.2.9' },
      { status: 'UP', ip: '192.0.2.10' },
      { status: 'UP' },
      { status: 'DOWN', ip: '192.0.2.10' },
    ],
    routable_cidrs: ['10.2.0.0/16', '10.10.0.0/16', '10.1.0.0/16'],
    name: 'office',
    id: 'office/1',
  });

  expect(JSON.stringify(object)).toBe(
    JSON.stringify({
      id: 'office/1',
      name: 'office',
      routable_cidrs: ['10.1.0.0/16', '10.10.0.0/16', '10.2.0.0/16'],
      tunnels: [
        { status: 'UP' },
        { ip: '192.0.2.10', status: 'DOWN' },
        { ip: '192.0.2.10', status: 'UP' },
        { ip: '192.0.2.9', status: 'UP' },
      ],
    }),
  );
});

test('lists are sorted by code unit, not by a language', () => {
  expect(
    decode(addonResource, {
      id: ID,
      app: { id: ID },
      config_vars: ['é', 'b', 'a', 'Z', '_'],
    }).object?.config_vars,
  ).toEqual(['Z', '_', 'a', 'b', 'é']);
});

test('decoding leaves the answer as it was', () => {
  const config_vars = ['B', 'A'];

  decode(addonResource, { id: ID, app: { id: ID }, config_vars });

  expect(config_vars).toEqual(['B', 'A']);
});

test.each(['', ' ', 'a b', 'a\nb', 'x'.repeat(129), 7])(
  'a VPN connection cannot be known by the id %j',
  (id) => {
    expect(decode(vpnConnectionResource, { id }).object).toBeUndefined();
  },
);

test.each([
  ['no id', { name: 'shop' }],
  ['an id of null', { ...team, id: null }],
  ['an id of the wrong type', { ...team, id: 7 }],
  ['an id too short to be a key', { ...team, id: 'short' }],
  ['an id with a line break', { ...team, id: `${ID}\n` }],
  ['null', null],
  ['a string', 'shop'],
  ['a number', 7],
  ['an array', [team]],
])('%s is no team', (_, value) => {
  expect(decode(teamResource, value).object).toBeUndefined();
});

test('an object without a required reference is skipped', () => {
  expect(decode(addonResource, { id: ID }).object).toBeUndefined();
  expect(
    decode(addonResource, { id: ID, app: { name: 'x' } }).object,
  ).toBeUndefined();
});

test('__proto__ changes no prototype', () => {
  const value: unknown = JSON.parse(
    `{"id":"${ID}","__proto__":{"name":"forged"},"default":"wrong"}`,
  );

  const { object } = decode(teamResource, value);

  expect(object).toEqual({ id: ID });
  expect(object?.name).toBeUndefined();
  expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
});

test('deep nesting is survived', () => {
  const depth = 100_000;
  const deep: unknown = JSON.parse('['.repeat(depth) + ']'.repeat(depth));

  expect(decode(teamResource, { ...team, unknown: deep }).object).toEqual(team);
  expect(decode(teamResource, { ...team, role: deep }).dropped).toEqual([
    'role',
  ]);
});

test('a string longer than JupiterOne takes is left out and named', () => {
  const { object, dropped } = decode(teamResource, {
    ...team,
    name: 'x'.repeat(10_000_000),
  });

  expect(object).toEqual({ id: ID, default: true, membership_limit: 25 });
  expect(dropped).toEqual(['name']);
});

test('a page counts what was skipped and what was left out, and keeps the healthy', () => {
  const page = decodePage(teamResource, [
    team,
    { name: 'no id' },
    { ...team, default: 1 },
    { ...team, default: 2, role: 3 },
    null,
  ]);

  expect(page.resource).toBe('team');
  expect(page.objects).toHaveLength(3);
  expect(page.defects.skipped).toBe(2);
  expect([...page.defects.fields].sort()).toEqual([
    ['default', 2],
    ['role', 1],
  ]);
});

test('a page of healthy objects has no defects', () => {
  expect(decodePage(teamResource, [team]).defects).toEqual({
    skipped: 0,
    fields: new Map(),
  });
});
