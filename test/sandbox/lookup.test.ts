import type { JsonObject, Sandbox } from './index';
import { startSandbox } from './index';
import { ask, handMade } from './testClient';

const APP = '00000000-0000-4000-8000-0000000000a1';
const TEAM = '00000000-0000-4000-8000-000000000001';
const account = { id: 'u1', email: 'mara@example.com' };
const app = { id: APP, name: 'shop', team: { id: TEAM, name: 'acme' } };
const domain = { id: 'd1', hostname: 'shop.example.com' };
const addon = { id: 'ad1', name: 'postgresql-round-1', app };
const attachment = {
  id: 'at1',
  name: 'DATABASE',
  addon: { id: addon.id },
  app,
};
const coupling = { id: 'c1', app: { id: APP }, pipeline: { id: 'p1' } };
const peering = { pcx_id: 'pcx-1' };
const vpn = { id: '10000', name: 'office' };
const spaceMember = { id: 'm1', user: account };
const release = { id: 'r1', version: 12 };
const space = { id: 's1', name: 'vault', team: { id: TEAM } };
const teamApp = { id: APP, name: 'shop', joined: true };

let sandbox: Sandbox;

beforeAll(async () => {
  const organisation = handMade(
    {
      '/account': account,
      '/addon-attachments': [attachment],
      '/addons': [addon],
      '/apps': [app],
      [`/apps/${APP}`]: app,
      [`/apps/${APP}/addons`]: [addon],
      [`/apps/${APP}/domains`]: [domain],
      [`/apps/${APP}/releases`]: [release],
      '/pipeline-couplings': [coupling],
      '/pipelines': [
        { id: 'p1', name: 'one' },
        { id: 'p2', name: 'two' },
      ],
      '/regions': [{ id: 'eu', name: 'eu', country: 'Ireland' }],
      '/spaces': [{ ...space, region: { id: 'eu', name: 'eu' } }],
      '/spaces/s1': { ...space, region: { id: 'eu', name: 'eu' } },
      '/spaces/s1/members': [spaceMember],
      '/spaces/s1/peerings': [peering],
      '/spaces/s1/vpn-connections': [vpn],
      '/teams/permissions': [{ name: 'view' }],
      [`/teams/${TEAM}`]: { id: TEAM, name: 'acme' },
      [`/teams/${TEAM}/apps`]: [teamApp],
    },
    { shop: APP, acme: TEAM, vault: 's1' },
  );
  sandbox = await startSandbox({ organisation });
});

afterAll(() => sandbox.close());

describe('one thing of a list', () => {
  test.each<[string, JsonObject]>([
    ['/apps/shop/domains/d1', domain],
    ['/apps/shop/domains/shop.example.com', domain],
    ['/apps/shop/releases/12', release],
    ['/spaces/vault/vpn-connections/10000', vpn],
    ['/spaces/vault/vpn-connections/office', vpn],
    ['/spaces/vault/peerings/pcx-1', peering],
    ['/spaces/vault/members/mara@example.com', spaceMember],
    ['/addon-attachments/at1', attachment],
    ['/apps/shop/addon-attachments/DATABASE', attachment],
    ['/pipeline-couplings/c1', coupling],
  ])('%s', async (path, expected) => {
    const answer = await ask(sandbox, path);
    expect([answer.status, answer.json()]).toEqual([200, expected]);
  });

  test.each([
    '/addons/ad1',
    '/addons/postgresql-round-1',
    '/apps/shop/addons/ad1',
  ])('%s, with the expansion that is asked for', async (path) => {
    const { json } = await ask(sandbox, path);
    expect(json()).toMatchObject({ id: 'ad1' });
  });

  test.each([
    ['/apps/shop/domains/other.example.com', 'domain'],
    ['/addons/nothing', 'add_on'],
    ['/addon-attachments/DATABASE', 'add_on attachment'],
    ['/spaces/vault/vpn-connections/shop', 'vpn_connection'],
  ])('%s is a 404 of Heroku’s own', async (path, resource) => {
    const answer = await ask(sandbox, path);
    expect(answer.status).toBe(404);
    expect(answer.json()).toMatchObject({ id: 'not_found', resource });
  });
});

