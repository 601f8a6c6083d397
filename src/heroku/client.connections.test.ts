import { gzipSync } from 'node:zlib';
import {
  allOf,
  clientOf,
  failureOf,
  organisationOf,
  serve,
  teamsNumbered,
} from '../../test/sandbox/herokuClient';
import type { Sandbox, SandboxOptions } from '../../test/sandbox';
import { startSandbox } from '../../test/sandbox';
import type { HerokuClient } from './index';

const ID = '00000000-0000-4000-8000-000000000001';
const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((server) => server.close()));
});

async function sandboxWith(
  options: Partial<SandboxOptions> = {},
): Promise<Sandbox> {
  const sandbox = await startSandbox({
    organisation: organisationOf({
      '/account': { id: ID, email: 'owner@example.com' },
      '/teams': teamsNumbered(300),
    }),
    ...options,
  });
  closing.push(sandbox);
  return sandbox;
}

/** A server that answers every list with nothing, for what a client sends. */
async function listening() {
  const server = await serve((_, response) => response.end('[]'));
  closing.push(server);
  return server;
}

function manyLists(client: HerokuClient, count: number): Promise<unknown> {
  return Promise.all(
    Array.from({ length: count }, () => allOf(client.teams())),
  );
}

test('a request carries what Heroku wants of it', async () => {
  const server = await listening();

  await allOf(clientOf({ ...server, apiKey: 'HRKU-1' }).teams());

  expect(server.requests[0]?.method).toBe('GET');
  expect(server.requests[0]?.headers).toMatchObject({
    accept: 'application/vnd.heroku+json; version=3',
    authorization: 'Bearer HRKU-1',
    range: 'id ..; max=1000',
    'user-agent': 'jupiterone-graph-heroku',
  });
  expect(server.requests[0]?.headers['accept-encoding']).toContain('gzip');
});

test('add-on lists ask for service and plan, other lists for no expansion', async () => {
  const server = await listening();
  const client = clientOf(server);

  await allOf(client.teamAddons(ID));
  await allOf(client.addons());
  await allOf(client.teamApps(ID));

  expect(
    server.requests.map(({ url, headers }) => [
      url,
      headers['accept-expansion'],
    ]),
  ).toEqual([
    [`/teams/${ID}/addons`, 'addon_service,plan'],
    ['/addons', 'addon_service,plan'],
    [`/teams/${ID}/apps`, undefined],
  ]);
});

test('a single object is asked for without a range', async () => {
  const server = await serve((_, response) =>
    response.end(JSON.stringify({ id: ID })),
  );
  closing.push(server);

  await clientOf(server).account();

  expect(server.requests[0]?.headers.range).toBeUndefined();
});

test('an id cannot lead a request to another path', async () => {
  const server = await listening();

  await allOf(clientOf(server).teamApps('../../account?x=#y'));

  expect(server.requests[0]?.url).toBe(
    '/teams/..%2F..%2Faccount%3Fx%3D%23y/apps',
  );
});

test('a compressed body is decoded', async () => {
  const sandbox = await sandboxWith();

  const teams = await allOf(clientOf(sandbox).teams());

  expect(teams).toHaveLength(300);
  expect(sandbox.requests[0]?.bytes).toBeLessThan(
    JSON.stringify(teams).length / 2,
  );
});

test('a whole run shares one bound on what is in flight', async () => {
  const sandbox = await sandboxWith({ latencyMs: 60 });

  await manyLists(clientOf(sandbox), 40);

  expect(sandbox.maxInFlight).toBe(10);
});

test('the bound on what is in flight can be set', async () => {
  const sandbox = await sandboxWith({ latencyMs: 10 });

  await manyLists(clientOf(sandbox, { concurrency: 3 }), 12);

  expect(sandbox.maxInFlight).toBe(3);
});

test('waiting for a place counts for no time limit', async () => {
  const sandbox = await sandboxWith({ latencyMs: 40 });

  await manyLists(clientOf(sandbox, { concurrency: 1, timeoutMs: 300 }), 12);

  expect(sandbox.requests).toHaveLength(12);
});

