import type { Query, Selector } from '../../test/questions/j1ql/syntax';
import {
  dependenciesOf,
  relationshipTypes,
  sourceOf,
  sourcesOf,
  stepsOf,
  TARGETS,
  typesOf,
} from './declarations';
import type { Presence } from './presence';
import { both, presenceIn } from './presence';
import { COMPLETING_STEPS } from './propertySources';

/** Something that a query stands on. */
export interface Part {
  /** The steps that collect it. None: no step does, but another integration in JupiterOne may. */
  steps: readonly string[];
  /** What it is, where no step collects it. */
  what: string;
  /** Whether the query finds things by its absence: then only all of it proves anything. */
  isAbsence: boolean;
  /** Whether it does not matter what the key's scopes leave out of these steps. */
  isInEveryKey?: boolean;
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
  const parts = [
    ...(hops.some(({ isNegated }) => !isNegated)
      ? requiredParts(start, presenceOf(start.alias, start))
      : thingParts(start, presenceOf(start.alias, start))),
    ...absenceParts(before, start.names, presenceOf(start.alias, start)),
  ];
  for (const hop of hops) {
    const { to, isNegated } = hop;
    const after = typesOf(to);
    const types = relationshipTypes(before, hop, after);
    const presence = presenceOf(to.alias, to);
    if (types.length === 0) {
      // JupiterOne joins the two by itself: that takes both.
      const others =
        before.length === 0
          ? []
          : [{ ...NO_STEP, what: to.names.join(' or ') }];
      parts.push(
        ...(after.length === 0
          ? others
          : thingParts(to, presence).map((part) => ({
              ...part,
              isAbsence: isNegated,
            }))),
      );
    } else if (isNegated) {
      parts.push(
        { ...NO_STEP, steps: types.flatMap(stepsOf), isAbsence: true },
        ...absentTargetParts(to),
        ...absentEndParts(types, after, presence),
        // That nothing leads to a thing of others says something only where others have collected such things.
        ...(after.some(isFoundOnly)
          ? [{ ...NO_STEP, what: to.names.join(' or '), isAbsence: true }]
          : []),
      );
    } else {
      const ofRelationship = presenceOf(hop.alias);
      parts.push(
        ...narrowed(types, ofRelationship),
        ...absenceParts(types, to.names, ofRelationship),
        ...requiredParts(to, presence),
        ...absenceParts(after, to.names, presence),
      );
    }
    if (!isNegated) before = after;
  }
  return parts;
}

const NO_STEP: Part = { steps: [], what: '', isAbsence: false };

/** Things that nothing leads to: all of them must be there. */
function thingParts(selector: Selector, presence: Presence): Part[] {
  const what = selector.names.join(' or ');
  const types = typesOf(selector);
  return types.length === 0 || types.some(isFoundOnly)
    ? [{ ...NO_STEP, what }]
    : narrowed(types, presence).map((part) => ({ ...part, what }));
}

/** Whether only other integrations collect things of a type: this one joins what they have found. */
function isFoundOnly(type: string): boolean {
  return TARGETS.some(
    ({ _type, createsTarget }) => _type === type && !createsTarget,
  );
}

/** Things that a relationship leads to: they are there, but not always all that is asked of them. */
function requiredParts(selector: Selector, presence: Presence): Part[] {
  const what = selector.names.join(' or ');
  const types = typesOf(selector);
  return [
    ...types.flatMap((type) =>
      sourcesOf(type, presence.required, presence).map(
        ({ steps, isInEveryKey }) => ({ ...NO_STEP, steps, isInEveryKey }),
      ),
    ),
    ...(isOfOthers(types, presence) ? [{ ...NO_STEP, what }] : []),
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
  names: readonly string[],
  presence: Presence,
): Part[] {
  const absent = { ...NO_STEP, what: names.join(' or '), isAbsence: true };
  return types.flatMap((type) => [
    ...[...presence.missing].map((property) => ({
      ...absent,
      steps: sourceOf(type, property, presence)?.steps ?? stepsOf(type),
    })),
    ...sourcesOf(type, presence.denied, presence)
      .filter(({ isFalseByAbsence }) => isFalseByAbsence)
      .map(({ steps }) => ({ ...absent, steps })),
  ]);
}

/** Where there must be none such: every condition on it narrows what is looked for, and may be unknown. */
function absentTargetParts(target: Selector): Part[] {
  const presence = presenceIn(target.with, undefined);
  const absent = { ...NO_STEP, isAbsence: true };
  return typesOf(target).flatMap((type) =>
    [...presence.required, ...presence.missing].map((property) => {
      const source = sourceOf(type, property, presence);
      return source === undefined
        ? { ...absent, steps: stepsOf(type) }
        : { ...absent, steps: source.steps, isInEveryKey: source.isInEveryKey };
    }),
  );
}

/** A relationship is missing too where the thing at its other end is not in the graph, which another step adds. */
function absentEndParts(
  relationships: readonly string[],
  ends: readonly string[],
  presence: Presence,
): Part[] {
  const readBefore = new Set(
    relationships.flatMap(stepsOf).flatMap(dependenciesOf),
  );
  return narrowed(
    ends.filter((type) => !isFoundOnly(type)),
    presence,
  )
    .map((part) => ({
      ...part,
      steps: part.steps.filter((id) => readBefore.has(id)),
      isAbsence: true,
    }))
    .filter(({ steps }) => steps.length > 0);
}

/** What collects those objects of the types that have all properties that are needed, and what completes them. */
function narrowed(types: readonly string[], presence: Presence): Part[] {
  const sources = types.map((type) =>
    sourcesOf(type, presence.required, presence),
  );
  const steps = types.flatMap((type, index) => {
    const given = (sources[index] ?? []).flatMap((source) => source.steps);
    const adding = given.filter((id) => !COMPLETING_STEPS.includes(id));
    return stepsOf(type).filter(
      (id) => adding.length === 0 || adding.includes(id),
    );
  });
  const isInEveryKey = sources.flat().some((source) => source.isInEveryKey);
  const completing = new Set(
    sources
      .flat()
      .flatMap((source) => source.steps)
      .filter((id) => COMPLETING_STEPS.includes(id)),
  );
  return [
    { ...NO_STEP, steps: [...new Set(steps)], isInEveryKey },
    // Without one of these the objects are there, and none of them has the property.
    ...[...completing].map((id) => ({ ...NO_STEP, steps: [id] })),
  ];
}