describe('what is served in more than one place', () => {
  test.each<[string, unknown]>([
    ['/users/~', account],
    ['/users/u1', account],
    ['/users/mara@example.com', account],
    ['/users/~/pipeline-couplings', [coupling]],
    ['/apps/shop/pipeline-couplings', coupling],
    ['/apps/shop/addon-attachments', [attachment]],
    ['/addons/postgresql-round-1/addon-attachments', [attachment]],
    ['/teams/permissions', [{ name: 'view' }]],
    ['/teams/apps/shop', teamApp],
  ])('%s', async (path, expected) => {
    const answer = await ask(sandbox, path);
    expect([answer.status, answer.json()]).toEqual([200, expected]);
  });

  test.each(['/apps/nothing/addon-attachments', '/users/somebody-else'])(
    '%s is a 404',
    async (path) => expect((await ask(sandbox, path)).status).toBe(404),
  );

  test('a team’s spaces', async () => {
    const { json } = await ask(sandbox, '/teams/acme/spaces');
    expect(json()).toMatchObject([{ id: 's1' }]);
  });
});

test('a list answers with what the query says it equals', async () => {
  const named = await ask(sandbox, '/pipelines?eq[name]=two');
  expect(named.json()).toEqual([{ id: 'p2', name: 'two' }]);
  expect((await ask(sandbox, '/pipelines?eq[name]=three')).json()).toEqual([]);
  expect((await ask(sandbox, '/pipelines?x=1')).json()).toHaveLength(2);
});

test('a region is shown whole to those who ask', async () => {
  const headers = { 'Accept-Expansion': 'region' };
  const whole = { id: 'eu', name: 'eu', country: 'Ireland' };
  const space = await ask(sandbox, '/spaces/vault', { headers });
  expect(space.json()).toMatchObject({ region: whole });
  const list = await ask(sandbox, '/spaces', { headers });
  expect(list.json()).toMatchObject([{ region: whole }]);
  expect((await ask(sandbox, '/spaces/vault')).json()).toMatchObject({
    region: { id: 'eu', name: 'eu' },
  });
});

describe('a lookup over POST', () => {
  async function post(path: string, body: unknown) {
    const { status, json } = await ask(sandbox, path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status, found: json() };
  }

  test.each([
    { addon: 'postgresql-round-1', app: null },
    { addon: 'ad1' },
    { addon: 'DATABASE', app: 'shop' },
    { addon: 'shop::DATABASE' },
  ])('finds an add-on by any of its names: %j', async (body) => {
    const { status, found } = await post('/actions/addons/resolve', body);
    expect([status, found]).toMatchObject([200, [{ id: 'ad1' }]]);
  });

  test('finds an attachment', async () => {
    const body = { addon_attachment: 'DATABASE', app: 'shop' };
    const path = '/actions/addon-attachments/resolve';
    expect((await post(path, body)).found).toEqual([attachment]);
  });

  test.each([
    ['/actions/addons/resolve', { addon: 'DATABASE', app: 'other' }, 'add_on'],
    ['/actions/addons/resolve', 'nonsense', 'add_on'],
    [
      '/actions/addon-attachments/resolve',
      { addon_attachment: 'REDIS' },
      'add_on attachment',
    ],
  ])('says what it did not find: %s %j', async (path, body, resource) => {
    const { status, found } = await post(path, body);
    expect([status, found]).toMatchObject([404, { resource }]);
  });

  test('gives the apps with these ids', async () => {
    const path = '/filters/apps';
    expect((await post(path, { in: { id: [APP, 'x'] } })).found).toEqual([app]);
    expect((await post(path, { in: { id: [] } })).found).toEqual([]);
  });
});
