import { RelationshipDirection } from '@jupiterone/integration-sdk-core';
import { integrationSteps } from '../../src/steps';
import type { Hop, Selector } from '../../test/questions/j1ql/syntax';
import { ANY_VERB } from '../../test/questions/j1ql/syntax';
import type { Presence } from './presence';
import type { PropertySource } from './propertySources';
import { COMPLETING_STEPS, PROPERTY_SOURCES } from './propertySources';

/** What a relationship of a declared type joins. */
interface Join {
  type: string;
  verb: string;
  from: string;
  to: string;
}

const JOINS: readonly Join[] = integrationSteps.flatMap((step) => [
  ...step.relationships.map(({ _type, _class, sourceType, targetType }) => ({
    type: _type,
    verb: _class,
    from: sourceType,
    to: targetType,
  })),
  ...(step.mappedRelationships ?? []).map(
    ({ _type, _class, sourceType, targetType, direction }) => {
      const isForward = direction === RelationshipDirection.FORWARD;
      return {
        type: _type,
        verb: _class,
        from: isForward ? sourceType : targetType,
        to: isForward ? targetType : sourceType,
      };
    },
  ),
]);

const ENTITIES = integrationSteps.flatMap(({ entities }) => entities);

/** What relationships with things of other integrations lead to. */
export const TARGETS = integrationSteps.flatMap(
  ({ mappedRelationships = [] }) =>
    mappedRelationships.map(({ target, createsTarget }) => ({
      ...target,
      createsTarget,
    })),
);

/** The declared types, or targets of mapped relationships, that a selector names by type or class. */
export function typesOf({ names }: Selector): string[] {
  const types = [...ENTITIES, ...TARGETS].filter(({ _type, _class = [] }) =>
    names.some((name) => name === _type || _class.includes(name)),
  );
  return [...new Set(types.map(({ _type }) => _type))];
}

/** The declared types of relationships that a hop may follow. */
export function relationshipTypes(
  before: readonly string[],
  { verbs, direction }: Hop,
  after: readonly string[],
): string[] {
  const joins = ({ from, to }: Join, a: typeof before, b: typeof before) =>
    a.includes(from) && b.includes(to);
  return JOINS.filter(
    (join) =>
      (verbs.includes(ANY_VERB) || verbs.includes(join.verb)) &&
      ((direction !== 'in' && joins(join, before, after)) ||
        (direction !== 'out' && joins(join, after, before))),
  ).map(({ type }) => type);
}

/** The steps that collect a type. */
export function stepsOf(type: string): string[] {
  return integrationSteps
    .filter(
      ({ id, entities, relationships, mappedRelationships = [] }) =>
        !COMPLETING_STEPS.includes(id) &&
        [...entities, ...relationships, ...mappedRelationships].some(
          ({ _type }) => _type === type,
        ),
    )
    .map(({ id }) => id);
}

/** The steps that a step waits for. */
export function dependenciesOf(stepId: string): readonly string[] {
  return integrationSteps.find(({ id }) => id === stepId)?.dependsOn ?? [];
}

/** The sources of those of the properties that only some steps give. */
export function sourcesOf(
  type: string,
  properties: ReadonlySet<string>,
  presence: Presence,
): PropertySource[] {
  return [...properties].flatMap(
    (property) => sourceOf(type, property, presence) ?? [],
  );
}

/** Where a property comes from, where only some steps of its type give it. */
export function sourceOf(
  type: string,
  property: string,
  { values }: Presence,
): PropertySource | undefined {
  return PROPERTY_SOURCES.find(
    (one) =>
      one.type === type &&
      one.properties.includes(property) &&
      (one.value === undefined || values.has(`${property}=${one.value}`)),
  );
}
