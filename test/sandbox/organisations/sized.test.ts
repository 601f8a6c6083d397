import type { JsonObject } from '../organisation';
import { listOf } from '../organisation';
import { createSizedOrganisation } from './index';
import type { OrganisationSize } from './index';

const now = new Date('2026-05-01T10:00:00Z');

function create(size: OrganisationSize) {
  const organisation = createSizedOrganisation(size, { now });
  const collected = (list: string) =>
    [...organisation.resources.keys()]
      .filter((path) => /^\/(teams|enterprise-accounts)\/[^/]+\//.test(path))
      .filter((path) => path.endsWith(`/${list}`))
      .map((path) => listOf(organisation, path));
  return { organisation, collected };
}

function userIds(lists: JsonObject[][]): Set<unknown> {
  return new Set(lists.flat().map(({ user }) => (user as { id: string }).id));
}

test.each<OrganisationSize>([
  { enterpriseAccounts: 1, teams: 3, members: 12, apps: 20, addons: 40 },
  {
    enterpriseAccounts: 0,
    teams: 5,
    members: 30,
    apps: 7,
    addons: 9,
    personalApps: 4,
  },
  { enterpriseAccounts: 2, teams: 50, members: 800, apps: 5000, addons: 12000 },
])('a generated organisation holds exactly what was asked for: %j', (size) => {
  const { organisation, collected } = create(size);
  expect(listOf(organisation, '/enterprise-accounts')).toHaveLength(
    size.enterpriseAccounts,
  );
  expect(listOf(organisation, '/teams')).toHaveLength(size.teams);
  expect(userIds(collected('members')).size).toBe(size.members);
  expect(collected('apps').flat()).toHaveLength(size.apps);
  expect(listOf(organisation, '/users/~/apps')).toHaveLength(
    size.personalApps ?? 0,
  );
  expect(listOf(organisation, '/addons')).toHaveLength(size.addons);
  const appIds = listOf(organisation, '/apps').map(({ id }) => id);
  expect(new Set(appIds).size).toBe(size.apps + (size.personalApps ?? 0));
  const addonIds = listOf(organisation, '/addons').map(({ id }) => id);
  expect(new Set(addonIds).size).toBe(size.addons);
});

test('every add-on of a team app is in the list of its team', () => {
  const { organisation, collected } = create({
    enterpriseAccounts: 1,
    teams: 4,
    members: 5,
    apps: 30,
    addons: 100,
  });
  expect(new Set(collected('addons').flat())).toEqual(
    new Set(listOf(organisation, '/addons')),
  );
});

test.each([0, 1, 200, 1000, 1001, 2500])(
  'one team can have exactly %i apps, add-ons and members',
  (count) => {
    const { collected } = create({
      enterpriseAccounts: 0,
      teams: 1,
      members: Math.max(count, 1),
      apps: count,
      addons: count,
    });
    expect(collected('apps').map((list) => list.length)).toEqual([count]);
    expect(collected('addons').map((list) => list.length)).toEqual([count]);
    expect(collected('members').map((list) => list.length)).toEqual([
      Math.max(count, 1),
    ]);
  },
);

test('the first teams have as many apps as asked for, the others share the rest', () => {
  const { collected } = create({
    enterpriseAccounts: 0,
    teams: 6,
    members: 1,
    apps: 4721,
    addons: 0,
    appsPerTeam: [200, 1000, 1001, 2500],
  });
  expect(collected('apps').map((list) => list.length)).toEqual([
    200, 1000, 1001, 2500, 10, 10,
  ]);
});

test('some list is longer than a page on a medium organisation', () => {
  const { collected } = create({
    enterpriseAccounts: 1,
    teams: 50,
    members: 800,
    apps: 5000,
    addons: 12000,
  });
  const lengths = collected('apps').map((list) => list.length);
  expect(Math.max(...lengths)).toBeGreaterThan(1000);
  expect(Math.min(...lengths)).toBeGreaterThan(0);
});

test('a size that contradicts itself is refused', () => {
  const nothing = {
    enterpriseAccounts: 0,
    teams: 0,
    members: 1,
    apps: 0,
    addons: 0,
  };
  expect(() => create({ ...nothing, apps: 1 })).toThrow('no team for them');
  expect(() => create({ ...nothing, addons: 1 })).toThrow('no app for them');
  expect(() => create({ ...nothing, members: 0 })).toThrow('nobody');
  expect(() =>
    create({ ...nothing, teams: 1, apps: 1, appsPerTeam: [2] }),
  ).toThrow('more apps than there are');
});

test('the lists of an app are made when they are asked for, and are then the same ones', () => {
  const { organisation } = create({
    enterpriseAccounts: 1,
    teams: 1,
    members: 3,
    apps: 2,
    addons: 3,
  });
  const { id } = listOf(organisation, '/apps')[0] ?? {};
  const path = `/apps/${id as string}/domains`;
  expect([...organisation.resources.keys()]).not.toContain(path);
  expect(organisation.resources.has(path)).toBe(true);
  expect(listOf(organisation, path)).toHaveLength(1);
  expect(organisation.resources.get(path)).toBe(
    organisation.resources.get(path),
  );
  expect(
    organisation.resources.get(`/apps/${id as string}/log-drains`),
  ).toEqual([]);
});
