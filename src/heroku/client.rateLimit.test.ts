import { setImmediate } from 'node:timers/promises';
import { JumpingClock } from '../../test/reliability/jumpingClock';
import {
  allOf,
  clientOf,
  failureOf,
  organisationOf,
  teamsNumbered,
} from '../../test/sandbox/herokuClient';
import type { RateLimitOptions, Sandbox } from '../../test/sandbox';
import { startSandbox } from '../../test/sandbox';
import type { Clock } from './http/clock';

const ID = '00000000-0000-4000-8000-000000000001';
const INTERVAL = 800; // 75 a minute

let sandbox: Sandbox;
afterEach(() => sandbox.close());

async function start(clock: Clock, rateLimit: RateLimitOptions = {}) {
  sandbox = await startSandbox({
    organisation: organisationOf({
      '/account': { id: ID },
      '/teams': teamsNumbered(3),
    }),
    now: () => clock.now(),
    rateLimit,
  });
}

const refusals = () =>
  sandbox.requests.filter(({ status }) => status === 429).length;

describe('a run that needs more requests than the bucket holds', () => {
  const CAPACITY = 400;
  const RESERVE = 300;
  const REQUESTS = 600;
  /** What is above the reserve leaves at once, the rest as the bucket refills. */
  const bound = (REQUESTS - (CAPACITY - RESERVE)) * INTERVAL;

  async function run(clock: Clock, onAnswer: (count: number) => void) {
    const client = clientOf(sandbox, { clock });
    const startedAt = clock.now();
    let answered = 0;
    await Promise.all(
      Array.from({ length: REQUESTS }, async () => {
        await client.account();
        onAnswer(++answered);
      }),
    );
    return clock.now() - startedAt;
  }

  test('finishes in the time that the refill dictates, without a 429 and above the reserve', async () => {
    const clock = new JumpingClock();
    await start(clock, { capacity: CAPACITY });

    const took = await run(clock, () => undefined);

    expect(refusals()).toBe(0);
    expect(sandbox.requests).toHaveLength(REQUESTS);
    expect(took / bound).toBeGreaterThan(0.95);
    expect(took / bound).toBeLessThan(1.05);
    expect(
      Math.min(...sandbox.requests.map(({ remaining }) => remaining)),
    ).toBeGreaterThanOrEqual(RESERVE - 10);
    if (process.env.SHOW_MEASURES) {
      process.stderr.write(
        `alone: ${sandbox.requests.length} requests, ${refusals()} 429s, ${took} ms of ${bound} ms\n`,
      );
    }
  });

  test('gets through with a handful of 429s where another client empties the bucket', async () => {
    const clock = new JumpingClock();
    await start(clock, { capacity: CAPACITY });

    const took = await run(clock, (count) => {
      if (count === 200 || count === 400) {
        sandbox.bucket.drain(CAPACITY);
      }
    });

    expect(refusals()).toBeLessThanOrEqual(10);
    expect(sandbox.requests).toHaveLength(REQUESTS + refusals());
    // Each time the reserve has to be rebuilt besides.
    expect(took - bound).toBeLessThan(2.5 * RESERVE * INTERVAL);
    if (process.env.SHOW_MEASURES) {
      process.stderr.write(
        `drained: ${sandbox.requests.length} requests, ${refusals()} 429s, ${took} ms of ${bound} ms\n`,
      );
    }
  });
});

test('refusals are paced as answers are: a 403 costs a token too', async () => {
  const clock = new JumpingClock();
  await start(clock, { capacity: 310 });
  sandbox.inject({ kind: 'status', status: 403, match: '/account', times: 30 });
  const client = clientOf(sandbox, { clock });
  await allOf(client.teams());

  await Promise.all(
    Array.from({ length: 30 }, () => failureOf(client.account())),
  );

  expect(sandbox.bucket.remaining()).toBeGreaterThanOrEqual(290);
});

