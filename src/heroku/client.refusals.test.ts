import type { ServerResponse } from 'node:http';
import {
  allOf,
  clientOf,
  failureOf,
  kindOf,
  organisationOf,
  serve,
  teamsNumbered,
} from '../../test/sandbox/herokuClient';
import type { Fault, Sandbox } from '../../test/sandbox';
import { startSandbox } from '../../test/sandbox';
import { NO_SUCH_ROUTE } from '../../test/sandbox/errorBodies';
import type { HerokuError } from './errors';
import { isMissingScope } from './failure';

const ID = '00000000-0000-4000-8000-000000000001';
let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({
    organisation: organisationOf({
      '/account': { id: ID },
      '/teams': teamsNumbered(3),
      '/spaces': [],
    }),
  });
});
afterEach(() => sandbox.close());

test.each([
  [304, 'final'],
  [400, 'final'],
  [402, 'authorization'],
  [403, 'authorization'],
  [404, 'notFound'],
  [405, 'final'],
  [406, 'final'],
  [410, 'final'],
  [422, 'final'],
])('a %i is final: one request, no retry', async (status, kind) => {
  sandbox.inject({ kind: 'status', status, match: '/teams', times: Infinity });

  const error = await failureOf(allOf(clientOf(sandbox).teams()));

  expect(error).toMatchObject({
    failure: { kind, status, route: 'GET /teams' },
  });
  expect(sandbox.requests).toHaveLength(1);
});

test('a refusal says route, status, Heroku id and message, request id and scopes', async () => {
  sandbox.setScopes(['read', 'identity']);
  sandbox.inject({
    kind: 'status',
    status: 403,
    herokuId: 'forbidden',
    message: 'You do not have access to that team.',
    acceptedScopes: ['global'],
    headers: { 'Request-Id': 'aaaaaaaa-0000-4000-8000-000000000001' },
    match: '/teams/:id/members',
  });

  const error = await failureOf(allOf(clientOf(sandbox).teamMembers(ID)));

  const { failure } = error as HerokuError;
  expect(failure).toMatchObject({
    route: 'GET /teams/{team}/members',
    path: `/teams/${ID}/members`,
    status: 403,
    statusText: 'Forbidden',
    herokuId: 'forbidden',
    herokuMessage: 'You do not have access to that team.',
    scopesAccepted: ['global'],
    scopesHeld: ['read', 'identity'],
  });
  expect(failure.requestId).toMatch(/^[\w-]{36}$/);
  expect(isMissingScope(failure)).toBe(true);
  expect(error.message).toBe(
    `GET /teams/{team}/members answered 403 Forbidden; Heroku says forbidden: You do not have access to that team; the route takes the scope global, the key holds read, identity; request ${failure.requestId}`,
  );
});

test('a refusal without Heroku’s JSON is told by its status', async () => {
  sandbox.inject({ kind: 'html', status: 403, match: '/teams' });

  const error = await failureOf(allOf(clientOf(sandbox).teams()));

  expect(error).toMatchObject({ failure: { kind: 'authorization' } });
  expect(error).toMatchObject({ failure: { herokuId: undefined } });
});

test.each([
  ['spaces', 'read identity'],
  ['commas', 'read,identity'],
  ['both', 'read, identity'],
  ['capitals', 'Read Identity'],
])('the scopes held are read where %s part them', async (_, header) => {
  const server = await serve((__, response) => {
    response.setHeader('OAuth-Scope', header);
    response.end('[]');
  });
  const client = clientOf(server);

  expect(client.scopes).toBeUndefined();
  await allOf(client.teams());
  await server.close();

  expect(client.scopes).toEqual(['read', 'identity']);
});

test.each([
  ['no header', undefined],
  ['an empty header', ''],
  ['a header of something else', '{"scopes":7}'],
])('with %s it is not known which scopes the key holds', async (_, header) => {
  const server = await serve((__, response) => {
    if (header !== undefined) response.setHeader('OAuth-Scope', header);
    response.end('[]');
  });
  const client = clientOf(server);

  await allOf(client.teams());
  await server.close();

  expect(client.scopes).toBeUndefined();
});

