import type { JsonObject, Sandbox, SandboxOptions } from './index';
import { startSandbox } from './index';
import { ask, handMade } from './testClient';

const TEAM = '00000000-0000-4000-8000-000000000001';
const ADDON: JsonObject = {
  id: '00000000-0000-4000-8000-0000000000a1',
  name: 'postgresql-round-1',
  addon_service: {
    id: 's1',
    name: 'heroku-postgresql',
    human_name: 'Heroku Postgres',
  },
  plan: {
    id: 'p1',
    name: 'heroku-postgresql:essential-0',
    price: { cents: 500 },
  },
};

let sandbox: Sandbox;

async function start(
  resources: Record<string, JsonObject[] | JsonObject>,
  options: Partial<SandboxOptions> = {},
): Promise<void> {
  const organisation = handMade(resources, { acme: TEAM });
  sandbox = await startSandbox({ organisation, ...options });
}

afterEach(() => sandbox.close());

function numbered(count: number): JsonObject[] {
  return Array.from({ length: count }, (_, index) => ({
    id: String(index).padStart(6, '0'),
  }));
}

describe('paging', () => {
  test('a cut list is a 206 with the next range, its last page a 200 without', async () => {
    await start({ '/apps': numbered(1001) });
    const first = await ask(sandbox, '/apps', {
      headers: { Range: 'id ..; max=1000' },
    });
    expect(first.status).toBe(206);
    expect(first.headers['accept-ranges']).toBe('id, name, updated_at');
    expect(first.headers['next-range']).toBe('id ]000999..; max=1000');
    const last = await ask(sandbox, '/apps', {
      headers: { Range: 'id ]000999..; max=1000' },
    });
    expect(last.status).toBe(200);
    expect(last.headers['next-range']).toBeUndefined();
    expect(last.json()).toEqual([{ id: '001000' }]);
  });

  test.each([
    ['bytes=0-1', 400, 'bad_request'],
    ['id ..; max=10; order=desc', 400, 'bad_request'],
    ['size ..', 416, 'requested_range_not_satisfiable'],
  ])(
    'Range: %s is a %i of a list that it cannot sort',
    async (Range, status, id) => {
      await start({ '/apps': [] });
      const answer = await ask(sandbox, '/apps', { headers: { Range } });
      expect(answer.status).toBe(status);
      expect(answer.json()).toMatchObject({ id });
    },
  );

  test('each list is sorted by what it has', async () => {
    const dated = [
      { id: 'a', updated_at: '2026-02-01T00:00:00Z' },
      { id: 'b', updated_at: '2026-01-01T00:00:00Z' },
    ];
    await start({ '/apps': dated, '/teams': dated });
    const headers = { Range: 'updated_at ..; order=desc' };
    const sorted = await ask(sandbox, '/apps', { headers });
    expect(sorted.json()).toEqual(dated);
    headers.Range = 'updated_at ..';
    const ascending = await ask(sandbox, '/apps', { headers });
    expect(ascending.json()).toEqual([...dated].reverse());
    expect((await ask(sandbox, '/teams', { headers })).status).toBe(416);
  });

  test('team members are sorted by id or e-mail address, or by the address only', async () => {
    const members = [
      { id: '1', email: 'b@example.com' },
      { id: '2', email: 'a@example.com' },
    ];
    const path = `/teams/${TEAM}/members`;
    const headers = { Range: 'email ..' };
    await start({ [path]: members });
    const byEmail = await ask(sandbox, path, { headers });
    expect(byEmail.json()).toEqual([...members].reverse());
    expect((await ask(sandbox, path)).json()).toEqual(members);
    await sandbox.close();

    await start({ [path]: members }, { rangesBySchema: true });
    expect((await ask(sandbox, path, { headers })).status).toBe(200);
    headers.Range = 'id ..; max=1000';
    expect((await ask(sandbox, path, { headers })).status).toBe(416);
    expect((await ask(sandbox, path)).status).toBe(200);
  });

  test('the largest page can be made smaller, so that few objects fill many pages', async () => {
    await start({ '/apps': numbered(3) }, { maxPageSize: 2 });
    const { headers } = await ask(sandbox, '/apps', {
      headers: { Range: 'id ..; max=1000' },
    });
    expect(headers['next-range']).toBe('id ]000001..; max=2');
  });

  test('a list that was replaced or grew while the server runs is served anew', async () => {
    await start({ '/apps': numbered(2) });
    await ask(sandbox, '/apps');
    sandbox.organisation.resources.set('/apps', [
      { id: 'other' },
      { id: 'one' },
    ]);
    expect((await ask(sandbox, '/apps')).json()).toEqual([
      { id: 'one' },
      { id: 'other' },
    ]);
    const grown = sandbox.organisation.resources.get('/apps') as JsonObject[];
    grown.push({ id: 'a third' });
    expect((await ask(sandbox, '/apps')).json()).toHaveLength(3);
  });
});

