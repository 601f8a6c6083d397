import { METADATA } from '../../test/questions/j1ql';
import type {
  Comparison,
  Condition,
  PropertyPath,
} from '../../test/questions/j1ql/syntax';

/** What a condition asks of properties that a thing may not have. */
export interface Presence {
  /** Properties without which the condition cannot hold. */
  required: ReadonlySet<string>;
  /** Those of them that must have one value, each as `property=value`. */
  values: ReadonlySet<string>;
  /** Properties that it finds missing: `x = undefined`, `x != 1`. */
  missing: ReadonlySet<string>;
  /** Properties that it finds to be `false`. */
  denied: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * Which properties of `alias` a condition needs, finds missing or finds to be false. In `x != 1 AND x != undefined`
 * the second half takes back what the first would find of things without `x`.
 *
 * @param alias `undefined` for a condition after `WITH`, whose properties have no alias
 */
export function presenceIn(
  condition: Condition | undefined,
  alias: string | undefined,
): Presence {
  if (condition === undefined) return both([]);
  if (condition.kind === 'comparison') return presenceOf(condition, alias);
  const parts = condition.parts.map((part) => presenceIn(part, alias));
  return condition.kind === 'and' ? both(parts) : either(parts);
}

/** What several conditions ask for together. */
export function both(parts: readonly Presence[]): Presence {
  const required = union(parts.map((part) => part.required));
  const missing = union(parts.map((part) => part.missing));
  return {
    required,
    values: union(parts.map((part) => part.values)),
    missing: new Set([...missing].filter((one) => !required.has(one))),
    denied: union(parts.map((part) => part.denied)),
  };
}

function either(parts: readonly Presence[]): Presence {
  return {
    required: intersection(parts.map((part) => part.required)),
    values: intersection(parts.map((part) => part.values)),
    missing: union(parts.map((part) => part.missing)),
    denied: union(parts.map((part) => part.denied)),
  };
}

function presenceOf(
  { left, operator, values }: Comparison,
  alias: string | undefined,
): Presence {
  const paths = values.flatMap((value) =>
    value.kind === 'property' ? [value.path] : [],
  );
  const properties = new Set(
    [left, ...paths]
      // Everything has metadata in JupiterOne.
      .filter(
        (path: PropertyPath) =>
          path.alias === alias && !METADATA.has(path.property),
      )
      .map(({ property }) => property),
  );
  const isNegated = operator.startsWith('!');
  const isOfUndefined = values.some(({ kind }) => kind === 'undefined');
  const isOf = (wanted: boolean) =>
    values.some((one) => one.kind === 'literal' && one.value === wanted);
  const [only, ...more] = values;
  const isOfOneValue =
    operator === '=' && more.length === 0 && only?.kind === 'literal';
  return {
    required: isNegated === isOfUndefined ? properties : NONE,
    values: isOfOneValue
      ? new Set([...properties].map((name) => `${name}=${only.value}`))
      : NONE,
    missing: isNegated === isOfUndefined ? NONE : properties,
    denied: isOf(isNegated) ? properties : NONE,
  };
}

function union(sets: ReadonlySet<string>[]): Set<string> {
  return new Set(sets.flatMap((set) => [...set]));
}

function intersection([first, ...rest]: ReadonlySet<string>[]): Set<string> {
  return new Set(
    [...(first ?? [])].filter((one) => rest.every((set) => set.has(one))),
  );
}
