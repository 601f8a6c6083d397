import { inspect } from 'node:util';
import {
  allOf,
  clientOf,
  failureOf,
  serve,
} from '../../test/sandbox/herokuClient';
import { isHerokuError } from './errors';
import { describeFailure } from './failure';

/** Keys of every form: Heroku's, its old one, and one that nothing but knowing it could tell from prose. */
const KEYS = {
  'of today': 'HRKU-AAsandbox_0000-1111-2222-333344445555',
  'of the old form': '01234567-89ab-4def-8123-456789abcdef',
  'like a word': 'mysecret',
};
const CANARY = 'CANARY-log-drain-url-3';

/** All that can be got out of an error: message, stack, every property at any depth, hidden ones included. */
function allOfError(error: Error): string {
  return [
    String(error),
    error.stack,
    JSON.stringify(error, Object.getOwnPropertyNames(error)),
    inspect(error, { depth: 20, showHidden: true, getters: true }),
    isHerokuError(error) ? describeFailure(error.failure) : '',
    isHerokuError(error) ? JSON.stringify(error.failure) : '',
  ].join('\n');
}

const statuses = [
  200, 206, 301, 302, 304, 400, 401, 402, 403, 404, 410, 416, 422, 429, 500,
  503,
];

describe.each(Object.entries(KEYS))('a key %s', (_, apiKey) => {
  test.each(statuses)(
    'is in no error when a %i echoes it wherever an answer can hold it',
    async (status) => {
      const server = await serve((request, response) => {
        const echo = `${request.headers.authorization} ${CANARY}`;
        const [, key = ''] = echo.split(' ');
        response.writeHead(status, `Refused ${echo}`, {
          'Request-Id': key,
          'Next-Range': `id ${key}..${CANARY}`,
          'OAuth-Scope': key.toLowerCase(),
          'OAuth-Scope-Accepted': key,
          'Retry-After': `0 ${key}`,
          Location: `http://${key.replaceAll('_', '')}.example.com/${CANARY}`,
          Warning: echo,
        });
        response.end(
          JSON.stringify({ id: key, message: `You sent ${echo}.`, url: echo }),
        );
      });

      const error = await failureOf(
        allOf(
          clientOf(
            { url: server.url, apiKey },
            { maxAttempts: 2, longestRateLimitMs: -1 },
          ).teams(),
        ),
      );
      await server.close();

      expect(allOfError(error)).not.toContain(apiKey);
      expect(allOfError(error).toLowerCase()).not.toContain(
        apiKey.toLowerCase(),
      );
      expect(allOfError(error)).not.toContain(CANARY);
    },
  );
});

test('a page that could not go on says nothing of what was on it', async () => {
  const server = await serve((_, response) => {
    response.writeHead(206);
    response.end(JSON.stringify([{ id: CANARY + '!', token: CANARY }]));
  });

  const error = await failureOf(allOf(clientOf(server).teams()));
  await server.close();

  expect(error).toMatchObject({ failure: { kind: 'incompleteList' } });
  expect(allOfError(error)).not.toContain(CANARY);
});

test('what is said of a broken connection names no more than host and code', async () => {
  const server = await serve((request) => request.socket.destroy());

  const client = clientOf(server, { maxAttempts: 1 });
  const error = await failureOf(client.account());
  await server.close();

  expect(allOfError(error)).not.toContain('HRKU');
  expect(error.message).toContain(client.host);
});

test('a client shows its key to nobody who looks at it, not even while it asks', async () => {
  const apiKey = KEYS['of today'];
  let answer = () => {};
  const server = await serve((_, response) => {
    answer = () => response.end('[]');
  });
  const client = clientOf({ url: server.url, apiKey });
  const asked = allOf(client.teams());
  while (server.requests.length === 0) {
    await new Promise((resolve) => setImmediate(resolve));
  }

  const shown = [
    inspect(client, { depth: 30, showHidden: true, getters: true }),
    JSON.stringify(client),
    JSON.stringify(Object.getOwnPropertyNames(client)),
  ].join();
  answer();
  await asked;
  await server.close();

  expect(shown).not.toContain(apiKey);
});

test.each(['', '.', '..'])(
  'a team whose name is %j is not asked for: the path would be that of something else',
  async (name) => {
    const server = await serve((_, response) => response.end('[]'));
    const client = clientOf(server);

    const error = await failureOf(allOf(client.teamInvitations(name)));
    await server.close();

    expect(error).toMatchObject({
      failure: { kind: 'final', status: 'NOT_ASKED' },
    });
    expect(server.requests).toHaveLength(0);
  },
);