test.each([
  ['no Retry-After', undefined, 5_000],
  ['seconds', 7, 7_000],
])('a 429 with %s is waited out', async (_, retryAfter, atLeast) => {
  const clock = new JumpingClock();
  await start(clock);
  sandbox.inject({ kind: 'rateLimited', retryAfter, match: '/account' });
  const client = clientOf(sandbox, { clock });

  expect(await client.account()).toMatchObject({ object: { id: ID } });

  const [first, second] = sandbox.requests;
  const waited = (second?.at ?? 0) - (first?.at ?? 0);
  expect(waited).toBeGreaterThanOrEqual(atLeast - 1);
  expect(waited).toBeLessThan(atLeast * 2);
});

test('Retry-After as an instant is waited for', async () => {
  const clock = new JumpingClock();
  await start(clock);
  const retryAfter = new Date(Date.now() + 600_000).toUTCString();
  sandbox.inject({ kind: 'rateLimited', retryAfter, match: '/account' });

  await clientOf(sandbox, { clock }).account();

  // A date has whole seconds, and the answer took some of the real time.
  expect(clock.now()).toBeGreaterThan(590_000);
  expect(clock.now()).toBeLessThanOrEqual(600_000);
});

test('a storm of 429s longer than all attempts is waited out: it is no failure', async () => {
  const clock = new JumpingClock();
  await start(clock);
  sandbox.inject({ kind: 'rateLimited', match: '/account', times: 25 });
  const client = clientOf(sandbox, { clock, maxAttempts: 1 });

  expect(await client.account()).toMatchObject({ object: { id: ID } });
  expect(refusals()).toBe(25);
});

test('after a 429 a single request asks, however many wait', async () => {
  const clock = new JumpingClock();
  await start(clock);
  sandbox.inject({ kind: 'rateLimited', match: '/account', times: 13 });
  const client = clientOf(sandbox, { clock });

  await Promise.all(Array.from({ length: 50 }, () => client.account()));

  // Ten were in flight when the first came; then one at a time.
  expect(refusals()).toBe(13);
  expect(sandbox.requests).toHaveLength(63);
});

test('a day of nothing but 429 is waited out, and no longer', async () => {
  const clock = new JumpingClock();
  await start(clock);
  sandbox.inject({ kind: 'rateLimited', match: /./, times: Infinity });

  const error = await failureOf(clientOf(sandbox, { clock }).account());

  expect(error).toMatchObject({ failure: { status: 429 } });
  expect(clock.now() / 3_600_000).toBeGreaterThan(24);
  expect(clock.now() / 3_600_000).toBeLessThan(25);
});

test('a rate limit that never ends is given up in the end, and nothing is asked after that', async () => {
  const clock = new JumpingClock();
  await start(clock);
  sandbox.inject({ kind: 'rateLimited', match: /./, times: Infinity });
  const client = clientOf(sandbox, { clock, longestRateLimitMs: 600_000 });

  const error = await failureOf(client.account());
  const sent = sandbox.requests.length;
  const next = await failureOf(allOf(client.teams()));

  expect(error).toMatchObject({ failure: { kind: 'retriesExceeded' } });
  expect(error).toMatchObject({ failure: { status: 429 } });
  expect(clock.now()).toBeGreaterThan(600_000);
  expect(sent).toBeLessThan(20);
  expect(next).toMatchObject({ failure: { kind: 'unavailable' } });
  expect(sandbox.requests).toHaveLength(sent);
});

test('how many are left and how long they wait is told', async () => {
  const clock = new JumpingClock();
  let goOn = () => {};
  const standsStill = new Promise<void>((resolve) => (goOn = resolve));
  await start(clock, { capacity: 305 });
  const client = clientOf(sandbox, {
    clock: {
      now: () => clock.now(),
      sleep: async (ms) => {
        await standsStill;
        await clock.sleep(ms);
      },
    },
  });
  expect(client.requestsLeft).toBeUndefined();
  await client.account();
  expect(client.requestsLeft).toBe(304);

  const waiting = Promise.all(
    Array.from({ length: 40 }, () => client.account()),
  );
  while (client.estimatedWaitMs === 0) {
    await setImmediate();
  }

  expect(client.estimatedWaitMs).toBeGreaterThan(25 * INTERVAL);
  expect(client.estimatedWaitMs).toBeLessThan(40 * INTERVAL);
  goOn();
  await waiting;
});
