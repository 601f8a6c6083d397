import { RelationshipDirection } from '@jupiterone/integration-sdk-core';
import { integrationSteps } from '../../src/steps';
import type { Hop, Query, Selector } from '../../test/questions/j1ql/syntax';
import { ANY_VERB } from '../../test/questions/j1ql/syntax';
import type { Presence } from './presence';
import { both, presenceIn } from './presence';
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
const TARGETS = integrationSteps.flatMap(({ mappedRelationships = [] }) =>
  mappedRelationships.map(({ target, createsTarget }) => ({
    ...target,
    createsTarget,
  })),
);

/** Something that a query stands on. */
export interface Part {
  /** The steps that collect it. None: no step does, but another integration in JupiterOne may. */
  steps: readonly string[];
  /** What it is, where no step collects it. */
  what: string;
  /** Whether the query finds things by its absence: then only all of it proves anything. */
  isAbsence: boolean;
}

/**
 * What a query stands on, from the declarations of the steps. An entity that is reached through a relationship is there
 * if the relationship is: it is no part of its own.
 */
export function partsOf({ start, hops, where }: Query): Part[] {
  const presenceOf = (alias: string | undefined, selector?: Selector) =>
    both([
      presenceIn(selector?.with, undefined),
      ...(alias === undefined ? [] : [presenceIn(where, alias)]),
    ]);

  let before = typesOf(start);
  const parts = entityParts(
    start,
    presenceOf(start.alias, start),
    hops.some(({ isNegated }) => !isNegated),
  );
  for (const hop of hops) {
    const after = typesOf(hop.to);
    const relationships = relationshipTypes(before, hop, after);
    const what = hop.to.names.join(' or ');
    if (hop.isNegated) {
      parts.push(
        part(stepsOfAll(relationships), what, true),
        ...absentTargetParts(hop.to),
      );
      continue;
    }
    const presence = presenceOf(hop.alias);
    parts.push(
      part(narrowedSteps(relationships, presence), what, false),
      ...absenceParts(relationships, what, presence),
      ...entityParts(hop.to, presenceOf(hop.to.alias, hop.to), true),
    );
    before = after;
  }
  return parts;
}

function entityParts(
  selector: Selector,
  presence: Presence,
  isReached: boolean,
): Part[] {
  const types = typesOf(selector);
  const what = selector.names.join(' or ');
  const own = isReached
    ? [...presence.required].flatMap((property) =>
        types.flatMap((type) => {
          const source = sourceOf(type, property);
          return source ? [part(source.steps, what, false)] : [];
        }),
      )
    : [part(narrowedSteps(types, presence), what, false)];
  return [
    ...own,
    ...absenceParts(types, what, presence),
    ...(isOfOthers(types, presence) ? [part([], what, false)] : []),
  ];
}

/** Whether only another integration can say what is asked of a thing that this one does not make, and only finds. */
function isOfOthers(
  types: readonly string[],
  { required, missing, denied }: Presence,
): boolean {
  return TARGETS.some(
    ({ _type, foundBy, createsTarget }) =>
      !createsTarget &&
      types.includes(_type) &&
      [...required, ...missing, ...denied].some(
        (property) => !foundBy.includes(property),
      ),
  );
}

/** What is found missing, or denied where only everything can deny it. */
function absenceParts(
  types: readonly string[],
  what: string,
  { missing, denied }: Presence,
): Part[] {
  return types.flatMap((type) => [
    ...[...missing].map((property) =>
      part(sourceOf(type, property)?.steps ?? stepsOf(type), what, true),
    ),
    ...[...denied].flatMap((property) => {
      const source = sourceOf(type, property);
      return source?.isFalseByAbsence ? [part(source.steps, what, true)] : [];
    }),
  ]);
}

/** Where there must be none such: every condition on it narrows what is looked for, and may be unknown. */
function absentTargetParts(target: Selector): Part[] {
  const { required, missing } = presenceIn(target.with, undefined);
  return typesOf(target).flatMap((type) =>
    [...required, ...missing].map((property) =>
      part(
        sourceOf(type, property)?.steps ?? stepsOf(type),
        target.names.join(' or '),
        true,
      ),
    ),
  );
}

function part(
  steps: readonly string[],
  what: string,
  isAbsence: boolean,
): Part {
  return { steps, what, isAbsence };
}

/** The declared types, or targets of mapped relationships, that a selector names by type or class. */
function typesOf({ names }: Selector): string[] {
  const types = [...ENTITIES, ...TARGETS].filter(({ _type, _class = [] }) =>
    names.some((name) => name === _type || _class.includes(name)),
  );
  return [...new Set(types.map(({ _type }) => _type))];
}

/** The declared types of relationships that a hop may follow. */
function relationshipTypes(
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

function stepsOfAll(types: readonly string[]): string[] {
  return [...new Set(types.flatMap(stepsOf))];
}

/** The steps that collect those objects of the types that have all properties that are needed. */
function narrowedSteps(
  types: readonly string[],
  { required }: Presence,
): string[] {
  const steps = types.flatMap((type) => {
    const sources = [...required].flatMap(
      (property) => sourceOf(type, property)?.steps ?? [],
    );
    const adding = sources.filter((id) => !COMPLETING_STEPS.includes(id));
    const completing = sources.filter((id) => COMPLETING_STEPS.includes(id));
    return [
      ...stepsOf(type).filter(
        (id) => adding.length === 0 || adding.includes(id),
      ),
      ...completing,
    ];
  });
  return [...new Set(steps)];
}

function sourceOf(type: string, property: string) {
  return PROPERTY_SOURCES.find(
    (one) => one.type === type && one.properties.includes(property),
  );
}
