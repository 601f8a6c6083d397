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
