import { StepResultStatus } from '@jupiterone/integration-sdk-core';
import type { CollectedGraph } from '../test/e2e/graph';

/** A collection that has ended, and where it left what it wrote. */
export interface Collected {
  /** The name of the organisation that was collected. */
  organisation: string;
  graph: CollectedGraph;
  requests: number;
  durationMs: number;
  exitCode: number | null;
  timedOut: boolean;
}

/** The organisation that has something of every type. */
export const COMPLETE_ORGANISATION = 'enterprise';

/** What went wrong in a collection, a sentence each; none where all is well. */
export function faultsOf(collected: Collected): string[] {
  const { graph, organisation, exitCode, timedOut } = collected;
  if (timedOut) {
    return ['The collection did not end in time and was stopped.'];
  }
  if (exitCode !== 0 || graph.summary === undefined) {
    return [
      `The collection did not come to its end (exit code ${exitCode ?? 'none'}).`,
    ];
  }

  const { integrationStepResults: steps, metadata } = graph.summary;
  const faults = steps
    .filter(
      ({ status }) =>
        status !== StepResultStatus.SUCCESS &&
        status !== StepResultStatus.DISABLED,
    )
    .map(({ name, status }) => `The step "${name}" ended as ${status}.`);
  const partial = metadata.partialDatasets.types;
  if (partial.length > 0) {
    faults.push(`Not everything was seen of: ${partial.join(', ')}.`);
  }

  const found = new Set([...countsOf(graph.entities).keys()]);
  for (const type of relationshipCounts(graph).keys()) {
    found.add(type);
  }
  const expected =
    organisation === COMPLETE_ORGANISATION
      ? steps
          .filter(({ status }) => status !== StepResultStatus.DISABLED)
          .flatMap(({ declaredTypes }) => declaredTypes)
      : ['heroku_account'];
  const missing = [...new Set(expected)].filter((type) => !found.has(type));
  if (missing.length > 0) {
    faults.push(`The graph holds nothing of: ${missing.join(', ')}.`);
  }
  return faults;
}

/** How many there are of each type of entity and of relationship, as two tables. */
export function describeCounts(graph: CollectedGraph): string {
  return [
    table('Entities', countsOf(graph.entities)),
    table('Relationships', relationshipCounts(graph)),
  ].join('\n\n');
}

/** What the collection cost. */
export function describeCost({ requests, durationMs }: Collected): string {
  return `${requests} requests to the API, ${(durationMs / 1000).toFixed(1)} seconds.`;
}

function relationshipCounts(graph: CollectedGraph): Map<string, number> {
  return countsOf([...graph.relationships, ...graph.mappedRelationships]);
}

function countsOf(objects: readonly { _type: string }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { _type } of objects) {
    counts.set(_type, (counts.get(_type) ?? 0) + 1);
  }
  return counts;
}

const TYPE_WIDTH = 44;
const COUNT_WIDTH = 7;

function table(title: string, counts: Map<string, number>): string {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return [
    `${title.padEnd(TYPE_WIDTH)}${String(total).padStart(COUNT_WIDTH)}`,
    '-'.repeat(TYPE_WIDTH + COUNT_WIDTH),
    ...[...counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(
        ([type, count]) =>
          `${type.padEnd(TYPE_WIDTH)}${String(count).padStart(COUNT_WIDTH)}`,
      ),
  ].join('\n');
}
