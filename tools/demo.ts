import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { readGraph } from '../test/e2e/graph';
import { startSandbox } from '../test/sandbox';
import type { OrganisationName } from '../test/sandbox/organisations';
import {
  createOrganisation,
  organisationNames,
} from '../test/sandbox/organisations';
import { describeFirstAnswers } from './answers';
import { lastLines, runCommand } from './command';
import type { Collected } from './demoReport';
import { runProgram, UsageError } from './program';
import {
  COMPLETE_ORGANISATION,
  describeCost,
  describeCounts,
  faultsOf,
} from './demoReport';

const PROJECT_ROOT = path.resolve(__dirname, '..');
const STORAGE = '.j1-integration';
const LOG_FILE = path.join(STORAGE, 'demo.log');
const CLI = path.join(
  PROJECT_ROOT,
  'node_modules/@jupiterone/integration-sdk-cli/bin/j1-integration',
);
const TIMEOUT_MS = 120_000;

const USAGE = `Usage: npm run demo -- [organisation]

Collects a simulated Heroku organisation into a graph on this machine, with the
same job that collects a real one, and says what came of it.

Organisations: ${organisationNames.join(', ')} (${COMPLETE_ORGANISATION} unless given)`;

/** The parts of the report on a collection that went well, in the order in which they are printed. */
const REPORT: readonly ((collected: Collected) => string)[] = [
  ({ graph }) => describeCounts(graph),
  describeCost,
  ({ graph }) => describeFirstAnswers(graph, new Date()),
  describeFiles,
  describeSimulation,
];

/** Serves the organisation and collects it as a user would: with the SDK's own CLI, in this folder. */
async function collect(
  name: OrganisationName,
): Promise<{ collected: Collected; log: string }> {
  const organisation = createOrganisation(name);
  const sandbox = await startSandbox({ organisation });
  try {
    console.log(
      `Collecting "${name}", a simulated Heroku organisation: ${organisation.description}\n`,
    );
    await rm(path.join(PROJECT_ROOT, STORAGE), {
      recursive: true,
      force: true,
    });
    const result = await runCommand(process.execPath, [CLI, 'collect'], {
      cwd: PROJECT_ROOT,
      // Set, they win over what a .env file says: the demo never sends a real key anywhere.
      env: { ...process.env, ...sandbox.environment() },
      timeoutMs: TIMEOUT_MS,
    });
    const log = stripVTControlCharacters(result.output);
    await mkdir(path.join(PROJECT_ROOT, STORAGE), { recursive: true });
    await writeFile(path.join(PROJECT_ROOT, LOG_FILE), log);
    return {
      log,
      collected: {
        organisation: name,
        graph: await readGraph(path.join(PROJECT_ROOT, STORAGE)),
        requests: sandbox.requests.length,
        durationMs: result.durationMs,
        exitCode: result.exitCode,
        timedOut: result.timedOut,
      },
    };
  } finally {
    await sandbox.close();
  }
}

function describeFiles(): string {
  return [
    `The graph:     ${path.join(STORAGE, 'graph')}, a folder for each step`,
    `Its summary:   ${path.join(STORAGE, 'summary.json')}`,
    `The job's log: ${LOG_FILE}`,
  ].join('\n');
}

function describeSimulation(): string {
  return [
    'None of this is real: the organisation was served by a simulated Heroku on this',
    'machine, and nothing left it. To collect your own Heroku account:',
    '',
    '  cp .env.example .env    and put your Heroku API key into it',
    '  npm start',
  ].join('\n');
}

void runProgram({
  usage: USAGE,
  mostWords: 1,
  run: async (_, [asked = COMPLETE_ORGANISATION]) => {
    const name = organisationNames.find((known) => known === asked);
    if (name === undefined) {
      throw new UsageError(
        `There is no organisation "${asked}". There are: ${organisationNames.join(', ')}.`,
      );
    }
    const { collected, log } = await collect(name);
    const faults = faultsOf(collected);
    if (faults.length > 0) {
      throw new UsageError(
        [
          'The demo failed.',
          ...faults.map((fault) => `- ${fault}`),
          '',
          `The end of its log, which is in ${LOG_FILE}:`,
          '',
          lastLines(log, 30),
        ].join('\n'),
      );
    }
    console.log(REPORT.map((part) => part(collected)).join('\n\n'));
  },
});
