import { integrationSteps } from '../../../src/steps';
import type { Organisation, SandboxOptions } from '../../sandbox';
import { startSandbox } from '../../sandbox';
import {
  createOrganisation,
  organisationNames,
} from '../../sandbox/organisations';
import { checkGraph, unreachableFrom } from '../checkGraph';
import type { CollectedGraph } from '../graph';
import { readGraph } from '../graph';
import { runCli } from '../process';
import { expectedWhole, wholeDifferences } from './expectedWhole';

const now = new Date('2026-05-01T10:00:00Z');

/** Collects with the SDK's real CLI and every source on. */
async function collect(options: SandboxOptions, appDetails: boolean) {
  const sandbox = await startSandbox(options);
  const result = await runCli('collect', {
    env: {
      ...sandbox.environment(),
      ...(appDetails && { INGEST_APP_DETAILS: 'true' }),
    },
  });
  try {
    return await readGraph(result.storageDirectory);
  } finally {
    await result.cleanUp();
    await sandbox.close();
  }
}

function typesOf(graph: CollectedGraph): string[] {
  const { entities, relationships, mappedRelationships } = graph;
  return [
    ...new Set(
      [...entities, ...relationships, ...mappedRelationships].map(
        ({ _type }) => _type,
      ),
    ),
  ].sort();
}

async function expectWhole(
  organisation: Organisation,
  appDetails: boolean,
): Promise<CollectedGraph> {
  const begun = new Date();
  const graph = await collect({ organisation }, appDetails);

  // It was collected between two instants, and is equal at one of them.
  const [fewest] = [begun, new Date()]
    .map((at) =>
      wholeDifferences(expectedWhole(organisation, { at, appDetails }), graph),
    )
    .sort((a, b) => a.length - b.length);
  expect(fewest).toEqual([]);
  expect(checkGraph(graph, integrationSteps)).toEqual([]);
  expect(unreachableFrom(graph, 'heroku_account')).toEqual([]);
  expect(graph.summary?.metadata.partialDatasets.types).toEqual([]);
  return graph;
}

describe('with every source on and app details', () => {
  test.each(organisationNames.filter((name) => name !== 'enterprise'))(
    'the organisation %s is collected whole, and hangs together',
    async (name) => {
      await expectWhole(createOrganisation(name, { now }), true);
    },
  );

  test('the enterprise is collected whole, hangs together, and has something of every type that any step declares', async () => {
    const graph = await expectWhole(
      createOrganisation('enterprise', { now }),
      true,
    );

    expect(typesOf(graph)).toEqual(
      [
        ...new Set(
          integrationSteps.flatMap(
            ({ entities, relationships, mappedRelationships = [] }) =>
              [...entities, ...relationships, ...mappedRelationships].map(
                ({ _type }) => _type,
              ),
          ),
        ),
      ].sort(),
    );
  });
});

test('without app details the enterprise is collected whole but for them', async () => {
  await expectWhole(createOrganisation('enterprise', { now }), false);
});

test('what is written is the same in every run, whatever answer comes first', async () => {
  const organisation = createOrganisation('enterprise', { now });
  // How long they are still valid depends on the instant, and not on the order.
  organisation.resources.set('/oauth/authorizations', []);

  const runs = await Promise.all(
    [1, 2, 3].map((seed) =>
      collect(unsteady({ organisation, maxPageSize: 7 * seed }, seed), true),
    ),
  );

  const [first, ...others] = runs.map(written);
  for (const other of others) {
    expect(other).toEqual(first);
  }
});

/** Each answer takes up to 50 ms: which comes first is another one with each seed. */
function unsteady(options: SandboxOptions, seed: number): SandboxOptions {
  let state = seed;
  return {
    ...options,
    get latencyMs() {
      state = (state * 48_271) % 2_147_483_647;
      return state % 50;
    },
  };
}

/** All that was written, byte for byte; the order of the files says nothing. */
function written(graph: CollectedGraph): string[] {
  const { entities, relationships, mappedRelationships } = graph;
  return [...entities, ...relationships, ...mappedRelationships]
    .map((object) => JSON.stringify(object))
    .sort();
}
