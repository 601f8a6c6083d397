import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { ConnectProxy } from '../../test/network/connectProxy';
import { startConnectProxy } from '../../test/network/connectProxy';
import { selfSigned } from '../../test/network/selfSigned';
import {
  allOf,
  clientOf,
  failureOf,
  kindOf,
  serve,
  teamsNumbered,
} from '../../test/sandbox/herokuClient';
import { remedyFor } from './remedies';
import type { HerokuError } from './errors';

// A process that compiles as it starts takes its time.
jest.setTimeout(90_000);

const ROOT = path.resolve(__dirname, '../..');
const API_KEY = 'HRKU-AAsandbox_0000-1111-2222-333344445555';
const HOST = 'api.heroku.test';
const VARIABLES = ['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY'];

const closing: { close(): Promise<void> }[] = [];
const environment = { ...process.env };
beforeEach(() => {
  for (const name of VARIABLES) {
    delete process.env[name];
    delete process.env[name.toLowerCase()];
  }
});
afterEach(async () => {
  process.env = { ...environment };
  await Promise.all(closing.splice(0).map((server) => server.close()));
});

async function proxyTo(
  port: number,
  answer?: number | 'never',
): Promise<ConnectProxy> {
  const proxy = await startConnectProxy(port, answer);
  closing.push(proxy);
  return proxy;
}

/** The API over TLS, with a certificate that nobody here knows but who is told of it. */
const server = { port: 0, requests: 0, authorization: '' };
let folder: string;
let api: https.Server;

beforeAll(async () => {
  const { cert, key } = selfSigned(HOST, 'localhost');
  folder = await mkdtemp(path.join(tmpdir(), 'graph-heroku-proxy-'));
  await writeFile(path.join(folder, 'ca.pem'), cert);
  api = https.createServer({ cert, key }, (request, response) => {
    server.requests++;
    server.authorization = request.headers.authorization ?? '';
    response.end(JSON.stringify(teamsNumbered(2)));
  });
  await new Promise<void>((resolve) =>
    api.listen(0, '127.0.0.1', () => resolve()),
  );
  server.port = (api.address() as AddressInfo).port;
});
afterAll(async () => {
  api.close();
  await rm(folder, { recursive: true, force: true });
});

test('everything goes through the proxy, which sees the host and never the key', async () => {
  const proxy = await proxyTo(server.port);

  // Node reads NODE_EXTRA_CA_CERTS when it starts.
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      '--require=ts-node/register/transpile-only',
      '--eval',
      `const { HerokuClient } = require('./src/heroku');
       const client = new HerokuClient({
         apiKey: ${JSON.stringify(API_KEY)},
         baseUrl: new URL('https://${HOST}'),
       });
       const count = async () => {
         let objects = 0;
         for await (const page of client.teams()) objects += page.objects.length;
         return objects;
       };
       (async () => {
         let objects = await count();
         for (let i = 0; i < 3; i++) {
           const more = await Promise.all(Array.from({ length: 13 }, count));
           objects += more.reduce((a, b) => a + b);
         }
         console.log(objects + ' teams');
       })();`,
    ],
    {
      cwd: ROOT,
      env: {
        PATH: process.env.PATH ?? '',
        NODE_EXTRA_CA_CERTS: path.join(folder, 'ca.pem'),
        HTTPS_PROXY: `http://somebody:secret@${proxy.address}`,
      },
      timeout: 80_000,
    },
  );

  expect(stdout).toBe('80 teams\n');
  expect(server).toMatchObject({
    requests: 40,
    authorization: `Bearer ${API_KEY}`,
  });
  expect(new Set(proxy.connected)).toEqual(new Set([`${HOST}:443`]));
  // Tunnels are kept and used again.
  expect(proxy.connected.length).toBeLessThanOrEqual(10);
  expect(proxy.seen()).not.toContain(API_KEY);
  expect(proxy.seen()).not.toContain('/teams');
  const basic = Buffer.from('somebody:secret').toString('base64');
  expect(proxy.credentials[0]).toBe(`Basic ${basic}`);
});