describe('a 404', () => {
  test.each<[string, Fault]>([
    ['in HTML', { kind: 'html', status: 404, match: '/teams' }],
    [
      'of a proxy',
      {
        kind: 'json',
        status: 404,
        body: { message: 'no Route matched' },
        match: '/teams',
      },
    ],
    [
      'with another id',
      { kind: 'status', status: 404, herokuId: 'gone', match: '/teams' },
    ],
    [
      'of a route',
      {
        kind: 'status',
        status: 404,
        message: NO_SUCH_ROUTE,
        match: '/teams',
      },
    ],
    ['of a list', { kind: 'json', status: 404, body: [], match: '/teams' }],
  ])(
    '%s is not Heroku saying that something is not there',
    async (_, fault) => {
      sandbox.inject({ ...fault, times: Infinity });

      const error = await failureOf(allOf(clientOf(sandbox).teams()));

      expect(kindOf(error)).toBe('final');
      expect(sandbox.requests).toHaveLength(1);
    },
  );

  test('without a body is not either', async () => {
    const server = await serve((_, response) => {
      response.writeHead(404).end();
    });

    const error = await failureOf(clientOf(server).account());
    await server.close();

    expect(kindOf(error)).toBe('final');
    expect(server.requests).toHaveLength(1);
  });
});

test.each(['gone', 'not_found'])(
  'a 410 that says %s is a failure and not gone',
  async (herokuId) => {
    sandbox.inject({ kind: 'status', status: 410, herokuId, match: '/teams' });

    const error = await failureOf(allOf(clientOf(sandbox).teams()));

    expect(kindOf(error)).toBe('final');
  },
);

describe.each([
  [403, 'authorization'],
  [404, 'final'],
  [422, 'final'],
])('a %i', (status, kind) => {
  test.each<[string, (response: ServerResponse) => void]>([
    ['is cut off', (response) => response.socket?.destroy()],
    ['is no gzip', (response) => response.end('no gzip')],
    ['is no JSON', (response) => response.end()],
  ])('whose body %s is final by its status', async (how, finish) => {
    const isGzip = how === 'is no gzip';
    const server = await serve((_, response) => {
      response.writeHead(status, isGzip ? { 'Content-Encoding': 'gzip' } : {});
      response.write('{"id":"not_fou', () => finish(response));
    });

    const error = await failureOf(clientOf(server).account());
    await server.close();

    expect(error).toMatchObject({ failure: { kind, status } });
    expect(server.requests).toHaveLength(1);
  });
});

describe('a key that was good', () => {
  const paths = () => sandbox.requests.map(({ path }) => path);

  test('and is revoked is refused once more, and then nothing is asked', async () => {
    const client = clientOf(sandbox);
    await client.account();
    sandbox.revokeKey();

    const first = await failureOf(allOf(client.teams()));
    const second = await failureOf(client.app(ID));

    expect(first).toMatchObject({
      fatal: true,
      failure: { kind: 'authentication', route: 'GET /teams' },
    });
    expect(second).toMatchObject({
      failure: { kind: 'authentication', route: 'GET /teams' },
    });
    expect(paths()).toEqual(['/account', '/teams', '/account']);
  });

  test('and meets a single 401 loses nothing', async () => {
    const client = clientOf(sandbox);
    await client.account();
    sandbox.inject({ kind: 'status', status: 401, match: '/teams' });

    expect(await allOf(client.teams())).toHaveLength(3);
    expect(paths()).toEqual(['/account', '/teams', '/account', '/teams']);
  });

  test('and is refused for one thing twice may not read that thing', async () => {
    const client = clientOf(sandbox);
    await client.account();
    const fault = { kind: 'status', status: 401, match: '/teams' } as const;
    sandbox.inject({ ...fault, times: Infinity });

    const error = await failureOf(allOf(client.teams()));

    expect(error).toMatchObject({
      fatal: false,
      failure: { kind: 'authorization', status: 401 },
    });
    expect(paths()).toHaveLength(5);
    expect(await client.account()).toMatchObject({ object: { id: ID } });
  });

  test('is proven by what it was good for, where that is not the account', async () => {
    sandbox.setScopes(['read']);
    const client = clientOf(sandbox);
    await failureOf(client.account());
    await allOf(client.teams());
    sandbox.inject({ kind: 'status', status: 401, match: '/spaces' });

    await allOf(client.spaces());

    expect(paths().slice(2)).toEqual(['/spaces', '/teams', '/spaces']);
  });

  test('is not given up because the question could not be answered', async () => {
    const client = clientOf(sandbox);
    await client.account();
    sandbox.inject({ kind: 'status', status: 401, match: '/teams', times: 2 });
    sandbox.inject({ kind: 'status', status: 503, match: '/account' });

    expect(await allOf(client.teams())).toHaveLength(3);
  });

  test('ends everything at once when it is refused, answers under way included', async () => {
    const client = clientOf(sandbox, { concurrency: 4 });
    await client.account();
    sandbox.revokeKey();

    const errors = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        failureOf(index % 2 ? client.app(ID) : allOf(client.teams())),
      ),
    );

    expect(new Set(errors.map(kindOf))).toEqual(new Set(['authentication']));
    expect(new Set(errors.map(({ message }) => message)).size).toBe(1);
    // Those in flight, and the question.
    expect(sandbox.requests.length).toBeLessThanOrEqual(1 + 4 + 1);
  });
});

