/**
 * The part of J1QL that the questions use, and no more: one chain of entities, each joined to the one before it by
 * relationships of a stated direction. No optional traversals, no arithmetic, no aggregates but `count`
 * and `sum`.
 */
export interface Query {
  unique: boolean;
  start: Selector;
  hops: Hop[];
  where?: Condition;
  /** Empty: the entities that the query starts from are returned. */
  returns: ReturnItem[];
}

/** Entities, by type (`heroku_team`) or class (`Team`). */
export interface Selector {
  names: string[];
  with?: Condition;
  alias?: string;
}

/** What stands for whatever verb joins two things. */
export const ANY_VERB = 'RELATES TO';

/** `THAT HAS >> AS membership heroku_account_member`. */
export interface Hop {
  /** `THAT !HAS`: there is none such. */
  isNegated: boolean;
  verbs: string[];
  /** `out` (`>>`) from the entity before to the one after, `in` (`<<`) the other way, `both` where it is not said. */
  direction: 'out' | 'in' | 'both';
  alias?: string;
  to: Selector;
}

export type Condition = { kind: 'and' | 'or'; parts: Condition[] } | Comparison;

export const OPERATORS = [
  '=',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  '~=',
  '^=',
  '$=',
  '!~=',
  '!^=',
  '!$=',
] as const;

export type Operator = (typeof OPERATORS)[number];

export interface Comparison {
  kind: 'comparison';
  left: PropertyPath;
  operator: Operator;
  /** More than one for `= ('a' OR 'b')`. */
  values: Value[];
  /** What joins the values. */
  join: 'and' | 'or';
}

/** `membership.role` after `WHERE`, `role` after `WITH`. */
export interface PropertyPath {
  alias?: string;
  property: string;
}

export type Value =
  | { kind: 'literal'; value: string | number | boolean }
  | { kind: 'undefined' }
  /** An instant, as its distance in ms from the present. */
  | { kind: 'date'; offsetMs: number }
  | { kind: 'property'; path: PropertyPath };

export interface ReturnItem {
  /** The column's name: what follows `AS`, or the item as written. */
  name: string;
  kind: 'property' | 'entity' | 'count' | 'sum';
  alias: string;
  property?: string;
}

/** Whether an item says something of many rows together. */
export function isAggregate({ kind }: ReturnItem): boolean {
  return kind === 'count' || kind === 'sum';
}

/** The properties that a query compares with something. */
export function propertiesIn({ start, hops, where }: Query): string[] {
  const conditions = [start.with, ...hops.map(({ to }) => to.with), where];
  const paths = conditions
    .flatMap(comparisonsIn)
    .flatMap(({ left, values }) => [
      left,
      ...values.flatMap((value) =>
        value.kind === 'property' ? [value.path] : [],
      ),
    ]);
  return [...new Set(paths.map(({ property }) => property))];
}

/** The comparisons in a condition. */
export function comparisonsIn(condition: Condition | undefined): Comparison[] {
  if (condition === undefined) return [];
  return condition.kind === 'comparison'
    ? [condition]
    : condition.parts.flatMap(comparisonsIn);
}
