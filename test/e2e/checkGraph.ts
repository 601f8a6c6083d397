import type { StepMetadata } from '@jupiterone/integration-sdk-core';

import type {
  AnyStoredRelationship,
  StoredEntity,
} from '../jupiterone/graphObjects';
import { endsOf, isStoredMappedRelationship } from '../jupiterone/graphObjects';
import type { CollectedGraph } from './graph';

/**
 * What is wrong with a graph by itself and against what the steps declare: duplicate keys, dangling ends, undeclared
 * types, relationships between other types than declared. Empty when nothing is.
 *
 * The SDK only warns of most of these.
 */
export function checkGraph(
  graph: CollectedGraph,
  steps: readonly StepMetadata[],
): string[] {
  const entities = new Map(graph.entities.map((each) => [each._key, each]));
  const relationships: AnyStoredRelationship[] = [
    ...graph.relationships,
    ...graph.mappedRelationships,
  ];
  return [
    ...duplicateKeys([...graph.entities, ...relationships]),
    ...graph.entities.flatMap((each) => checkEntity(each, steps)),
    ...relationships.flatMap((each) =>
      checkRelationship(each, entities, steps),
    ),
    ...undeclaredByTheirStep(graph),
  ];
}

/**
 * The entities that no path of relationships, in either direction, joins to an entity of `rootType`.
 */
export function unreachableFrom(
  graph: CollectedGraph,
  rootType: string,
): StoredEntity[] {
  const neighbours = new Map<string, string[]>();
  const join = (one: string, other: string) => {
    neighbours.set(one, [...(neighbours.get(one) ?? []), other]);
  };
  for (const { _fromEntityKey, _toEntityKey } of graph.relationships) {
    join(_fromEntityKey, _toEntityKey);
    join(_toEntityKey, _fromEntityKey);
  }

  const reached = new Set<string>();
  const pending = graph.entities
    .filter((entity) => entity._type === rootType)
    .map((entity) => entity._key);
  for (let key = pending.pop(); key !== undefined; key = pending.pop()) {
    if (reached.has(key)) continue;
    reached.add(key);
    pending.push(...(neighbours.get(key) ?? []));
  }
  return graph.entities.filter((entity) => !reached.has(entity._key));
}

/** Entities and relationships share one namespace of keys. */
function duplicateKeys(objects: { _key: string; _type: string }[]): string[] {
  const seen = new Map<string, string>();
  const problems: string[] = [];
  for (const { _key, _type } of objects) {
    const before = seen.get(_key);
    if (before !== undefined) {
      problems.push(`duplicate key ${_key}: ${before} and ${_type}`);
    }
    seen.set(_key, _type);
  }
  return problems;
}

function checkEntity(
  entity: StoredEntity,
  steps: readonly StepMetadata[],
): string[] {
  const name = `entity ${entity._type} ${entity._key}`;
  const declarations = steps
    .flatMap((step) => step.entities)
    .filter((declared) => declared._type === entity._type);
  if (declarations.length === 0) return [`${name}: type is not declared`];

  const classOf = (value: string | string[]) => [value].flat().sort().join();
  return declarations.some(
    (declared) => classOf(declared._class) === classOf(entity._class),
  )
    ? []
    : [`${name}: class ${classOf(entity._class)} is not the declared one`];
}

function checkRelationship(
  relationship: AnyStoredRelationship,
  entities: ReadonlyMap<string, StoredEntity>,
  steps: readonly StepMetadata[],
): string[] {
  const name = `relationship ${relationship._type} ${relationship._key}`;
  const dangling = endsOf(relationship).filter((key) => !entities.has(key));
  if (dangling.length > 0) {
    return dangling.map((key) => `${name}: dangling end ${key}`);
  }

  const declarations = steps.flatMap<Shape & { _type: string }>((step) =>
    isStoredMappedRelationship(relationship)
      ? (step.mappedRelationships ?? [])
      : step.relationships,
  );
  const sameType = declarations.filter(
    (declared) => declared._type === relationship._type,
  );
  if (sameType.length === 0) return [`${name}: type is not declared`];

  const shape = shapeOf(relationship, entities);
  return sameType.some((declared) => isOf(shape, declared))
    ? []
    : [
        `${name}: is ${describe(shape)}, declared is ${sameType.map(describe).join(' or ')}`,
      ];
}

interface Shape {
  sourceType: string;
  _class: string;
  /** Of mapped relationships, undefined where JupiterOne finds the target by its class. */
  targetType: string | undefined;
  /** Of mapped relationships only. */
  direction?: string;
}

function shapeOf(
  relationship: AnyStoredRelationship,
  entities: ReadonlyMap<string, StoredEntity>,
): Shape {
  const typeOf = (key: string) => entities.get(key)?._type ?? 'nothing';
  if (isStoredMappedRelationship(relationship)) {
    const { _class, _mapping } = relationship;
    return {
      sourceType: typeOf(_mapping.sourceEntityKey),
      _class,
      targetType: _mapping.targetEntity._type as string | undefined,
      direction: _mapping.relationshipDirection,
    };
  }
  return {
    sourceType: typeOf(relationship._fromEntityKey),
    _class: relationship._class,
    targetType: typeOf(relationship._toEntityKey),
  };
}

function isOf(shape: Shape, declared: Shape): boolean {
  const { targetType = declared.targetType } = shape;
  return describe({ ...shape, targetType }) === describe(declared);
}

function describe({ sourceType, _class, targetType, direction }: Shape) {
  return [sourceType, _class, targetType ?? 'by class', direction ?? []]
    .flat()
    .join(' ');
}

/** A step that adds a type which only another one declares would not mark it partial when it fails. */
function undeclaredByTheirStep({ summary }: CollectedGraph): string[] {
  return (summary?.integrationStepResults ?? []).flatMap((step) =>
    step.encounteredTypes
      .filter((type) => !step.declaredTypes.includes(type))
      .map((type) => `step ${step.id}: type ${type} is not declared by it`),
  );
}
