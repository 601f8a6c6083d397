import { isDeepStrictEqual } from 'node:util';
import { integrationSteps } from '../../src/steps';
import type { Outcome } from '../collectInMemory';
import { checkGraph } from '../e2e/checkGraph';
import type { CollectedGraph } from '../e2e/graph';
import type {
  AnyStoredRelationship,
  StoredEntity,
} from '../jupiterone/graphObjects';
import type { FaultKind } from './faultKinds';
import type { RouteClass } from './routeClasses';

export type GraphObject = StoredEntity | AnyStoredRelationship;

/** No collection of a small organisation may take longer than this, whatever goes wrong. */
export const LONGEST_MS = 10_000;

/** How many objects a graph has of each type. */
export function numbersOf(graph: CollectedGraph): Record<string, number> {
  const numbers: Record<string, number> = {};
  for (const { _type } of byKey(graph).values()) {
    numbers[_type] = (numbers[_type] ?? 0) + 1;
  }
  return numbers;
}

/** The objects of a graph by key. */
export function byKey(graph: CollectedGraph): Map<string, GraphObject> {
  return new Map(
    [
      ...graph.entities,
      ...graph.relationships,
      ...graph.mappedRelationships,
    ].map((object) => [object._key, object]),
  );
}

/** How a graph differs from the one that is right. Empty where it does not. */
export function differences(
  graph: CollectedGraph,
  right: CollectedGraph,
): string[] {
  const is = byKey(graph);
  const shouldBe = byKey(right);
  return [
    ...[...shouldBe]
      .filter(([key]) => !is.has(key))
      .map(([key, { _type }]) => `${_type} ${key} is missing`),
    ...[...is]
      .filter(([key, object]) => !isDeepStrictEqual(object, shouldBe.get(key)))
      .map(([key, { _type }]) => `${_type} ${key} is not as it should be`),
  ];
}

/**
 * What a graph holds that is wrong: objects that there are not, and properties with another value than the right
 * one. What is missing is not wrong; nor is a thing that goes by its e-mail address or id, where its name is missing.
 */
export function falsehoods(
  graph: CollectedGraph,
  right: CollectedGraph,
): string[] {
  const shouldBe = byKey(right);
  return [...byKey(graph).values()].flatMap((object) => {
    const rightObject = shouldBe.get(object._key);
    const name = `${object._type} ${object._key}`;
    if (rightObject === undefined) {
      return [`${name}: there is no such thing`];
    }
    return Object.entries(object)
      .filter(
        ([property, value]) =>
          property !== '_rawData' &&
          !isDefault(object, property) &&
          !(
            /^(n|displayN)ame$/.test(property) &&
            (value === object.email || goesById(object, value))
          ) &&
          !isDeepStrictEqual(value, rightObject[property]),
      )
      .map(
        ([property, value]) =>
          `${name}: ${property} is ${JSON.stringify(value)}, not ${JSON.stringify(rightObject[property])}`,
      );
  });
}

/** Whether a name is made with an id in place of what the thing, or its parent, is called. */
function goesById({ _key }: GraphObject, name: unknown): boolean {
  return (
    _key.endsWith(`:${String(name)}`) ||
    /\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/.test(String(name))
  );
}

/** What the data model wants an answer for, even where there is none. */
const DEFAULTS = [
  { _type: 'heroku_space', property: 'public', value: false },
  { _type: 'heroku_space', property: 'CIDR', value: null },
  { _type: 'heroku_webhook', property: 'address', value: '' },
];

function isDefault(object: GraphObject, property: string): boolean {
  return DEFAULTS.some(
    (other) =>
      other._type === object._type &&
      other.property === property &&
      other.value === object[property],
  );
}

/** Objects that a graph lacks and whose types it does not call partial: JupiterOne would delete them. */
export function deletions(
  { graph, partialTypes }: Outcome,
  right: CollectedGraph,
): string[] {
  const is = byKey(graph);
  return [...byKey(right).values()]
    .filter(({ _key, _type }) => !is.has(_key) && !partialTypes.includes(_type))
    .map(({ _key, _type }) => `${_type} ${_key}`);
}

/**
 * Objects that a graph lacks although they do not depend on what could not be read. That somebody is outside of all
 * accounts and teams only complete lists can prove.
 *
 * @param independent the graph without what could not be read
 * @param right the whole graph: without a list, somebody may look to be outside who is not
 */
export function losses(
  graph: CollectedGraph,
  independent: CollectedGraph,
  right: CollectedGraph,
): string[] {
  const is = byKey(graph);
  const shouldBe = byKey(right);
  return [...byKey(independent)]
    .filter(
      ([key, { external }]) =>
        !is.has(key) && shouldBe.has(key) && external !== true,
    )
    .map(([key]) => key);
}

/**
 * The types that are partial when these steps fail: their own, and those of all that comes after them.
 *
 * @param run the steps that the collection ran
 */
export function typesBehind(
  failed: readonly string[],
  run: readonly string[],
): string[] {
  const behind = stepsBehind(failed);
  const types = integrationSteps
    .filter(({ id }) => behind.has(id) && run.includes(id))
    .flatMap(({ entities, relationships, mappedRelationships = [] }) =>
      [...entities, ...relationships, ...mappedRelationships].map(
        ({ _type }) => _type,
      ),
    );
  return [...new Set(types)].sort();
}

/** Some steps, and all that builds on them. */
export function stepsBehind(steps: readonly string[]): Set<string> {
  const behind = new Set(steps);
  for (let before = -1; before !== behind.size;) {
    before = behind.size;
    for (const { id, dependsOn } of integrationSteps) {
      if (dependsOn.some((dependency) => behind.has(dependency))) {
        behind.add(id);
      }
    }
  }
  return behind;
}

/** What is wrong with the graph by itself. */
export function defects({ graph }: Outcome): string[] {
  return checkGraph(graph, integrationSteps);
}

/** What the warnings leave unsaid: one for each step, with route, status and remedy. */
export function unsaid(
  { warnings }: Outcome,
  { route, steps }: RouteClass,
  { status, remedy }: FaultKind,
): string[] {
  return [
    ...(warnings.length === steps.length
      ? []
      : [
          `${warnings.length} warnings for ${steps.length} steps: ${warnings.join(' | ')}`,
        ]),
    ...warnings
      .filter(
        (text) =>
          !text.includes(`GET ${route} `) ||
          !status.test(text) ||
          !remedy.test(text),
      )
      .map((text) => `says too little: ${text}`),
  ];
}
