import type { HandServer } from '../../test/sandbox/herokuClient';
import {
  clientOf,
  failureOf,
  organisationOf,
  serve,
} from '../../test/sandbox/herokuClient';
import type { Sandbox } from '../../test/sandbox';
import { startSandbox } from '../../test/sandbox';
import { HerokuRequestError } from './errors';

const ID = '00000000-0000-4000-8000-000000000001';
let sandbox: Sandbox;
let other: HandServer;
beforeEach(async () => {
  sandbox = await startSandbox({
    organisation: organisationOf({
      '/account': { id: ID },
      [`/teams/${ID}`]: { id: ID },
    }),
  });
  other = await serve((_, response) => response.end(`{"id":"${ID}"}`));
});
afterEach(async () => {
  await Promise.all([sandbox.close(), other.close()]);
});

test.each([301, 302, 303, 307, 308])(
  'a %i to the same origin is followed, with the key',
  async (status) => {
    sandbox.inject({
      kind: 'redirect',
      status,
      location: '/account',
      match: '/teams/:id',
    });

    expect(await clientOf(sandbox).team(ID)).toMatchObject({ id: ID });
    expect(sandbox.requests.map(({ path }) => path)).toEqual([
      `/teams/${ID}`,
      '/account',
    ]);
  },
);

test.each([301, 302, 303, 307, 308])(
  'a %i to another origin is never followed: the other server sees nothing',
  async (status) => {
    sandbox.inject({
      kind: 'redirect',
      status,
      location: `${other.url}/account`,
      match: '/account',
      times: Infinity,
    });

    const error = await failureOf(clientOf(sandbox).account());

    expect(error).toBeInstanceOf(HerokuRequestError);
    expect(error.message).toContain('another origin');
    expect(sandbox.requests).toHaveLength(1);
    expect(other.requests).toHaveLength(0);
  },
);

test('a redirect by way of the same origin to another is not followed either', async () => {
  sandbox.inject({
    kind: 'redirect',
    location: '/account',
    match: '/teams/:id',
  });
  sandbox.inject({ kind: 'redirect', location: other.url, match: '/account' });

  const error = await failureOf(clientOf(sandbox).team(ID));

  expect(error).toBeInstanceOf(HerokuRequestError);
  expect(other.requests).toHaveLength(0);
});

test.each([
  [
    'the same host by name',
    (url: URL) => `http://localhost:${url.port}/account`,
  ],
  ['no scheme', () => `//${new URL(other.url).host}/account`],
  ['https', (url: URL) => `https://${url.host}/account`],
  ['credentials', (url: URL) => `http://a:b@${url.hostname}:1/account`],
  ['nothing that can be read', () => 'http://['],
])('a redirect to %s is final', async (_, location) => {
  sandbox.inject({
    kind: 'redirect',
    location: location(new URL(sandbox.url)),
    match: '/account',
    times: Infinity,
  });

  expect(await failureOf(clientOf(sandbox).account())).toBeInstanceOf(
    HerokuRequestError,
  );
  expect(sandbox.requests).toHaveLength(1);
  expect(other.requests).toHaveLength(0);
});

test('redirects in a circle end', async () => {
  sandbox.inject({
    kind: 'redirect',
    location: '/account',
    match: '/account',
    times: Infinity,
  });

  const error = await failureOf(clientOf(sandbox).account());

  expect(error).toBeInstanceOf(HerokuRequestError);
  expect(error.message).toContain('too many redirects');
  expect(sandbox.requests).toHaveLength(4);
});

test('the body of a redirect that is not followed does not keep its connection open', async () => {
  let isOpen = true;
  const server = await serve((_, response) => {
    response.once('close', () => (isOpen = false));
    response.writeHead(302, { Location: other.url });
    response.write('never ends');
  });

  await failureOf(clientOf(server).account());
  for (let turn = 0; isOpen && turn < 10_000; turn++) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  const isOpenAtEnd = isOpen;
  await server.close();

  expect(isOpenAtEnd).toBe(false);
});
