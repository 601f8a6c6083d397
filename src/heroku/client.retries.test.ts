import { JumpingClock } from '../../test/reliability/jumpingClock';
import {
  allOf,
  clientOf,
  failureOf,
  kindOf,
  organisationOf,
  serve,
  teamsNumbered,
} from '../../test/sandbox/herokuClient';
import type { FaultKind, Sandbox } from '../../test/sandbox';
import { startSandbox } from '../../test/sandbox';

const ID = '00000000-0000-4000-8000-000000000001';
const ACCOUNT = { object: { id: ID } };
const times = Infinity;
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

/** How long a request may take where it would take for ever. */
const timeoutFor = ({ kind }: FaultKind, timeoutMs: number) =>
  kind === 'never' || kind === 'trickle'
    ? { timeoutMs, longestAnswerMs: timeoutMs }
    : {};

const passing: [string, FaultKind, number | string][] = [
  ['500', { kind: 'status', status: 500 }, 500],
  ['a 502 with HTML', { kind: 'html' }, 502],
  ['503', { kind: 'status', status: 503 }, 503],
  ['408', { kind: 'status', status: 408 }, 408],
  ['425', { kind: 'status', status: 425 }, 425],
  ['HTML with 200', { kind: 'html', status: 200 }, 200],
  ['truncated JSON with 200', { kind: 'truncatedJson' }, 200],
  ['a reset in the middle of the body', { kind: 'resetMidBody' }, 'ECONNRESET'],
  ['an end in the middle of the body', { kind: 'closeMidBody' }, 'ECONNRESET'],
  ['a connection that hangs up', { kind: 'hangUp' }, 'ECONNRESET'],
  ['no answer at all', { kind: 'never' }, 'TIMEOUT'],
  ['a body that trickles', { kind: 'trickle', intervalMs: 20 }, 'TIMEOUT'],
];

test.each(passing)('after %s once, the same objects come', async (_, fault) => {
  sandbox.inject({ ...fault, match: '/teams' });

  const teams = await allOf(
    clientOf(sandbox, timeoutFor(fault, 1_000)).teams(),
  );

  expect(teams).toEqual(teamsNumbered(40));
  expect(sandbox.requests).toHaveLength(2);
});

test.each(passing)(
  '%s for good is given up after five attempts, and said',
  async (_, fault, status) => {
    sandbox.inject({ ...fault, match: '/teams', times });
    const client = clientOf(sandbox, timeoutFor(fault, 100));

    const error = await failureOf(allOf(client.teams()));

    expect(kindOf(error)).toBe('retriesExceeded');
    expect(error).toMatchObject({ failure: { route: 'GET /teams', status } });
    expect(error.message).toContain('given up after 5 attempts');
    expect(sandbox.requests).toHaveLength(5);
    expect(client.requestsSent).toBe(5);
  },
);

test.each<[string, FaultKind]>([
  ['{} for a list', { kind: 'emptyObject' }],
  ['null for a list', { kind: 'json', body: null }],
])('%s is whole, and so is not asked for again', async (_, fault) => {
  sandbox.inject({ ...fault, match: '/teams', times });

  const error = await failureOf(allOf(clientOf(sandbox).teams()));

  expect(kindOf(error)).toBe('final');
  expect(error.message).toContain('not with the JSON list');
  expect(error.message).not.toContain('given up');
  expect(sandbox.requests).toHaveLength(1);
});

test.each([
  ['a list', []],
  ['an object without its id', { name: 'x' }],
])('%s for a single object is not asked for again', async (_, body) => {
  sandbox.inject({ kind: 'json', body, match: '/account', times });

  const error = await failureOf(clientOf(sandbox).account());

  expect(kindOf(error)).toBe('final');
  expect(sandbox.requests).toHaveLength(1);
});

test('a refused connection is tried five times, and works again once it is taken', async () => {
  const client = clientOf(sandbox);
  await sandbox.stopListening();

  const error = await failureOf(client.account());
  await sandbox.startListening();

  expect(error).toMatchObject({ failure: { status: 'ECONNREFUSED' } });
  expect(error.message).toContain(client.host);
  expect(client.requestsSent).toBe(5);
  expect(await client.account()).toMatchObject(ACCOUNT);
});

