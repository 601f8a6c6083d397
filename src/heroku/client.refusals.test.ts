import {
  allOf,
  clientOf,
  failureOf,
  organisationOf,
  serve,
  teamsNumbered,
} from '../../test/sandbox/herokuClient';
import type { Sandbox } from '../../test/sandbox';
import { startSandbox } from '../../test/sandbox';
import type { HerokuError } from './errors';
import {
  HerokuAuthenticationError,
  HerokuAuthorizationError,
  HerokuNotFoundError,
  HerokuRequestError,
  HerokuRetriesExceededError,
} from './errors';
import { isMissingScope } from './failure';

const ID = '00000000-0000-4000-8000-000000000001';
let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({
    organisation: organisationOf({
      '/account': { id: ID },
      '/teams': teamsNumbered(3),
    }),
  });
});
afterEach(() => sandbox.close());

test.each([
  [304, HerokuRequestError],
  [400, HerokuRequestError],
  [402, HerokuAuthorizationError],
  [403, HerokuAuthorizationError],
  [404, HerokuNotFoundError],
  [405, HerokuRequestError],
  [406, HerokuRequestError],
  [410, HerokuNotFoundError],
  [416, HerokuRequestError],
  [422, HerokuRequestError],
])('a %i is final: one request, no retry', async (status, type) => {
  sandbox.inject({ kind: 'status', status, match: '/teams', times: Infinity });

  const error = await failureOf(allOf(clientOf(sandbox).teams()));

  expect(error).toBeInstanceOf(type);
  expect(error).toMatchObject({ failure: { status, route: 'GET /teams' } });
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

  expect(error).toBeInstanceOf(HerokuAuthorizationError);
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

describe('a revoked key', () => {
  test('is refused once: nothing is asked after that', async () => {
    const client = clientOf(sandbox);
    await allOf(client.teams());
    sandbox.revokeKey();

    const first = await failureOf(client.account());
    const second = await failureOf(allOf(client.teams()));

    expect(first).toBeInstanceOf(HerokuAuthenticationError);
    expect(first).toMatchObject({ fatal: true });
    expect(second).toBeInstanceOf(HerokuAuthenticationError);
    expect(sandbox.requests).toHaveLength(2);
  });

  test('ends what waits for its turn and what waits for another attempt', async () => {
    const client = clientOf(sandbox, { concurrency: 2 });
    sandbox.revokeKey();

    const errors = await Promise.all(
      Array.from({ length: 30 }, () => failureOf(client.account())),
    );

    expect(
      errors.every((error) => error instanceof HerokuAuthenticationError),
    ).toBe(true);
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

    expect(refused).toBeInstanceOf(HerokuAuthenticationError);
    expect(held).toBeInstanceOf(HerokuAuthenticationError);
  }, 5_000);
});

test.each(['key\nwith a line', 'key with a space', 'ключ', 'key\u0000'])(
  'a key that no header can hold (%j) is refused unsent, and not told',
  async (apiKey) => {
    const client = clientOf({ url: sandbox.url, apiKey });

    const error = await failureOf(client.account());

    expect(error).toBeInstanceOf(HerokuAuthenticationError);
    expect(error.message).not.toContain(apiKey);
    expect(error.stack).not.toContain(apiKey);
    expect(sandbox.requests).toHaveLength(0);
  },
);

test('an object that is no such resource is asked for again', async () => {
  sandbox.inject({ kind: 'json', body: { id: 7 }, match: '/account' });

  expect(await clientOf(sandbox).account()).toMatchObject({ id: ID });
  expect(sandbox.requests).toHaveLength(2);
});

test('an object that never is what it should be is a failure', async () => {
  sandbox.inject({
    kind: 'json',
    body: { id: 7 },
    match: '/account',
    times: Infinity,
  });

  const error = await failureOf(clientOf(sandbox).account());

  expect(error).toBeInstanceOf(HerokuRetriesExceededError);
  expect(error.message).toContain('not with the JSON object');
});