test('an unknown authority is met once, and said with the setting that helps', async () => {
  const client = clientOf({ url: `https://localhost:${server.port}` });

  const { failure } = (await failureOf(client.account())) as HerokuError;

  expect(failure).toMatchObject({
    kind: 'final',
    status: 'DEPTH_ZERO_SELF_SIGNED_CERT',
  });
  expect(remedyFor(failure)).toContain('NODE_EXTRA_CA_CERTS');
  expect(client.requestsSent).toBe(1);
});

test.each([
  ['', 1],
  ['example.com,localhost', 0],
  ['*', 0],
])('with NO_PROXY=%s the proxy is asked %i times', async (hosts, times) => {
  const proxy = await proxyTo(server.port);
  process.env.HTTPS_PROXY = `http://${proxy.address}`;
  process.env.HTTP_PROXY = `http://${proxy.address}`;
  process.env.NO_PROXY = hosts;
  const client = clientOf({ url: `https://localhost:${server.port}` });

  await failureOf(client.account());

  expect(proxy.connected).toHaveLength(times);
});

test('HTTP_PROXY serves where it is the only one', async () => {
  const proxy = await proxyTo(1, 403);
  process.env.HTTP_PROXY = `http://${proxy.address}`;

  await failureOf(clientOf({ url: `https://${HOST}` }).account());

  expect(proxy.connected).toEqual([`${HOST}:443`]);
});

test('a proxy that never answers is given up, and no connection to it is left', async () => {
  const proxy = await proxyTo(1, 'never');
  process.env.HTTPS_PROXY = `http://${proxy.address}`;
  const client = clientOf({ url: `https://${HOST}` }, { timeoutMs: 100 });

  const errors = await Promise.all(
    Array.from({ length: 30 }, () => failureOf(client.account())),
  );
  while (proxy.open() > 0) {
    await new Promise((resolve) => setImmediate(resolve));
  }

  expect(new Set(errors.map(kindOf))).toEqual(new Set(['retriesExceeded']));
  expect(errors[0]).toMatchObject({ failure: { status: 'ETIMEDOUT' } });
});

test('plain http never goes through a proxy, which would see the key', async () => {
  const server = await serve((_, response) => response.end('[]'));
  closing.push(server);
  const proxy = await proxyTo(Number(new URL(server.url).port));
  process.env.HTTP_PROXY = `http://${proxy.address}`;
  process.env.HTTPS_PROXY = `http://${proxy.address}`;

  await allOf(clientOf(server).teams());

  expect(server.requests).toHaveLength(1);
  expect(proxy.connected).toEqual([]);
  expect(proxy.seen()).toBe('');
});

const failureOver = async (
  proxy: string,
): Promise<{ error: HerokuError; sent: number }> => {
  process.env.HTTPS_PROXY = proxy;
  const client = clientOf({ url: `https://${HOST}` });
  const error = (await failureOf(client.account())) as HerokuError;
  return { error, sent: client.requestsSent };
};

test.each([403, 407])(
  'a proxy that answers %i is not asked again',
  async (status) => {
    const proxy = await proxyTo(1, status);

    const { error, sent } = await failureOver(
      `http://a:secret@${proxy.address}`,
    );

    expect(error.failure).toMatchObject({
      kind: 'final',
      status: `PROXY_${status}`,
    });
    expect(error.message).toContain(`through the proxy ${proxy.address}`);
    expect(error.message).not.toContain('secret');
    expect(remedyFor(error.failure)).toContain('NO_PROXY');
    expect(sent).toBe(1);
  },
);

test('a proxy that cannot reach the host just now is asked again', async () => {
  const proxy = await proxyTo(1, 503);

  const { error, sent } = await failureOver(`http://${proxy.address}`);

  expect(error.failure).toMatchObject({
    kind: 'retriesExceeded',
    status: 'PROXY_503',
  });
  expect(sent).toBe(5);
});

test.each(['http://', 'socks5://secret:secret@127.0.0.1:1', 'http://[secret'])(
  'a variable that names no HTTP proxy (%s) is said, and its value is not',
  async (value) => {
    const { error, sent } = await failureOver(value);

    expect(error.failure).toMatchObject({
      kind: 'final',
      status: 'UNUSABLE_PROXY',
    });
    expect(error.message).not.toContain('secret');
    expect(sent).toBe(0);
  },
);