test('connections are kept and used again', async () => {
  const sandbox = await sandboxWith({ latencyMs: 5 });
  const client = clientOf(sandbox);

  await manyLists(client, 40);
  await manyLists(client, 40);

  expect(sandbox.requests).toHaveLength(80);
  expect(sandbox.connections).toBeLessThanOrEqual(10);
});

test.each(['never', 'trickle'] as const)(
  'a response that comes %s ends with the time limit and frees its place',
  async (kind) => {
    const sandbox = await sandboxWith();
    const client = clientOf(sandbox, {
      timeoutMs: 60,
      longestAnswerMs: 60,
      maxAttempts: 2,
      concurrency: 1,
    });
    sandbox.inject({ kind, match: '/account', times: 2, intervalMs: 10 });

    const error = await failureOf(client.account());

    expect(error).toMatchObject({ failure: { kind: 'retriesExceeded' } });
    expect(error).toMatchObject({ failure: { status: 'TIMEOUT' } });
    expect(error.message).toContain('60 ms');
    expect(await client.account()).toMatchObject({ object: { id: ID } });
  },
);

test('an answer may take as long as it makes progress', async () => {
  const body = JSON.stringify(teamsNumbered(300));
  const server = await serve((_, response) => {
    let sent = 0;
    const timer = setInterval(() => {
      response.write(body.slice(sent, sent + 1_000));
      sent += 1_000;
      if (sent >= body.length) {
        clearInterval(timer);
        response.end();
      }
    }, 20);
  });
  closing.push(server);
  const startedAt = performance.now();

  const teams = await allOf(
    clientOf(server, { timeoutMs: 250, maxAttempts: 1 }).teams(),
  );

  expect(teams).toHaveLength(300);
  expect(performance.now() - startedAt).toBeGreaterThan(250);
});

test.each([
  ['plain', (body: Buffer) => body, {}],
  [
    'compressed',
    (body: Buffer) => gzipSync(body),
    { 'Content-Encoding': 'gzip' },
  ],
] as const)(
  'a %s body that ends before its length is noticed at once, not at the time limit',
  async (_, encode, headers) => {
    const body = encode(Buffer.from(JSON.stringify(teamsNumbered(500))));
    const server = await serve((__, response) => {
      response.writeHead(200, { ...headers, 'Content-Length': body.length });
      response.write(body.subarray(0, body.length >> 1), () =>
        response.socket?.end(),
      );
    });
    closing.push(server);
    const client = clientOf(server, { timeoutMs: 20_000, maxAttempts: 2 });

    const error = await failureOf(allOf(client.teams()));

    expect(error).toMatchObject({ failure: { kind: 'retriesExceeded' } });
    expect(error).toMatchObject({ failure: { status: 'ECONNRESET' } });
  },
  5_000,
);

test('a compressed body cut in the middle is no list, whatever decodes of it', async () => {
  const body = gzipSync(JSON.stringify(teamsNumbered(500)));
  const server = await serve((_, response) => {
    response.setHeader('Content-Encoding', 'gzip');
    response.end(body.subarray(0, body.length >> 1));
  });
  closing.push(server);

  expect(
    await failureOf(allOf(clientOf(server, { maxAttempts: 2 }).teams())),
  ).toMatchObject({ failure: { kind: 'retriesExceeded' } });
  expect(server.requests).toHaveLength(2);
});

test('a body without end is given up before it fills the memory', async () => {
  const server = await serve((_, response) => {
    response.write('[');
    const more = () => {
      while (!response.closed && response.write('"x",'.repeat(10_000)));
      if (!response.closed) response.once('drain', more);
    };
    more();
  });
  closing.push(server);
  const client = clientOf(server, {
    maxBodyBytes: 1_000_000,
    timeoutMs: 20_000,
  });

  const error = await failureOf(client.account());

  expect(error).toMatchObject({
    failure: { kind: 'final', status: 'BODY_TOO_LARGE' },
  });
  expect(server.requests).toHaveLength(1);
}, 5_000);
