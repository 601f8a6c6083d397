import type { HandServer } from '../../test/sandbox/herokuClient';
import {
  clientOf,
  failureOf,
  organisationOf,
  serve,
} from '../../test/sandbox/herokuClient';
import type { Sandbox } from '../../test/sandbox';
import { startSandbox } from '../../test/sandbox';

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

const STATUSES = [300, 301, 302, 303, 305, 307, 308];

test.each(STATUSES)(
  'a %i to another origin is not followed: the other server sees nothing',
  async (status) => {
    sandbox.inject({
      kind: 'redirect',
      status,
      location: `${other.url}/account`,
      match: '/account',
      times: Infinity,
    });

    const error = await failureOf(clientOf(sandbox).account());

    expect(error).toMatchObject({ failure: { kind: 'final', status } });
    expect(error.message).toContain('not followed');
    expect(sandbox.requests).toHaveLength(1);
    expect(other.requests).toHaveLength(0);
  },
);

test.each(STATUSES)(
  'a %i to the same origin is not followed either',
  async (status) => {
    sandbox.inject({
      kind: 'redirect',
      status,
      location: '/account',
      match: '/teams/:id',
      times: Infinity,
    });

    const error = await failureOf(clientOf(sandbox).team(ID));

    expect(error).toMatchObject({ failure: { kind: 'final', status } });
    expect(sandbox.requests).toHaveLength(1);
  },
);

test('a plain host is named, and one that may hold a secret is not', async () => {
  const at = (location: string) =>
    sandbox.inject({ kind: 'redirect', location, match: '/account' });
  at('https://api.example.com/account');
  at('https://a1b2c3d4e5f6g7h8.example.com/account');

  const plain = await failureOf(clientOf(sandbox).account());
  const secret = await failureOf(clientOf(sandbox).account());

  expect(plain.message).toContain(
    'a redirect to api.example.com, not followed',
  );
  expect(secret.message).toContain('a redirect to [redacted], not followed');
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

  expect(await failureOf(clientOf(sandbox).account())).toMatchObject({
    failure: { kind: 'final' },
  });
  expect(sandbox.requests).toHaveLength(1);
  expect(other.requests).toHaveLength(0);
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
