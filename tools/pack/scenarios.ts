import path from 'node:path';
import type { Report } from '../../src/cli/report';
import type { CollectedGraph } from '../../test/e2e/graph';
import { readGraph } from '../../test/e2e/graph';
import type { Sandbox } from '../../test/sandbox';
import { listOf, startSandbox } from '../../test/sandbox';
import { createOrganisation } from '../../test/sandbox/organisations';
import type { CommandResult } from '../command';
import { lastLines } from '../command';
import { COMPLETE_ORGANISATION } from '../demoReport';
import type { Consumer } from './consumer';

/** Something that happens to a collection, and should come to the same under every SDK. */
export interface Scenario {
  name: string;
  /** Lets it happen. */
  prepare?: (sandbox: Sandbox) => void;
  apiKey?: string;
  /** Whether it ends the run at once: how far the steps beside it had come is a matter of chance. */
  endsTheRun?: boolean;
}

export const COMPLETE: Scenario = { name: 'complete' };

export const SCENARIOS: readonly Scenario[] = [
  COMPLETE,
  {
    name: 'a team refused',
    prepare: (sandbox) => {
      const [team] = listOf(sandbox.organisation, '/teams');
      sandbox.inject({
        kind: 'status',
        status: 403,
        match: `/teams/${team?.id as string}/apps`,
        times: Infinity,
      });
    },
  },
  {
    name: 'a list malformed',
    prepare: (sandbox) =>
      void sandbox.inject({
        kind: 'emptyObject',
        match: '/spaces',
        times: Infinity,
      }),
  },
  {
    name: 'the scopes too few',
    prepare: (sandbox) => sandbox.setScopes(['read', 'identity']),
  },
  {
    name: 'the key revoked in mid-run',
    endsTheRun: true,
    prepare: (sandbox) =>
      void sandbox.inject({
        kind: 'transform',
        match: '/teams/:id/apps',
        change: (body) => {
          sandbox.revokeKey();
          return body;
        },
      }),
  },
  { name: 'a wrong key', apiKey: 'not-the-right-key' },
];

/** One present for all SDKs: the sandbox's dates are counted from it. */
const NOW = new Date();

/** What a collection came to. */
export interface Observation {
  scenario: string;
  report: Report;
  /** None where how much there is of it is a matter of chance. */
  graph?: CollectedGraph;
}

/** Collects with the package's own command, as a consumer would. */
export async function observe(
  consumer: Consumer,
  { name, prepare, apiKey, endsTheRun }: Scenario,
): Promise<Observation> {
  const sandbox = await startSandbox({
    organisation: createOrganisation(COMPLETE_ORGANISATION, { now: NOW }),
  });
  try {
    prepare?.(sandbox);
    const result = await consumer.run(
      'npx',
      ['graph-heroku', 'collect', '--json'],
      {
        ...sandbox.environment(),
        INGEST_APP_DETAILS: 'true',
        ...(apiKey === undefined ? {} : { API_KEY: apiKey }),
      },
    );
    return {
      scenario: name,
      report: readReport(result),
      graph: endsTheRun
        ? undefined
        : await readGraph(path.join(consumer.folder, '.j1-integration')),
    };
  } finally {
    await sandbox.close();
  }
}

function readReport({ stdout, output, exitCode }: CommandResult): Report {
  let report: Report;
  try {
    report = JSON.parse(stdout) as Report;
  } catch {
    throw new Error(
      `graph-heroku collect --json printed no JSON:\n${lastLines(output, 30)}`,
    );
  }
  if (report.exitCode !== exitCode) {
    throw new Error(
      `graph-heroku reports the exit code ${report.exitCode} and ends with ${exitCode}`,
    );
  }
  return report;
}