describe('access', () => {
  test.each([
    ['no key', ''],
    ['another key', 'Bearer HRKU-another'],
  ])(
    '%s is a 401 that tells nothing of the account',
    async (_case, authorization) => {
      await start({ '/apps': [] });
      const { status, headers, json } = await ask(sandbox, '/apps', {
        headers: { Authorization: authorization },
      });
      expect(status).toBe(401);
      expect(json()).toEqual({
        id: 'unauthorized',
        message: 'Invalid credentials provided.',
      });
      expect(headers['ratelimit-remaining']).toBeUndefined();
      expect(headers['oauth-scope']).toBeUndefined();
      expect(sandbox.bucket.remaining()).toBe(4500);
    },
  );

  test.each([
    ['Bearer', (key: string) => key],
    ['bearer', (key: string) => key],
    ['BEARER', (key: string) => key],
    ['Basic', (key: string) => btoa(`:${key}`)],
    ['basic', (key: string) => btoa(`mara@example.com:${key}`)],
  ])('%s is taken', async (scheme, encode) => {
    await start({ '/apps': [] });
    const ok = `${scheme} ${encode(sandbox.apiKey)}`;
    const wrong = `${scheme} ${encode('HRKU-another')}`;
    const statusWith = async (Authorization: string) =>
      (await ask(sandbox, '/apps', { headers: { Authorization } })).status;
    expect(await statusWith(ok)).toBe(200);
    expect(await statusWith(wrong)).toBe(401);
  });

  test('a revoked key is a 401 from then on', async () => {
    await start({ '/apps': [] });
    expect((await ask(sandbox, '/apps')).status).toBe(200);
    sandbox.revokeKey();
    expect((await ask(sandbox, '/apps')).status).toBe(401);
  });

  test.each([
    ['/account', 'identity', 200, 'global identity'],
    ['/account', 'read', 403, 'global identity'],
    [
      '/teams',
      'identity',
      403,
      'global read read-protected write write-protected',
    ],
    ['/teams', 'read', 200, 'global read read-protected write write-protected'],
    ['/teams/acme/members', 'read-protected', 403, 'global'],
    ['/teams/acme/members', 'global', 200, 'global'],
    ['/oauth/authorizations', 'write-protected', 403, 'global'],
  ])(
    '%s with scope %s is a %i and says what it takes',
    async (path, scope, status, accepted) => {
      await start({
        '/account': { id: 'a' },
        '/teams': [],
        [`/teams/${TEAM}/members`]: [],
        '/oauth/authorizations': [],
      });
      sandbox.setScopes([scope]);
      const answer = await ask(sandbox, path);
      expect(answer.status).toBe(status);
      expect(answer.headers['oauth-scope']).toBe(scope);
      expect(answer.headers['oauth-scope-accepted']).toBe(accepted);
      if (status === 403)
        expect(answer.json()).toMatchObject({ id: 'forbidden' });
    },
  );

  test.each([
    ['application/json', 406],
    ['application/vnd.heroku+json', 406],
    ['application/vnd.heroku+json; version=2', 404],
    ['application/vnd.heroku+json; version=3.team-invitations', 200],
  ])('Accept: %s is answered with %i', async (accept, status) => {
    await start({ '/apps': [] });
    expect(
      (await ask(sandbox, '/apps', { headers: { Accept: accept } })).status,
    ).toBe(status);
  });
});

