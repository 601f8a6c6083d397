import { decode, decodePage } from './decode';
import {
  addonResource,
  teamMemberResource,
  teamPreferencesResource,
  teamResource,
} from './types';

const ID = '00000000-0000-4000-8000-000000000001';
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

test.each([
  'secret-token-3',
  'May 4',
  '3',
  '2024-13-01T00:00:00Z',
  'yesterday',
])('text that JavaScript might read a date into is none: %s', (created_at) => {
  expect(decode(teamResource, { ...team, created_at })).toEqual({
    object: team,
    dropped: ['created_at'],
  });
});

test.each([
  '2024-01-31T23:59:59Z',
  '2024-01-31T23:59:59.123456Z',
  '2024-01-31T23:59:59+02:00',
  '2030-01-31 23:59:59 UTC',
])('a date in a form that Heroku sends is kept: %s', (created_at) => {
  expect(decode(teamResource, { ...team, created_at }).dropped).toEqual([]);
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

test('one wrong element costs the array, not the object', () => {
  const { object, dropped } = decode(addonResource, {
    id: ID,
    app: { id: ID },
    config_vars: ['DATABASE_URL', 7],
  });

  expect(object).toEqual({ id: ID, app: { id: ID } });
  expect(dropped).toEqual(['config_vars']);
});

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
