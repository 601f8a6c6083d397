import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { organisationOf, teamsNumbered } from '../../test/sandbox/herokuClient';
import type { Sandbox } from '../../test/sandbox';
import { startSandbox } from '../../test/sandbox';

jest.setTimeout(90_000);

const run = promisify(execFile);
const ROOT = resolve(__dirname, '../..');

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({
    organisation: organisationOf({ '/teams': teamsNumbered(3000) }),
  });
});
afterEach(() => sandbox.close());

/** Runs `body`, with a `client` of the sandbox, as a process of its own. */
async function processOf(body: string): Promise<string> {
  const { stdout } = await run(
    process.execPath,
    [
      '--require=ts-node/register/transpile-only',
      '--eval',
      `const { HerokuClient } = require('./src/heroku');
       const client = new HerokuClient({
         apiKey: process.env.API_KEY,
         baseUrl: new URL(process.env.HEROKU_API_URL),
         retryDelayMs: 1,
         timeoutMs: 2_000,
       });
       (async () => { ${body} })();`,
    ],
    {
      cwd: ROOT,
      env: { ...process.env, ...sandbox.environment() },
      timeout: 80_000,
    },
  );
  return stdout;
}

test('kept-alive connections do not keep a process that is done', async () => {
  const output = await processOf(`
    let count = 0;
    for await (const { objects } of client.teams()) count += objects.length;
    console.log(count);
  `);

  expect(output).toBe('3000\n');
});

test('a page asked for in advance that fails after the reader has left ends no process', async () => {
  const broken = { kind: 'status', status: 404, match: '/teams' } as const;
  sandbox.inject({ ...broken, skip: 1 });
  sandbox.inject({ ...broken, skip: 2 });

  const output = await processOf(`
    for await (const page of client.teams()) break;
    try {
      for await (const page of client.teams()) throw new Error('of the reader');
    } catch (error) {
      console.log(error.message);
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
    console.log('alive');
  `);

  expect(output).toBe('of the reader\nalive\n');
  expect(sandbox.requests.map(({ status }) => status)).toEqual([
    206, 404, 206, 404,
  ]);
});

test('passing faults settle no promise twice, which JupiterOne’s SDK would log as errors', async () => {
  for (const kind of [
    'hangUp',
    'resetMidBody',
    'closeMidBody',
    'never',
  ] as const) {
    sandbox.inject({ kind, match: '/teams' });
  }
  sandbox.inject({ kind: 'redirect', location: '/teams', match: '/spaces' });

  const output = await processOf(`
    process.on('multipleResolves', (type) => console.log('settled twice: ' + type));
    process.on('unhandledRejection', () => console.log('not handled'));
    let count = 0;
    for await (const { objects } of client.teams()) count += objects.length;
    await client.spaces().next().catch(({ failure }) => console.log(failure.status));
    console.log(count);
  `);

  expect(output).toBe('302\n3000\n');
  expect(sandbox.requests.filter(({ fault }) => fault)).toHaveLength(5);
});