test('a host that no name server knows is not tried again', async () => {
  const client = clientOf({ url: 'http://heroku.invalid' });

  const error = await failureOf(client.account());

  expect(kindOf(error)).toBe('final');
  expect(error).toMatchObject({ failure: { status: 'ENOTFOUND' } });
  expect(client.requestsSent).toBe(1);
});

test('the fifth attempt counts', async () => {
  sandbox.inject({ kind: 'hangUp', match: '/account', times: 4 });

  expect(await clientOf(sandbox).account()).toMatchObject(ACCOUNT);
});

describe('the wait', () => {
  async function waits(options: object, headers = {}): Promise<number[]> {
    const clock = new JumpingClock();
    const sleep = jest.spyOn(clock, 'sleep');
    const fault = { kind: 'status', status: 503, headers } as const;
    sandbox.inject({ ...fault, match: '/account', times: 4 });

    await clientOf(sandbox, { clock, ...options }).account();

    return sleep.mock.calls.map(([ms]) => ms);
  }

  test.each([
    ['least', 0, [2_000, 4_000, 8_000, 16_000]],
    ['most', 1, [4_000, 8_000, 16_000, 32_000]],
  ])(
    'is between half and all of a time that doubles: the %s',
    async (_, random, expected) => {
      jest.spyOn(Math, 'random').mockReturnValue(random);

      const waited = await waits({ retryDelayMs: undefined });

      expect(waited).toEqual(expected);
      expect(waited.reduce((a, b) => a + b)).toBeGreaterThanOrEqual(30_000);
    },
  );

  test('is as long as Retry-After says, where that is longer', async () => {
    jest.spyOn(Math, 'random').mockReturnValue(0);

    const waited = await waits({ retryDelayMs: 4_000 }, { 'Retry-After': '6' });

    expect(waited).toEqual([6_000, 6_000, 8_000, 16_000]);
  });
});

test.each([1, 2, 6, 15, 25])(
  'an outage of %i seconds leaves no trace',
  async (seconds) => {
    const clock = new JumpingClock();
    let begin = Infinity;
    const server = await serve((request, response) => {
      const now = clock.now();
      if (now >= begin && now < begin + seconds * 1000) {
        return void request.socket.destroy();
      }
      response.end(JSON.stringify({ id: ID }));
    });
    const client = clientOf(server, { clock, retryDelayMs: 4_000 });
    await client.account();
    begin = clock.now();

    const answers = await Promise.all(
      Array.from({ length: 40 }, () => client.account()),
    );
    await server.close();

    expect(answers).toHaveLength(40);
    expect(answers.every(({ object }) => object.id === ID)).toBe(true);
  },
);

describe('a connection that the server closed while it was idle', () => {
  /** Answers the first `whole` requests, and then closes each connection on the next request over it. */
  async function closing(whole: number) {
    let answered = 0;
    const used = new WeakSet();
    return serve((request, response) => {
      if (used.has(request.socket) && answered >= whole) {
        return void request.socket.resetAndDestroy();
      }
      used.add(request.socket);
      answered++;
      response.end(JSON.stringify({ id: ID }));
    });
  }

  test('costs no attempt', async () => {
    const server = await closing(1);
    const client = clientOf(server, { maxAttempts: 1 });
    await client.account();

    expect(await client.account()).toMatchObject(ACCOUNT);
    await server.close();
  });

  test('is told from one that breaks on its first request', async () => {
    sandbox.inject({ kind: 'hangUp', match: '/account', times });

    const client = clientOf(sandbox, { maxAttempts: 1 });

    expect(kindOf(await failureOf(client.account()))).toBe('retriesExceeded');
    expect(sandbox.requests).toHaveLength(1);
  });

  test('is not sent to for ever', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/account') {
        return void response.end(JSON.stringify({ id: ID }));
      }
      request.socket.destroy();
    });
    const client = clientOf(server, { maxAttempts: 2, concurrency: 1 });

    for (let round = 0; round < 3; round++) {
      await client.account();
      expect(kindOf(await failureOf(allOf(client.teams())))).toBe(
        'retriesExceeded',
      );
    }
    await server.close();

    expect(server.requests.length).toBeLessThanOrEqual(3 * (1 + 2 + 1));
  });
});

