import type {
  Comparison,
  Condition,
  PropertyPath,
} from '../../test/questions/j1ql/syntax';

/** What a condition asks of properties that a thing may not have. */
export interface Presence {
  /** Properties without which the condition cannot hold. */
  required: ReadonlySet<string>;
  /** Properties that it finds missing: `x = undefined`, `x != 1`. */
  missing: ReadonlySet<string>;
  /** Properties that it finds to be `false`. */
  denied: ReadonlySet<string>;
}

const NOTHING: Presence = {
  required: new Set(),
  missing: new Set(),
  denied: new Set(),
};

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
  if (condition === undefined) return NOTHING;
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
    missing: new Set([...missing].filter((one) => !required.has(one))),
    denied: union(parts.map((part) => part.denied)),
  };
}

function either(parts: readonly Presence[]): Presence {
  const [first, ...rest] = parts.map(({ required }) => required);
  return {
    required: new Set(
      [...(first ?? [])].filter((one) => rest.every((set) => set.has(one))),
    ),
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
      .filter((path: PropertyPath) => path.alias === alias)
      .map(({ property }) => property),
  );
  const isNegated = operator.startsWith('!');
  const isOfUndefined = values.some(({ kind }) => kind === 'undefined');
  const isOf = (wanted: boolean) =>
    values.some((one) => one.kind === 'literal' && one.value === wanted);
  return {
    ...(isNegated === isOfUndefined
      ? { required: properties, missing: new Set<string>() }
      : { required: new Set<string>(), missing: properties }),
    denied: isOf(isNegated) ? properties : new Set(),
  };
}

function union(sets: ReadonlySet<string>[]): Set<string> {
  return new Set(sets.flatMap((set) => [...set]));
}