describe('the rate limit', () => {
  test('every request takes a token, and an empty bucket is a 429 that does not say how long', async () => {
    const clock = { ms: 0 };
    const rateLimit = { capacity: 2, refillPerMinute: 60 };
    await start({ '/apps': [] }, { rateLimit, now: () => clock.ms });
    const left: unknown[] = [];
    for (let request = 0; request < 3; request++) {
      const { status, headers } = await ask(sandbox, '/apps');
      left.push([status, headers['ratelimit-remaining']]);
    }
    expect(left).toEqual([
      [200, '1'],
      [200, '0'],
      [429, '0'],
    ]);
    const refused = await ask(sandbox, '/apps');
    expect(refused.json()).toMatchObject({ id: 'rate_limit' });
    expect(refused.headers['retry-after']).toBeUndefined();
    clock.ms += 1000;
    expect((await ask(sandbox, '/apps')).status).toBe(200);
  });

  test('asking for what is left is free, even when nothing is', async () => {
    await start({}, { rateLimit: { remaining: 1, refillPerMinute: 0 } });
    expect((await ask(sandbox, '/account/rate-limits')).json()).toEqual({
      remaining: 1,
    });
    sandbox.bucket.drain(1);
    expect((await ask(sandbox, '/account/rate-limits')).json()).toEqual({
      remaining: 0,
    });
  });
});

describe('resources', () => {
  test('what is not there is a 404 that says what was looked for', async () => {
    await start({ [`/teams/${TEAM}`]: { id: TEAM } });
    expect((await ask(sandbox, '/teams/nobody/apps')).json()).toEqual({
      id: 'not_found',
      resource: 'team',
      message: "Couldn't find that team.",
    });
    const unknown = await ask(sandbox, '/nonsense');
    expect(unknown.status).toBe(404);
    expect(unknown.json()).toMatchObject({ id: 'not_found' });
  });

  test('a name is as good as an id', async () => {
    await start({
      [`/teams/${TEAM}/apps`]: numbered(1),
      [`/teams/${TEAM}`]: { id: TEAM },
    });
    expect((await ask(sandbox, '/teams/acme/apps')).json()).toEqual(
      numbered(1),
    );
    expect((await ask(sandbox, '/teams/acme')).json()).toEqual({ id: TEAM });
    expect(sandbox.requests.map(({ route }) => route)).toEqual([
      '/teams/:id/apps',
      '/teams/:id',
    ]);
  });

  test('an add-on shows only id and name of its plan and service unless asked to expand them', async () => {
    await start({ '/addons': [ADDON], [`/teams/${TEAM}/addons`]: [ADDON] });
    const plan = { id: 'p1', name: 'heroku-postgresql:essential-0' };
    const service = { id: 's1', name: 'heroku-postgresql' };
    const bare = { ...ADDON, plan, addon_service: service };
    expect((await ask(sandbox, '/addons')).json()).toEqual([bare]);
    expect((await ask(sandbox, '/teams/acme/addons')).json()).toEqual([bare]);
    const one = await ask(sandbox, '/addons', {
      headers: { 'Accept-Expansion': 'plan' },
    });
    expect(one.json()).toEqual([{ ...ADDON, addon_service: service }]);
    const both = await ask(sandbox, '/addons', {
      headers: { 'Accept-Expansion': 'addon_service,plan' },
    });
    expect(both.json()).toEqual([ADDON]);
  });

  test('a write is a 405', async () => {
    await start({ '/apps': [] });
    expect((await ask(sandbox, '/apps', { method: 'POST' })).status).toBe(405);
  });

  test('a 404 of a single thing does not say what the key may do, that of a list does', async () => {
    await start({ [`/teams/${TEAM}`]: { id: TEAM } });
    const single = await ask(sandbox, '/apps/nobody');
    const list = await ask(sandbox, `/teams/acme/apps`);
    expect([single.status, list.status]).toEqual([404, 404]);
    expect(single.headers['oauth-scope']).toBeUndefined();
    expect(single.headers['oauth-scope-accepted']).toBeUndefined();
    expect(list.headers['oauth-scope']).toBe('global');
  });

  test('what the organisation refuses is refused, although its parent is there', async () => {
    await start({ '/spaces/s': { id: 's' }, '/spaces/s/nat': { state: 'x' } });
    const message = 'Not while it is being made.';
    sandbox.organisation.refusals = new Map([
      ['/spaces/s/nat', { status: 422, id: 'invalid_params', message }],
    ]);
    const refused = await ask(sandbox, '/spaces/s/nat');
    expect([refused.status, refused.json()]).toEqual([
      422,
      { id: 'invalid_params', message },
    ]);
    expect((await ask(sandbox, '/spaces/s')).status).toBe(200);
  });
});
