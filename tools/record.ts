import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs, parseEnv } from 'node:util';
import { integrationSteps } from '../src/steps';
import { executeStep } from '../test/recordedStep';
import type { RecordingPlace, RecordingSource } from '../test/recording';
import { HEROKU_ORIGIN, recordHeroku, saveRecording } from '../test/recording';
import { startSandbox } from '../test/sandbox';
import { createOrganisation } from '../test/sandbox/organisations';
import { pseudonymiser } from './pseudonymiser';

const PROJECT_ROOT = path.resolve(__dirname, '..');
const STEPS = path.join(PROJECT_ROOT, 'src/steps');
/** Git ignores it: what comes from a real account is not for the repository. */
const REAL_ACCOUNT_RECORDINGS = path.join(
  PROJECT_ROOT,
  '.j1-integration/recordings',
);
const ORGANISATION = 'enterprise';
/** Fixed, so that recording anew changes nothing that has not changed. */
const NOW = new Date('2026-05-01T10:00:00Z');
/** Small enough that most lists of the organisation have several pages. */
const PAGE_SIZE = 5;

const USAGE = `Usage: npm run record -- [--real-account] [step...]

Records what Heroku answers to each step (or to those named), for the tests of the steps.

By default the sandbox answers, and the recordings beside the tests are made anew.
--real-account asks Heroku with the API_KEY of .env, and writes to .j1-integration/recordings
instead. Each step reads again what it depends on: name the steps you want.`;

/** Who answers, and where the recordings go. */
interface Service {
  apiKey: string;
  baseUrl: URL;
  source: RecordingSource;
  /** The folder for the recordings of a folder of steps. */
  directoryOf: (area: string) => string;
  /** What no recording may hold. */
  secrets: readonly string[];
  close(): Promise<void>;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      'real-account': { type: 'boolean', default: false },
    },
  });
  const known = integrationSteps.map(({ id }) => id);
  const unknown = positionals.filter((id) => !known.includes(id));
  if (values.help || unknown.length > 0) {
    console.error(unknown.map((id) => `There is no step "${id}".`).join('\n'));
    console.error(`${USAGE}\n\nSteps: ${known.join(', ')}`);
    process.exitCode = values.help ? 0 : 2;
    return;
  }

  const service = await (values['real-account'] ? realAccount() : sandbox());
  try {
    const areas = await areasOfSteps();
    for (const id of positionals.length > 0 ? positionals : known) {
      const directory = service.directoryOf(areas.get(id) ?? '.');
      const file = await record(service, { directory, name: id });
      console.log(path.relative(PROJECT_ROOT, file));
    }
  } finally {
    await service.close();
  }
}

async function record(
  { apiKey, baseUrl, source, secrets }: Service,
  place: RecordingPlace,
): Promise<string> {
  const recording = recordHeroku(place, source);
  await rm(
    path.join(place.directory, '__recordings__', recording.recordingId),
    { recursive: true, force: true },
  );
  let failure: Error | undefined;
  await executeStep(place.name, { apiKey, baseUrl }).catch((error: Error) => {
    failure = error;
  });
  const file = await saveRecording(recording, place, source);
  const text = await readFile(file, 'utf8');
  if (secrets.some((secret) => text.includes(secret))) {
    await rm(file);
    throw new Error(`The recording of ${place.name} held a secret: deleted`);
  }
  if (failure !== undefined) {
    // A step that missed something has a recording all the same: it is one of what was refused.
    console.warn(`${place.name}: ${failure.message}`);
  }
  return file;
}

async function sandbox(): Promise<Service> {
  const organisation = createOrganisation(ORGANISATION, {
    now: NOW,
    canaries: true,
  });
  const server = await startSandbox({ organisation, maxPageSize: PAGE_SIZE });
  return {
    apiKey: server.apiKey,
    baseUrl: new URL(server.url),
    source: {
      comment: `Not answers of Heroku's: recorded from the simulated Platform API in test/sandbox, organisation "${ORGANISATION}", by npm run record.`,
    },
    directoryOf: (area) => path.join(STEPS, area),
    secrets: [server.apiKey, ...organisation.canaries.values()],
    close: () => server.close(),
  };
}

async function realAccount(): Promise<Service> {
  const env = await readFile(path.join(PROJECT_ROOT, '.env'), 'utf8').catch(
    () => '',
  );
  const apiKey = parseEnv(env).API_KEY?.trim();
  if (!apiKey) {
    throw new Error('--real-account takes an API_KEY in .env');
  }
  return {
    apiKey,
    baseUrl: new URL(HEROKU_ORIGIN),
    source: {
      comment:
        'Recorded from a real Heroku account: people have been given other names and addresses, teams and apps have not. Not for the repository.',
      redact: pseudonymiser(),
    },
    directoryOf: (area) => path.join(REAL_ACCOUNT_RECORDINGS, area),
    secrets: [apiKey],
    close: async () => {},
  };
}

/** The folder of `src/steps` that declares each step, by the step's id. */
async function areasOfSteps(): Promise<Map<string, string>> {
  const areas = new Map<string, string>();
  const folders = await readdir(STEPS, { withFileTypes: true });
  for (const { name } of folders.filter((folder) => folder.isDirectory())) {
    const declared = (await import(path.join(STEPS, name, 'steps'))) as Record<
      string,
      unknown
    >;
    for (const step of Object.values(declared).flat() as { id?: string }[]) {
      if (step.id !== undefined) {
        areas.set(step.id, name);
      }
    }
  }
  return areas;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
