import {
  allOf,
  clientOf,
  failureOf,
  organisationOf,
  teamsNumbered,
} from '../../test/sandbox/herokuClient';
import type { FaultKind, Sandbox } from '../../test/sandbox';
import { startSandbox } from '../../test/sandbox';
import { HerokuRetriesExceededError, HerokuUnavailableError } from './errors';

const ID = '00000000-0000-4000-8000-000000000001';
let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({
    organisation: organisationOf({
      '/account': { id: ID },
      '/teams': teamsNumbered(40),
    }),
  });
});
afterEach(async () => {
  jest.restoreAllMocks();
  await sandbox.close();
});

const passing: [string, FaultKind, number | string][] = [
  ['500', { kind: 'status', status: 500 }, 500],
  ['a 502 with HTML', { kind: 'html' }, 502],
  ['503', { kind: 'status', status: 503 }, 503],
  ['408', { kind: 'status', status: 408 }, 408],
  ['HTML with 200', { kind: 'html', status: 200 }, 200],
  ['truncated JSON with 200', { kind: 'truncatedJson' }, 200],
  ['{} for a list', { kind: 'emptyObject' }, 200],
  ['null for a list', { kind: 'json', body: null }, 200],
  ['a reset in the middle of the body', { kind: 'resetMidBody' }, 'ECONNRESET'],
  ['an end in the middle of the body', { kind: 'closeMidBody' }, 'ECONNRESET'],
  ['a connection that hangs up', { kind: 'hangUp' }, 'ECONNRESET'],
  ['no answer at all', { kind: 'never' }, 'TIMEOUT'],
  ['a body that trickles', { kind: 'trickle', intervalMs: 20 }, 'TIMEOUT'],
];

test.each(passing)('after %s once, the same objects come', async (_, fault) => {
  sandbox.inject({ ...fault, match: '/teams' });

  const teams = await allOf(clientOf(sandbox, { timeoutMs: 150 }).teams());

  expect(teams).toEqual(teamsNumbered(40));
  expect(sandbox.requests).toHaveLength(2);
});

test.each(passing)(
  '%s for good is given up after five attempts, and said',
  async (_, fault, status) => {
    sandbox.inject({ ...fault, match: '/teams', times: Infinity });
    const client = clientOf(sandbox, { timeoutMs: 150 });

    const error = await failureOf(allOf(client.teams()));

    expect(error).toBeInstanceOf(HerokuRetriesExceededError);
    expect(error).toMatchObject({ failure: { route: 'GET /teams', status } });
    expect(error.message).toContain('given up after 5 attempts');
    expect(sandbox.requests).toHaveLength(5);
    expect(client.requestsSent).toBe(5);
  },
);

test('a list for a single object is given up after five attempts too', async () => {
  sandbox.inject({
    kind: 'json',
    body: [],
    match: '/account',
    times: Infinity,
  });

  expect(await failureOf(clientOf(sandbox).account())).toBeInstanceOf(
    HerokuRetriesExceededError,
  );
  expect(sandbox.requests).toHaveLength(5);
});

test('a refused connection is tried five times, and works again once it is taken', async () => {
  const client = clientOf(sandbox);
  await sandbox.stopListening();

  const error = await failureOf(client.account());
  await sandbox.startListening();

  expect(error).toMatchObject({ failure: { status: 'ECONNREFUSED' } });
  expect(error.message).toContain(client.host);
  expect(client.requestsSent).toBe(5);
  expect(await client.account()).toMatchObject({ id: ID });
});

test('the fifth attempt counts', async () => {
  sandbox.inject({ kind: 'hangUp', match: '/account', times: 4 });

  expect(await clientOf(sandbox).account()).toMatchObject({ id: ID });
});

test.each([
  ['nothing', 0, [0, 0, 0, 0]],
  ['half', 0.5, [4, 8, 16, 32]],
  ['all', 0.999999, [8, 16, 32, 64]],
])(
  'full jitter: a wait can be %s of a bound that doubles',
  async (_, random, waits) => {
    jest.spyOn(Math, 'random').mockReturnValue(random);
    const timers = jest.spyOn(global, 'setTimeout');
    sandbox.inject({ kind: 'hangUp', match: '/account', times: 4 });

    await clientOf(sandbox, { retryDelayMs: 8, timeoutMs: 7_777 }).account();

    const asked = timers.mock.calls.map(([, ms]) => ms ?? 0);
    const isOurs = (ms: number) => [4, 8, 16, 32, 64].includes(ms);
    // A wait of nothing is no timer at all.
    expect(asked.filter(isOurs)).toEqual(waits.filter((ms) => ms > 0));
  },
);

describe('when the API is dead', () => {
  const times = Infinity;
  const dead = () =>
    sandbox.inject({ kind: 'status', status: 503, match: '/account', times });

  async function fail(client: ReturnType<typeof clientOf>, count: number) {
    const errors: Error[] = [];
    for (let i = 0; i < count; i++) {
      errors.push(await failureOf(client.account()));
    }
    return errors;
  }

  test('twenty requests in a row that used up their attempts end the asking', async () => {
    dead();
    const client = clientOf(sandbox, { maxAttempts: 2 });

    const errors = await fail(client, 20);
    const error = await failureOf(allOf(client.teams()));

    expect(
      errors.every((each) => each instanceof HerokuRetriesExceededError),
    ).toBe(true);
    expect(error).toBeInstanceOf(HerokuUnavailableError);
    expect(error).toMatchObject({
      failure: { route: 'GET /teams', path: '/teams' },
    });
    expect(error.message).toContain('503');
    expect(error.message).not.toContain('GET /teams answered');
    expect(sandbox.requests).toHaveLength(40);
  });

  test('what waits for its turn fails with them', async () => {
    dead();
    const client = clientOf(sandbox, { maxAttempts: 1 });

    const errors = await Promise.all(
      Array.from({ length: 100 }, () => failureOf(client.account())),
    );

    // Those in flight when the twentieth failed have been sent already.
    expect(sandbox.requests.length).toBeLessThanOrEqual(20 + 10);
    expect(
      errors.filter((error) => error instanceof HerokuUnavailableError).length,
    ).toBeGreaterThanOrEqual(70);
  });

  test.each([
    ['a success', async (c: ReturnType<typeof clientOf>) => allOf(c.teams())],
    [
      'a refusal',
      async (c: ReturnType<typeof clientOf>) => failureOf(c.team(ID)),
    ],
  ])('%s in between begins the count anew', async (_, answered) => {
    dead();
    const client = clientOf(sandbox, { maxAttempts: 1 });

    await fail(client, 19);
    await answered(client);
    await fail(client, 19);

    expect(await allOf(client.teams())).toHaveLength(40);
  });
});
