import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseEnv } from 'node:util';
import type { Service } from '../test/recordCollection';
import type { RecordingPlace } from '../test/recording';
import { HEROKU_ORIGIN, RECORDED_ORGANISATION } from '../test/recording';
import { runProgram, UsageError } from './program';
import { pseudonymiser } from './pseudonymiser';

const PROJECT_ROOT = path.resolve(__dirname, '..');
/** Git ignores it: what comes from a real account is not for the repository. */
const REAL_ACCOUNT: RecordingPlace = {
  directory: path.join(PROJECT_ROOT, '.j1-integration'),
  name: 'real-account',
};

const USAGE = `Usage: npm run record -- [--real-account]

Records what Heroku answers in a whole collection, with every source and the details of every app.

By default the sandbox answers, and the recording that the tests of the steps replay is made anew.
--real-account asks Heroku with the API_KEY of .env, and writes to .j1-integration/__recordings__
instead.`;

async function record(isRealAccount: boolean): Promise<void> {
  // Loaded late, because it loads the SDK, and `--help` does not need that.
  const { recordCollection, sandboxToRecord } =
    await import('../test/recordCollection');
  const service = await (isRealAccount ? realAccount() : sandboxToRecord());
  try {
    const { file, warnings } = await recordCollection(
      service,
      isRealAccount ? REAL_ACCOUNT : RECORDED_ORGANISATION,
    );
    warnings.forEach((warning) => console.warn(warning));
    console.log(path.relative(PROJECT_ROOT, file));
  } finally {
    await service.close();
  }
}

async function realAccount(): Promise<Service> {
  const env = await readFile(path.join(PROJECT_ROOT, '.env'), 'utf8').catch(
    () => '',
  );
  const apiKey = parseEnv(env).API_KEY?.trim();
  if (!apiKey) {
    throw new UsageError('--real-account needs an API_KEY in .env');
  }
  return {
    apiKey,
    baseUrl: new URL(HEROKU_ORIGIN),
    source: {
      comment:
        'Recorded from a real Heroku account: people have been given other names and addresses, teams and apps have not. Not for the repository.',
      redact: pseudonymiser(),
    },
    secrets: [apiKey],
    close: async () => {},
  };
}

void runProgram({
  usage: USAGE,
  options: { 'real-account': { type: 'boolean', default: false } },
  run: (values) => record(values['real-account']),
});
