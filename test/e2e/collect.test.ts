import { integrationSteps } from '../../src/steps';
import { Steps } from '../../src/steps/ids';
import type { Fault, SandboxOptions } from '../sandbox';
import { startSandbox } from '../sandbox';
import {
  createOrganisation,
  organisationNames,
} from '../sandbox/organisations';
import { checkGraph, unreachableFrom } from './checkGraph';
import { differences, documentedGraph } from './documentedGraph';
import { expectedGraph, READ_ONLY } from './expectedGraph';
import type { CollectedGraph } from './graph';
import { readGraph } from './graph';
import { runCli } from './process';

const now = new Date('2026-05-01T10:00:00Z');

/** Collects with the SDK's real CLI, as a user does. */
async function collect(options: SandboxOptions, faults: Fault[] = []) {
  const sandbox = await startSandbox(options);
  faults.forEach((fault) => sandbox.inject(fault));
  const result = await runCli('collect', { env: sandbox.environment() });
  try {
    const graph = await readGraph(result.storageDirectory);
    return { graph, result, requests: sandbox.requests };
  } finally {
    await result.cleanUp();
    await sandbox.close();
  }
}

function statusesOf({ summary }: CollectedGraph): Record<string, string> {
  return Object.fromEntries(
    (summary?.integrationStepResults ?? []).map(({ id, status }) => [
      id,
      status,
    ]),
  );
}

describe.each(organisationNames)('the organisation %s', (name) => {
  test('is collected entity by entity and edge by edge, and hangs together', async () => {
    const organisation = createOrganisation(name, { now });

    const { graph, result } = await collect({ organisation });

    expect(result.exitCode).toBe(0);
    expect(
      differences(expectedGraph(organisation), documentedGraph(graph)),
    ).toEqual([]);
    expect(checkGraph(graph, integrationSteps)).toEqual([]);
    expect(unreachableFrom(graph, 'heroku_account')).toEqual([]);
    expect(Object.values(statusesOf(graph))).not.toContain('failure');
    expect(graph.summary?.metadata.partialDatasets.types).toEqual([]);
  });
});

describe('a key of scope read', () => {
  test.each(['enterprise', 'team-only'] as const)(
    'collects from %s all but the members of teams and the own account, and fails at nothing',
    async (name) => {
      const organisation = createOrganisation(name, { now });

      const { graph, result } = await collect({
        organisation,
        scopes: ['read'],
      });

      expect(
        differences(
          expectedGraph(organisation, READ_ONLY),
          documentedGraph(graph),
        ),
      ).toEqual([]);
      expect(checkGraph(graph, integrationSteps)).toEqual([]);
      const statuses = statusesOf(graph);
      expect(Object.values(statuses)).not.toContain('failure');
      expect(statuses).toMatchObject({
        [Steps.TEAM_MEMBERSHIPS]: 'disabled',
        [Steps.USERS]: 'success',
      });
      expect(result.stdout.match(/scopes leave out/g)).toHaveLength(1);
    },
  );
});

test('what is written is the same whatever the order, the size and the overlap of the pages that came', async () => {
  const written = ({ entities, relationships }: CollectedGraph) =>
    [...entities, ...relationships]
      .map((object) => JSON.stringify(object))
      .sort();
  const options = { organisation: createOrganisation('enterprise', { now }) };

  const [plain, shuffled] = await Promise.all([
    collect(options),
    collect({ ...options, maxPageSize: 3, latencyMs: 5 }, [
      // Answered at a later attempt, after a wait of random length: what comes first comes last.
      ...['/teams/:id/members', '/enterprise-accounts/:id/members'].flatMap(
        (match) =>
          [0, 2, 4].map((skip): Fault => ({
            kind: 'status',
            status: 503,
            match,
            skip,
          })),
      ),
      { kind: 'duplicateAcrossPages', match: /./, times: Infinity },
    ]),
  ]);

  expect(
    shuffled.requests.filter(({ fault }) => fault === 'duplicateAcrossPages')
      .length,
  ).toBeGreaterThan(20);
  expect(written(shuffled.graph)).toEqual(written(plain.graph));
});
