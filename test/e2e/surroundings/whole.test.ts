import { integrationSteps } from '../../../src/steps';
import type { Outcome } from '../../collectInMemory';
import type { OrganisationName } from '../../sandbox/organisations';
import {
  createOrganisation,
  organisationNames,
} from '../../sandbox/organisations';
import { checkGraph, unreachableFrom } from '../checkGraph';
import { collectQuickly, startGenerousSandbox } from '../collectQuickly';
import type { CollectedGraph } from '../graph';
import { expectedWhole, wholeDifferences } from './expectedWhole';

const now = new Date('2026-05-01T10:00:00Z');

type Options = { appDetails?: boolean } & Omit<
  Parameters<typeof startGenerousSandbox>[0],
  'organisation'
>;

async function collect(
  name: OrganisationName,
  { appDetails = true, ...options }: Options = {},
): Promise<Outcome> {
  const sandbox = await startGenerousSandbox({
    ...options,
    organisation: createOrganisation(name, { now }),
  });
  try {
    return await collectQuickly(sandbox, { ingestAppDetails: appDetails });
  } finally {
    await sandbox.close();
  }
}

async function expectWhole(
  name: OrganisationName,
  appDetails = true,
): Promise<CollectedGraph> {
  const { graph, warnings, partialTypes } = await collect(name, { appDetails });

  const expected = expectedWhole(createOrganisation(name, { now }), {
    at: now,
    appDetails,
  });
  expect(wholeDifferences(expected, graph)).toEqual([]);
  expect(checkGraph(graph, integrationSteps)).toEqual([]);
  expect(unreachableFrom(graph, 'heroku_account')).toEqual([]);
  expect(partialTypes).toEqual([]);
  expect(warnings).toEqual([]);
  return graph;
}

/** All that the steps declare. */
const declarations = integrationSteps.flatMap(
  ({ entities, relationships, mappedRelationships = [] }) => [
    ...entities,
    ...relationships,
    ...mappedRelationships,
  ],
);

describe('with every source on and app details', () => {
  const others = organisationNames.filter((name) => name !== 'enterprise');

  test.each([...others, 'outsider' as const])(
    'the organisation %s is collected whole, and hangs together',
    async (name) => {
      await expectWhole(name);
    },
  );

  test('the enterprise is collected whole, hangs together, and has something of every type that any step declares', async () => {
    const { entities, relationships, mappedRelationships } =
      await expectWhole('enterprise');

    const collected = [...entities, ...relationships, ...mappedRelationships];
    const typesOf = (objects: { _type: string }[]) =>
      [...new Set(objects.map(({ _type }) => _type))].sort();
    expect(typesOf(collected)).toEqual(typesOf(declarations));
  });

  test('nothing in the enterprise has a property that is not declared, and nearly all that are declared are there', async () => {
    const { graph } = await collect('enterprise');
    const { entities, relationships, mappedRelationships } = graph;

    const properties = [
      ...entities,
      ...relationships,
      ...mappedRelationships,
    ].flatMap((object) =>
      Object.keys(object)
        .filter((name) => !name.startsWith('_'))
        .map((name) => `${object._type} ${name}`),
    );
    const declared = declarations.flatMap(({ _type, ...declaration }) => [
      `${_type} displayName`,
      ...Object.keys(
        (declaration as { properties?: object }).properties ?? {},
      ).map((name) => `${_type} ${name}`),
    ]);
    const without = (from: string[], names: string[]) => {
      const known = new Set(names);
      return [...new Set(from.filter((name) => !known.has(name)))].sort();
    };
    expect(without(properties, declared)).toEqual([]);
    expect(without(declared, properties)).toEqual([
      // The bills of the key's own account are paid.
      'heroku_account deletionDueOn',
      'heroku_account delinquentOn',
      'heroku_account suspensionDueOn',
      // Of old rulesets Heroku does not say it.
      'heroku_inbound_ruleset applied',
      // All go to the usual port.
      'heroku_log_drain port',
      // The sandbox has no public keys.
      'heroku_ssh_key keySize',
      'heroku_ssh_key keyType',
      'heroku_webhook port',
    ]);
  });
});

test('without app details the enterprise is collected whole but for them', async () => {
  await expectWhole('enterprise', false);
});

test('what is written is the same in every run, whatever answer comes first', async () => {
  // One after the other: the SDK takes its settings from the environment.
  const runs: Outcome[] = [];
  for (const seed of [1, 2, 3]) {
    runs.push(
      await collect('enterprise', {
        maxPageSize: 7 * seed,
        shuffle: seed,
        latencyOf: unsteady(seed),
      }),
    );
  }

  const orders = new Set(runs.map(({ keysAdded }) => keysAdded.join()));
  expect(orders.size).toBe(runs.length);
  const [first, ...others] = runs.map(({ graph }) => written(graph));
  for (const other of others) {
    expect(other).toEqual(first);
  }
});

/** Up to 20 ms: which answer comes first is another one with each seed. */
function unsteady(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) % 20;
}

/** All that was written, byte for byte; the order of the files says nothing. */
function written(graph: CollectedGraph): string[] {
  const { entities, relationships, mappedRelationships } = graph;
  return [...entities, ...relationships, ...mappedRelationships]
    .map((object) => JSON.stringify(object))
    .sort();
}