test('while a 401 is being settled nothing is sent, and an answer under way counts no more after it', async () => {
  const held = new Map<string, () => void>();
  let isRevoked = false;
  const server = await serve(({ url = '' }, response) => {
    const answer = (status: number, body: unknown) => () =>
      response.writeHead(status).end(JSON.stringify(body));
    if (url === '/teams' && isRevoked) {
      answer(401, {})();
    } else if (isRevoked) {
      held.set(url, answer(url === '/account' ? 401 : 200, []));
    } else {
      answer(200, { id: ID })();
    }
  });
  const until = async (url: string) => {
    while (!held.has(url)) await new Promise((go) => setImmediate(go));
    return held.get(url)?.();
  };
  const client = clientOf(server, { concurrency: 3 });
  await client.account();
  isRevoked = true;

  const asked = [
    client.pipelines(),
    client.spaces(),
    client.teams(),
    client.addons(),
  ].map((pages) => allOf<unknown>(pages).then(() => 'answered', kindOf));
  // One that was sent before comes back while the key is being checked, and leaves its place to the next.
  while (!held.has('/account')) await new Promise((go) => setImmediate(go));
  await until('/spaces');
  for (let turn = 0; turn < 200; turn++) {
    await new Promise((go) => setImmediate(go));
  }
  const sent = server.requests.map(({ url }) => url);
  await until('/account');
  await asked[2];
  await until('/pipelines');
  const outcomes = await Promise.all(asked);
  await server.close();

  expect(sent).not.toContain('/addons');
  expect(server.requests.map(({ url }) => url)).not.toContain('/addons');
  expect(outcomes).toEqual([
    'authentication',
    'answered',
    'authentication',
    'authentication',
  ]);
});

describe('a key that never was good', () => {
  test('is refused without another question', async () => {
    const client = clientOf(sandbox, { concurrency: 2 });
    sandbox.revokeKey();

    const errors = await Promise.all(
      Array.from({ length: 30 }, () => failureOf(client.account())),
    );

    expect(errors.every((error) => kindOf(error) === 'authentication')).toBe(
      true,
    );
    expect(sandbox.requests.length).toBeLessThanOrEqual(2);
  });

  test('ends at once what the rate limit holds back', async () => {
    const client = clientOf(sandbox);
    sandbox.inject({
      kind: 'rateLimited',
      retryAfter: 3000,
      match: '/account',
    });
    sandbox.inject({ kind: 'status', status: 401, match: '/teams' });
    sandbox.inject({ kind: 'trickle', intervalMs: 1, match: '/teams' });

    const [held, refused] = await Promise.all([
      failureOf(client.account()),
      failureOf(allOf(client.teams())),
    ]);

    expect(refused).toMatchObject({ failure: { kind: 'authentication' } });
    expect(held).toMatchObject({ failure: { kind: 'authentication' } });
  }, 5_000);
});

test.each(['key\nwith a line', 'key with a space', 'ключ', 'key\u0000'])(
  'a key that no header can hold (%j) is refused unsent, and not told',
  async (apiKey) => {
    const client = clientOf({ url: sandbox.url, apiKey });

    const error = await failureOf(client.account());

    expect(error).toMatchObject({ failure: { kind: 'authentication' } });
    expect(error.message).not.toContain(apiKey);
    expect(error.stack).not.toContain(apiKey);
    expect(sandbox.requests).toHaveLength(0);
  },
);
