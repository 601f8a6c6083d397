import http from 'node:http';
import { setImmediate } from 'node:timers/promises';
import type { Json, JsonObject, Sandbox, SandboxOptions } from './index';
import { startSandbox } from './index';
import { ask, handMade } from './testClient';

const TEAM = '00000000-0000-4000-8000-000000000001';
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

describe('the connection', () => {
  test('what is large is compressed for those who accept it', async () => {
    await start({ '/apps': numbered(200), '/teams': [] });
    const headers = { 'Accept-Encoding': 'gzip' };
    const zipped = await ask(sandbox, '/apps', { headers });
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(zipped.json()).toEqual(numbered(200));
    expect(
      (await ask(sandbox, '/apps')).headers['content-encoding'],
    ).toBeUndefined();
    expect(
      (await ask(sandbox, '/teams', { headers })).headers['content-encoding'],
    ).toBeUndefined();
    const [small, large] = sandbox.requests.map(({ bytes }) => bytes);
    expect(small).toBeLessThan(large ?? 0);
  });

  test('an unchanged answer is a 304 without a body, at the cost of a token', async () => {
    await start({ '/apps': numbered(1) });
    const { headers } = await ask(sandbox, '/apps');
    const again = await ask(sandbox, '/apps', {
      headers: { 'If-None-Match': headers.etag ?? '' },
    });
    expect([again.status, again.text]).toEqual([304, '']);
    expect(again.headers['ratelimit-remaining']).toBe('4498');
    const weak = await ask(sandbox, '/apps', {
      headers: { 'If-None-Match': `"other", W/${headers.etag}` },
    });
    expect(weak.status).toBe(304);
    sandbox.organisation.resources.set('/apps', numbered(2));
    const changed = await ask(sandbox, '/apps', {
      headers: { 'If-None-Match': headers.etag ?? '' },
    });
    expect(changed.status).toBe(200);
  });

  test('every answer has an id of each part of Heroku that it came through', async () => {
    await start({});
    const ids = [await ask(sandbox, '/apps'), await ask(sandbox, '/apps')].map(
      ({ headers }) => String(headers['request-id']).split(','),
    );
    expect(ids.map(({ length }) => length)).toEqual([3, 3]);
    expect(new Set(ids.flat()).size).toBe(6);
  });

  test('an answer has the headers that Heroku’s have', async () => {
    await start({ '/apps': [] });
    const { headers } = await ask(sandbox, '/apps');
    expect(headers).toMatchObject({
      'cache-control': 'private, no-cache',
      vary: 'Authorization, Accept-Encoding',
      'ratelimit-multiplier': '1',
      'ratelimit-remaining': '4499',
    });
    expect(headers.etag).toMatch(/^"\w+"$/);
  });

  test('one connection is kept for many requests', async () => {
    await start({ '/apps': [] });
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    await ask(sandbox, '/apps', { agent });
    await ask(sandbox, '/apps', { agent });
    agent.destroy();
    expect(sandbox.connections).toBe(1);
    expect(sandbox.maxInFlight).toBe(1);
  });

  test('it counts how many requests were open at once', async () => {
    await start({ '/apps': [] });
    sandbox.inject({ match: '/apps', kind: 'never', times: 3 });
    const open = [1, 2, 3].map(() =>
      ask(sandbox, '/apps').catch(() => undefined),
    );
    while (sandbox.requests.length < 3) await setImmediate();
    expect(sandbox.maxInFlight).toBe(3);
    await sandbox.close();
    await Promise.all(open);
  });

  test('it can refuse connections for a while', async () => {
    await start({ '/apps': [] });
    await sandbox.stopListening();
    await expect(ask(sandbox, '/apps')).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    });
    await sandbox.startListening();
    expect((await ask(sandbox, '/apps')).status).toBe(200);
  });

  test('it ends open connections when it begins to refuse', async () => {
    await start({ '/apps': [], '/teams': [] });
    sandbox.inject({ match: '/apps', kind: 'never' });
    const outcome = ask(sandbox, '/apps').then(
      () => 'answered',
      () => 'ended',
    );
    await ask(sandbox, '/teams');
    await sandbox.stopListening();
    expect(await outcome).toBe('ended');
  });

  test('closing ends a request that is still waiting for its answer', async () => {
    await start({ '/apps': [] }, { latencyMs: 600_000 });
    const arrived = new Promise<void>((resolve) => {
      const change = (body: Json): Json => {
        resolve();
        return body;
      };
      sandbox.inject({ match: '/apps', kind: 'transform', change });
    });
    const outcome = ask(sandbox, '/apps').then(
      () => 'answered',
      () => 'ended',
    );
    await arrived;
    await sandbox.close();
    expect(await outcome).toBe('ended');
  });
});

test('it records what was asked and answered', async () => {
  await start({ [`/teams/${TEAM}/apps`]: numbered(3) });
  await ask(sandbox, '/teams/acme/apps?a=b', {
    headers: { Range: 'id ..; max=2' },
  });
  expect(sandbox.requests).toEqual([
    {
      method: 'GET',
      path: '/teams/acme/apps',
      query: 'a=b',
      route: '/teams/:id/apps',
      range: 'id ..; max=2',
      status: 206,
      nextRange: 'id ]000001..; max=2',
      bytes: JSON.stringify(numbered(2)).length,
      at: expect.any(Number) as number,
      remaining: 4499,
    },
  ]);
});
