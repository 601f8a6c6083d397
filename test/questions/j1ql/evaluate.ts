import type { CollectedGraph } from '../../e2e/graph';
import { matches } from './compare';
import type { Edge, GraphObject } from './graphIndex';
import { GraphIndex } from './graphIndex';
import { parse } from './parser';
import type { Condition, Hop, Query, ReturnItem, Selector } from './syntax';
import { ANY_VERB, isAggregate } from './syntax';

export interface EvaluateOptions {
  /** What `date.now` stands for. */
  now: Date;
  /** What the placeholders stand for: `{{domain}}` is filled in by who asks. */
  variables?: Readonly<Record<string, string>>;
}

/**
 * What a comparison makes of a property that is absent. `unequal`: it is unequal to everything, as JupiterOne has it.
 * `incomparable`: it compares with nothing, as in SQL.
 */
export type Absence = 'unequal' | 'incomparable';

/** A row of a result, by column. */
export type Row = Record<string, unknown>;

/** What the chain has bound so far, and where it has come to. */
interface Path {
  bound: ReadonlyMap<string, GraphObject>;
  start: GraphObject;
  end: GraphObject;
}

/** The name of the only column of a query without `RETURN`: the entity that it starts from. */
export const START_COLUMN = 'entity';

/**
 * Answers a query over a collected graph, as JupiterOne would.
 *
 * @throws J1qlError where the query cannot be read, and Error where a placeholder has no value
 */
export function evaluate(
  query: string,
  graph: CollectedGraph | GraphIndex,
  { now, variables = {} }: EvaluateOptions,
): Row[] {
  const index = graph instanceof GraphIndex ? graph : new GraphIndex(graph);
  return run(parse(fillIn(query, variables)), index, now.getTime());
}

/** Puts values in the place of `{{name}}`. */
export function fillIn(
  query: string,
  variables: Readonly<Record<string, string>>,
): string {
  return query.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = variables[name];
    if (value === undefined) throw new Error(`Nothing is given for ${name}`);
    return value;
  });
}

/** Answers a query that has been read. */
export function run(
  query: Query,
  index: GraphIndex,
  now: number,
  absence: Absence = 'unequal',
): Row[] {
  const context = { index, now, absence };
  let paths: Path[] = index.entities
    .filter((entity) => isSelected(entity, query.start, context))
    .map((entity) => ({
      start: entity,
      end: entity,
      bound: bind(new Map(), query.start.alias, entity),
    }));
  for (const hop of query.hops) {
    paths = paths.flatMap((path) => follow(path, hop, context));
  }
  const { where } = query;
  if (where !== undefined) {
    paths = paths.filter(({ bound }) =>
      holds(where, (alias) => bound.get(alias ?? ''), context),
    );
  }
  return query.returns.length === 0
    ? [...new Set(paths.map(({ start }) => start))].map((entity) => ({
        [START_COLUMN]: entity,
      }))
    : rowsOf(paths, query);
}

/** What a query is answered with. */
interface Context {
  index: GraphIndex;
  now: number;
  absence: Absence;
}

function follow(path: Path, hop: Hop, context: Context): Path[] {
  const steps = context.index
    .edgesOf(path.end, hop.direction)
    .filter(
      ({ relationship, other }) =>
        (hop.verbs.includes(ANY_VERB) ||
          hop.verbs.includes(String(relationship._class))) &&
        isSelected(other, hop.to, context),
    );
  if (hop.isNegated) return steps.length === 0 ? [path] : [];
  return steps.map(({ relationship, other }: Edge) => ({
    start: path.start,
    end: other,
    bound: bind(bind(path.bound, hop.alias, relationship), hop.to.alias, other),
  }));
}

function bind(
  bound: ReadonlyMap<string, GraphObject>,
  alias: string | undefined,
  object: GraphObject,
): ReadonlyMap<string, GraphObject> {
  return alias === undefined ? bound : new Map([...bound, [alias, object]]);
}

function isSelected(
  entity: GraphObject,
  { names, with: condition }: Selector,
  context: Context,
): boolean {
  const itsNames = [entity._type, entity._class].flat();
  return (
    names.some((name) => itsNames.includes(name)) &&
    (condition === undefined || holds(condition, () => entity, context))
  );
}

function holds(
  condition: Condition,
  objectOf: (alias: string | undefined) => GraphObject | undefined,
  context: Context,
): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.parts.every((part) => holds(part, objectOf, context));
    case 'or':
      return condition.parts.some((part) => holds(part, objectOf, context));
    case 'comparison': {
      const { left, operator, values, join } = condition;
      const actual = objectOf(left.alias)?.[left.property];
      const expected = values.map((value) => {
        switch (value.kind) {
          case 'literal':
            return value.value;
          case 'undefined':
            return undefined;
          case 'date':
            return context.now + value.offsetMs;
          case 'property':
            return objectOf(value.path.alias)?.[value.path.property];
        }
      });
      const isAboutAbsence = values.some(({ kind }) => kind === 'undefined');
      return context.absence === 'incomparable' &&
        !isAboutAbsence &&
        [actual, ...expected].includes(undefined)
        ? false
        : matches(actual, operator, expected, join);
    }
  }
}

function rowsOf(paths: Path[], { returns, unique }: Query): Row[] {
  const rows = paths.map(({ bound }) => rowOf(bound, returns));
  if (returns.some(isAggregate)) {
    return aggregated(rows, returns);
  }
  return unique ? [...byContent(rows).values()].map(([row]) => row) : rows;
}

function rowOf(
  bound: ReadonlyMap<string, GraphObject>,
  returns: ReturnItem[],
): Row {
  return Object.fromEntries(
    returns.map(({ name, alias, property }) => {
      const object = bound.get(alias);
      return [name, property === undefined ? object : object?.[property]];
    }),
  );
}

/** Counts distinct objects, and adds up values, for each combination of what else is returned. */
function aggregated(rows: Row[], returns: ReturnItem[]): Row[] {
  const aggregates = returns.filter(isAggregate);
  const names = new Set(aggregates.map(({ name }) => name));
  const groups = byContent(rows, (column) => !names.has(column));
  return [...groups.values()].map((group) => ({
    ...group[0],
    ...Object.fromEntries(
      aggregates.map(({ kind, name }) => {
        const values = group.map((row) => row[name]);
        return [name, kind === 'count' ? new Set(values).size : sum(values)];
      }),
    ),
  }));
}

/** What is no number adds nothing. */
function sum(values: readonly unknown[]): number {
  return values.reduce<number>(
    (total, value) => total + (typeof value === 'number' ? value : 0),
    0,
  );
}

function byContent(
  rows: Row[],
  counts: (column: string) => boolean = () => true,
): Map<string, [Row, ...Row[]]> {
  const groups = new Map<string, [Row, ...Row[]]>();
  for (const row of rows) {
    const key = JSON.stringify(
      Object.entries(row).filter(([column]) => counts(column)),
    );
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
