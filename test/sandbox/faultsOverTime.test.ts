import { setTimeout as delay } from 'node:timers/promises';
import type { FaultKind, JsonObject, Sandbox } from './index';
import { startSandbox } from './index';
import { ask, handMade } from './testClient';

const TEAM = '00000000-0000-4000-8000-000000000001';
const APPS: JsonObject[] = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

let sandbox: Sandbox;
let now = 0;

beforeEach(async () => {
  now = 1_000;
  const organisation = handMade(
    {
      '/apps': APPS,
      '/teams': [],
      '/teams/other/apps': [],
      [`/teams/${TEAM}`]: { id: TEAM },
      [`/teams/${TEAM}/apps`]: APPS,
    },
    { acme: TEAM },
  );
  sandbox = await startSandbox({ organisation, now: () => now });
});

afterEach(() => sandbox.close());

async function statusOf(path = '/apps'): Promise<number | string> {
  return ask(sandbox, path).then(
    ({ status }) => status,
    (error: NodeJS.ErrnoException) => error.code ?? error.message,
  );
}

/** Asks until it is answered with this status. */
async function until(status: number): Promise<void> {
  while ((await statusOf()) !== status) await delay(1);
}

test('a hidden parent is hidden with all that is below it, by name and by id, and nothing else is', async () => {
  sandbox.inject({
    kind: 'notFound',
    match: { below: `/teams/${TEAM}` },
    times: Infinity,
  });
  expect(await statusOf('/teams/acme')).toBe(404);
  expect(await statusOf('/teams/acme/apps')).toBe(404);
  expect(await statusOf(`/teams/${TEAM}/apps`)).toBe(404);
  expect(await statusOf('/teams/other/apps')).toBe(200);
  expect(await statusOf('/teams')).toBe(200);
});

describe('an outage of some seconds', () => {
  test.each<[FaultKind, number | string]>([
    [{ kind: 'status', status: 503 }, 503],
    [{ kind: 'hangUp' }, 'ECONNRESET'],
  ])(
    'goes by the sandbox’s clock, from the first request that it hits: %j',
    async (fault, seen) => {
      sandbox.inject({
        ...fault,
        match: /./,
        skip: 1,
        lasts: { ms: 2_000 },
      });
      now += 60_000;
      expect(await statusOf()).toBe(200);
      expect(await statusOf()).toBe(seen);
      now += 1_999;
      expect(await statusOf('/teams')).toBe(seen);
      now += 1;
      expect(await statusOf()).toBe(200);
      // An outage that was is not one that comes again when the clock is set back.
      now -= 1_000;
      expect(await statusOf()).toBe(200);
    },
  );

  test('or by real time, whatever the sandbox’s clock says', async () => {
    const lasts = { ms: 50, clock: 'real' } as const;
    sandbox.inject({ kind: 'gone', match: /./, lasts });
    const start = performance.now();
    expect(await statusOf()).toBe(410);
    now += 60_000;
    await until(200);
    expect(performance.now() - start).toBeGreaterThanOrEqual(50);
  });

  test('refused connections come and go by the sandbox’s clock', async () => {
    sandbox.inject({ kind: 'refused', match: /./, lasts: { ms: 2_000 } });
    expect(await statusOf()).toMatch(/^ECONN(RESET|REFUSED)$/);
    expect(await statusOf()).toBe('ECONNREFUSED');
    now += 2_000;
    await until(200);
    expect(sandbox.requests.map(({ fault }) => fault)).toEqual([
      'refused',
      undefined,
    ]);
  });

  test('refused connections come and go by real time', async () => {
    const lasts = { ms: 50, clock: 'real' } as const;
    sandbox.inject({ kind: 'refused', match: /./, lasts });
    const start = performance.now();
    await statusOf();
    await until(200);
    expect(performance.now() - start).toBeGreaterThanOrEqual(45);
  });

  test('a sandbox that is closed while it refuses stays closed', async () => {
    sandbox.inject({ kind: 'refused', match: /./, lasts: { ms: 2_000 } });
    await statusOf();
    await sandbox.close();
    now += 2_000;
    expect(await statusOf()).toBe('ECONNREFUSED');
  });
});
