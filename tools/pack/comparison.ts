import { isDeepStrictEqual } from 'node:util';
import type { CollectedGraph } from '../../test/e2e/graph';
import type { Observation } from './scenarios';

const MOST_DIFFERENCES = 5;

/** How the same scenario differs under another SDK, a sentence each. */
export function differences(
  expected: Observation,
  actual: Observation,
): string[] {
  const faults: string[] = [];
  for (const [what, read] of Object.entries(COMPARED)) {
    const [before, after] = [read(expected), read(actual)];
    if (!isDeepStrictEqual(before, after)) {
      faults.push(
        `${expected.scenario}: ${what}: ${JSON.stringify(before)} became ${JSON.stringify(after)}`,
      );
    }
  }
  return [
    ...faults,
    ...graphDifferences(expected.graph, actual.graph).map(
      (difference) => `${expected.scenario}: ${difference}`,
    ),
  ];
}

/** What is compared beside the graph. The order of steps that end side by side says nothing. */
const COMPARED: Record<string, (observation: Observation) => unknown> = {
  'the exit code': ({ report }) => report.exitCode,
  'the error codes': codesOf,
  'how the steps ended': ({ report }) =>
    report.steps.map(({ id, status }) => `${id} ${status}`).sort(),
  'the partial types': ({ report }) => [...report.partialTypes].sort(),
  'the steps that the scopes leave out': ({ report }) =>
    [...report.notAllowed].sort(),
};

/** The codes of a run's failure and of its failed steps, as the SDK puts them into the job log. */
export function codesOf({ report }: Observation): string[] {
  const codes = new Set(report.failedSteps.map(({ code }) => code));
  if (report.failure) {
    codes.add(report.failure.code);
  }
  return [...codes].sort();
}

function graphDifferences(
  expected: CollectedGraph | undefined,
  actual: CollectedGraph | undefined,
): string[] {
  if (expected === undefined || actual === undefined) {
    return [];
  }
  const before = byKey(expected);
  const after = byKey(actual);
  const different = [...new Set([...before.keys(), ...after.keys()])].filter(
    (key) => !isDeepStrictEqual(before.get(key), after.get(key)),
  );
  const described = different
    .slice(0, MOST_DIFFERENCES)
    .map((key) => describe(key, before.get(key), after.get(key)));
  const more = different.length - described.length;
  return more > 0 ? [...described, `and ${more} more objects`] : described;
}

type GraphObject = Record<string, unknown>;

function byKey(graph: CollectedGraph): Map<string, GraphObject> {
  const objects = [
    ...graph.entities,
    ...graph.relationships,
    ...graph.mappedRelationships,
  ];
  return new Map(
    objects.map((object) => [object._key, object as unknown as GraphObject]),
  );
}

function describe(
  key: string,
  before: GraphObject | undefined,
  after: GraphObject | undefined,
): string {
  if (before === undefined || after === undefined) {
    return `${key} is ${before ? 'missing' : 'new'}`;
  }
  const properties = [
    ...new Set([...Object.keys(before), ...Object.keys(after)]),
  ].filter((name) => !isDeepStrictEqual(before[name], after[name]));
  return `${key}: ${properties
    .map(
      (name) =>
        `${name} ${JSON.stringify(before[name])} became ${JSON.stringify(after[name])}`,
    )
    .join(', ')}`;
}

/** What each scenario came to under each SDK, as a table. */
export function comparisonTable(
  observations: ReadonlyMap<string, readonly Observation[]>,
): string {
  const rows = [['Scenario', 'SDK', 'Exit', 'Graph', 'Error codes']];
  const names = [...observations.values()][0]?.map(({ scenario }) => scenario);
  for (const name of names ?? []) {
    for (const [sdk, ofSdk] of observations) {
      const observation = ofSdk.find(({ scenario }) => scenario === name);
      if (observation !== undefined) {
        const { entities, relationships, exitCode } = observation.report;
        rows.push([
          name,
          sdk,
          String(exitCode),
          `${entities} + ${relationships}`,
          codesOf(observation).join(', ') || '-',
        ]);
      }
    }
  }
  const widths = rows[0]?.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
