import { integrationSteps } from '../../src/steps';
import { Steps } from '../../src/steps/ids';
import type { Fault, Organisation, SandboxOptions } from '../sandbox';
import { startSandbox } from '../sandbox';
import {
  createOrganisation,
  organisationNames,
} from '../sandbox/organisations';
import { checkGraph, unreachableFrom } from './checkGraph';
import { runCliInProcess } from './cliInProcess';
import { collectQuickly, startGenerousSandbox } from './collectQuickly';
import { differences, documentedGraph } from './documentedGraph';
import { expectedGraph, READ_ONLY } from './expectedGraph';
import type { CollectedGraph } from './graph';
import { readGraph } from './graph';
import { runCli } from './process';
import { expectedWhole, wholeDifferences } from './surroundings/expectedWhole';

const now = new Date('2026-05-01T10:00:00Z');

/** Collects with the SDK's CLI, as a user does, in a process of its own or in this one. */
async function collect(
  run: typeof runCli | typeof runCliInProcess,
  options: SandboxOptions,
) {
  const sandbox = await startSandbox(options);
  const result = await run('collect', { env: sandbox.environment() });
  try {
    return { graph: await readGraph(result.storageDirectory), result };
  } finally {
    await result.cleanUp();
    await sandbox.close();
  }
}

/** It was collected between two instants, and is as expected at one of them. */
function fewestDifferences(
  begun: Date,
  differencesAt: (at: Date) => string[],
): string[] {
  const [fewest = []] = [begun, new Date()]
    .map(differencesAt)
    .sort((a, b) => a.length - b.length);
  return fewest;
}

function expectWhole(
  graph: CollectedGraph,
  organisation: Organisation,
  begun: Date,
): void {
  expect(
    fewestDifferences(begun, (at) =>
      wholeDifferences(
        expectedWhole(organisation, { at, appDetails: false }),
        graph,
      ),
    ),
  ).toEqual([]);
  expect(checkGraph(graph, integrationSteps)).toEqual([]);
  expect(unreachableFrom(graph, 'heroku_account')).toEqual([]);
  expect(Object.values(statusesOf(graph))).not.toContain('failure');
  expect(graph.summary?.metadata.partialDatasets.types).toEqual([]);
}

function statusesOf({ summary }: CollectedGraph): Record<string, string> {
  return Object.fromEntries(
    (summary?.integrationStepResults ?? []).map(({ id, status }) => [
      id,
      status,
    ]),
  );
}

test('the enterprise is collected entity by entity and edge by edge, and hangs together', async () => {
  const organisation = createOrganisation('enterprise', { now });
  const begun = new Date();

  const { graph, result } = await collect(runCli, { organisation });

  expect(result).toMatchObject({ exitCode: 0 });
  expectWhole(graph, organisation, begun);
});

test.each(organisationNames.filter((name) => name !== 'enterprise'))(
  'the organisation %s is collected entity by entity and edge by edge, and hangs together',
  async (name) => {
    const organisation = createOrganisation(name, { now });
    const begun = new Date();

    const { graph } = await collect(runCliInProcess, { organisation });

    expectWhole(graph, organisation, begun);
  },
);

describe('a key of scope read', () => {
  /** What these sources ask for takes another scope. */
  const isReadable = (source: string) =>
    !['delinquency', 'addon-controls'].includes(source);

  test.each(['enterprise', 'team-only'] as const)(
    'collects from %s all but the members of teams and the own account, and fails at nothing',
    async (name) => {
      const organisation = createOrganisation(name, { now });
      const begun = new Date();

      const { graph, result } = await collect(runCliInProcess, {
        organisation,
        scopes: ['read'],
      });

      expect(
        fewestDifferences(begun, (at) =>
          differences(
            expectedGraph(organisation, { at, isOn: isReadable }, READ_ONLY),
            documentedGraph(graph),
          ),
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
  const collectWith = async (
    options: Partial<SandboxOptions>,
    faults: Fault[] = [],
  ) => {
    const sandbox = await startGenerousSandbox({
      organisation: createOrganisation('enterprise', { now }),
      ...options,
    });
    faults.forEach((fault) => sandbox.inject(fault));
    const { graph } = await collectQuickly(sandbox);
    await sandbox.close();
    return { graph, requests: sandbox.requests };
  };
  const written = ({ entities, relationships }: CollectedGraph) =>
    [...entities, ...relationships]
      .map((object) => JSON.stringify(object))
      .sort();

  const plain = await collectWith({});
  const shuffled = await collectWith({ maxPageSize: 3 }, [
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
  ]);

  expect(
    shuffled.requests.filter(({ fault }) => fault === 'duplicateAcrossPages')
      .length,
  ).toBeGreaterThan(20);
  expect(written(shuffled.graph)).toEqual(written(plain.graph));
});