describe('when the API seems dead', () => {
  const outage = (match: RegExp) =>
    sandbox.inject({ kind: 'status', status: 503, match, times });

  /** Fails one request after the other, over two routes. */
  async function fail(client: ReturnType<typeof clientOf>, count: number) {
    const errors: Error[] = [];
    for (let i = 0; i < count; i++) {
      const asked = i % 2 ? client.app(ID) : client.account();
      errors.push(await failureOf(asked));
    }
    return errors;
  }

  const patient = () => ({
    clock: new JumpingClock(),
    retryDelayMs: 4_000,
    maxAttempts: 3,
  });
  const canaries = () =>
    sandbox.requests.filter(({ path }) => path === '/account/rate-limits');

  test('twenty requests that used up their tries, a silence and a failed question end the asking', async () => {
    outage(/./);
    const client = clientOf(sandbox, patient());

    const errors = await fail(client, 20);
    const error = await failureOf(allOf(client.teams()));

    expect(errors.map(kindOf)).toEqual(Array(20).fill('retriesExceeded'));
    expect(kindOf(error)).toBe('unavailable');
    expect(error).toMatchObject({
      failure: { route: 'GET /teams', path: '/teams' },
    });
    expect(error.message).toContain('503');
    expect(error.message).not.toContain('GET /teams answered');
    expect(canaries()).toHaveLength(1);
    expect(sandbox.requests).toHaveLength(20 * 3 + 1);
  });

  test('what waits for its turn or its next try fails with them', async () => {
    outage(/./);
    const client = clientOf(sandbox, { ...patient(), deadAfterMs: 0 });

    const errors = await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        failureOf(i % 2 ? client.app(ID) : client.account()),
      ),
    );

    const unavailable = errors.filter((e) => kindOf(e) === 'unavailable');
    expect(unavailable.length).toBeGreaterThanOrEqual(50);
    expect(await failureOf(allOf(client.teams()))).toBeDefined();
    expect(canaries()).toHaveLength(1);
  });

  test.each<[string, object]>([
    ['nineteen requests', {}],
    ['a silence that is too short', { deadAfterMs: 1e9, deadAfter: 5 }],
  ])('%s prove nothing', async (_, options) => {
    outage(/account$|apps/);
    const client = clientOf(sandbox, { ...patient(), ...options });

    await fail(client, 19);

    expect(await allOf(client.teams())).toHaveLength(40);
    expect(canaries()).toHaveLength(0);
  });

  test('one route that is down for good proves nothing, however long', async () => {
    outage(/account$/);
    const client = clientOf(sandbox, patient());

    for (let i = 0; i < 60; i++) await failureOf(client.account());

    expect(await allOf(client.teams())).toHaveLength(40);
    expect(canaries()).toHaveLength(0);
  });

  test('an answered question goes on with the asking', async () => {
    outage(/account$|apps/);
    const client = clientOf(sandbox, patient());

    await fail(client, 45);

    expect(canaries().length).toBe(2);
    expect(await allOf(client.teams())).toHaveLength(40);
  });

  test.each([
    ['a success', async (c: ReturnType<typeof clientOf>) => allOf(c.teams())],
    [
      'a refusal',
      async (c: ReturnType<typeof clientOf>) => failureOf(c.team(ID)),
    ],
  ])('%s in between begins the count anew', async (_, answered) => {
    outage(/account|apps/);
    const client = clientOf(sandbox, patient());

    await fail(client, 19);
    await answered(client);
    await fail(client, 19);

    expect(await allOf(client.teams())).toHaveLength(40);
    expect(canaries()).toHaveLength(0);
  });

  test('a page whose status came is a sign of life before there is room for it', async () => {
    outage(/account|apps/);
    let makeRoom = () => {};
    const room = new Promise<void>((resolve) => (makeRoom = resolve));
    const client = clientOf(sandbox, { ...patient(), waitForRoom: () => room });

    await fail(client, 15);
    const teams = allOf(client.teams());
    while (!sandbox.requests.some(({ status }) => status === 200)) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    await fail(client, 15);
    makeRoom();

    expect(await teams).toHaveLength(40);
    expect(canaries()).toHaveLength(0);
  });

  test('a page of HTML in the place of every answer is no sign of life', async () => {
    sandbox.inject({ kind: 'html', status: 200, match: /./, times });
    const client = clientOf(sandbox, patient());

    await fail(client, 20);

    expect(kindOf(await failureOf(client.account()))).toBe('unavailable');
  });
});
