import { runCliInProcess } from '../e2e/cliInProcess';
import { runCli } from '../e2e/process';
import { startJupiterOne } from '../jupiterone/server';
import type { Organisation } from '../sandbox';
import { startSandbox } from '../sandbox';
import { serve } from '../sandbox/herokuClient';
import type { Doors } from './doors';
import { filesUnder } from './doors';
import type { Hostility } from './hostileHeroku';
import { startHostileHeroku } from './hostileHeroku';

export interface Scenario {
  command: 'collect' | 'run';
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error';
  organisation: Organisation;
  apiKey: string;
  /** Made with the address of a second server, to which nothing may be sent. */
  hostility?: (elsewhere: string) => Hostility;
  /** Whether the CLI gets a process of its own, with all that the process itself may print. */
  wholeProcess?: boolean;
}

/**
 * Runs the CLI with every source on, against a Heroku that echoes secrets, and notes all that went out by any door.
 *
 * @returns what was printed
 */
export async function runAndWatch(
  {
    command,
    logLevel,
    organisation,
    apiKey,
    hostility,
    wholeProcess = false,
  }: Scenario,
  doors: Doors,
): Promise<string> {
  const secrets = [...organisation.canaries.values()].slice(0, 3).join(' ');
  const elsewhere = await serve((_, response) => response.end('[]'));
  const sandbox = await startSandbox({ organisation, apiKey });
  const heroku = await startHostileHeroku(
    sandbox.url,
    secrets,
    hostility?.(elsewhere.url),
  );
  const jupiterOne = await startJupiterOne({ withEvents: true });
  const commandLine = {
    args: command === 'run' ? jupiterOne.runArguments('secrets') : [],
    env: {
      ...(command === 'run' && jupiterOne.env),
      API_KEY: apiKey,
      INGEST_APP_DETAILS: 'true',
      HEROKU_API_URL: heroku.url,
      LOG_LEVEL: logLevel,
    },
  };
  const result = wholeProcess
    ? await runCli(command, { ...commandLine, timeoutMs: 120_000 })
    : await runCliInProcess(command, commandLine);
  try {
    if ('timedOut' in result && result.timedOut) {
      throw new Error('the run did not end');
    }
    doors.add('files', [
      ...(await filesUnder(result.workingDirectory)),
      ...(await filesUnder(result.storageDirectory)),
    ]);
    for (const stream of ['stdout', 'stderr'] as const) {
      doors.add(stream, [
        { where: `${command} ${logLevel}`, text: result[stream] },
      ]);
    }
    for (const { method, path, headers, body } of jupiterOne.requests) {
      doors.add(`JupiterOne: ${path.split('/').at(-1)}`, [
        {
          where: `${method} ${path}`,
          text: `${path} ${JSON.stringify(headers)} ${body}`,
        },
      ]);
    }
    doors.add(
      'Heroku: URL and headers other than Authorization',
      heroku.received,
    );
    doors.add(
      'the server that redirects lead to',
      elsewhere.requests.map(({ url = '' }) => ({ where: url, text: apiKey })),
    );
    return result.stdout + result.stderr;
  } finally {
    await result.cleanUp();
    await Promise.all(
      [elsewhere, heroku, sandbox, jupiterOne].map((server) => server.close()),
    );
  }
}
