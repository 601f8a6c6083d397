import type { CollectedGraph } from '../../test/e2e/graph';
import type { EvaluateOptions, Query, Row } from '../../test/questions/j1ql';
import { GraphIndex, run, START_COLUMN } from '../../test/questions/j1ql';
import { isAggregate } from '../../test/questions/j1ql/syntax';
import type { Answer } from '../answers';
import { answerTo, describeRow, outcomesIn } from '../answers';
import type { Question } from '../questions/questions';
import type { Table } from './answerTable';
import { tableOf } from './answerTable';

/** One thing that a query found. */
export interface Hit {
  /** The row of the answer, in words. */
  text: string;
  /** The keys of the entities that the row names. */
  keys: string[];
}

/** A query of a question, with what the graph says to it and what that is worth. */
export interface Finding extends Answer<Hit> {
  title: string;
  /** What the question is about, with others. */
  theme: string;
  /** The query's name, where the question has several. */
  name?: string;
  /** Whether a hit calls for something to be done; otherwise it informs. */
  isBad: boolean;
  /** How urgent JupiterOne's alert on a hit is, such as `CRITICAL`; none where the query alerts nobody. */
  level?: string;
  /** What to do about a hit. */
  remedy: string;
  /** The answer as JupiterOne gives it, for an export. */
  table: Table;
}

/** Answers each query of the questions on a graph, as far as that can bear it. */
export function findingsOf(
  questions: readonly Question[],
  graph: CollectedGraph,
  options: EvaluateOptions,
): Finding[] {
  const index = new GraphIndex(graph);
  const outcomes = outcomesIn(graph);
  const inGraph = new Set(graph.entities.map(({ _key }) => _key));
  return questions.flatMap(({ title, theme, remedy, queries }) =>
    queries.map(({ name, query, resultsAre, alert }) => {
      let table = tableOf([]);
      const answer = answerTo(query, outcomes, options, (parsed) => {
        table = tableOf(run(parsed, index, options.now.getTime()));
        return hitsOf(parsed, index, options.now, inGraph);
      });
      return {
        title,
        theme,
        name,
        isBad: resultsAre === 'BAD',
        level: alert?.level,
        remedy,
        ...answer,
        table,
      };
    }),
  );
}

/** Marks the columns that are not shown and hold the entities that a row is about. */
const SUBJECT = 'subject ';

function hitsOf(
  query: Query,
  index: GraphIndex,
  now: Date,
  inGraph: ReadonlySet<string>,
): Hit[] {
  const hits = new Map<string, Hit>();
  for (const row of run(withSubjects(query), index, now.getTime())) {
    const columns = Object.entries(row);
    const isSubject = ([column]: [string, unknown]) =>
      column === START_COLUMN || column.startsWith(SUBJECT);
    const text = describeRow(
      Object.fromEntries(
        columns.filter(([column]) => !column.startsWith(SUBJECT)),
      ),
    );
    const keys = columns
      .filter(isSubject)
      .map(([, value]) => keyOf(value))
      .filter((key) => key !== undefined && inGraph.has(key));
    const hit = { text, keys: [...new Set(keys)] as string[] };
    hits.set(JSON.stringify(hit), hit);
  }
  return [...hits.values()].sort((a, b) => (a.text < b.text ? -1 : 1));
}

/** The query, made to return whole objects too: those of which it returns properties. What it counts or adds up is left out. */
function withSubjects(query: Query): Query {
  if (query.returns.length === 0) return query;
  const shown = query.returns.filter((item) => !isAggregate(item));
  const aliases = new Set(shown.map(({ alias }) => alias));
  return {
    ...query,
    returns: [
      ...shown,
      ...[...aliases].map((alias) => ({
        name: `${SUBJECT}${alias}`,
        kind: 'entity' as const,
        alias,
      })),
    ],
  };
}

function keyOf(value: Row[string]): string | undefined {
  return typeof value === 'object' && value !== null && '_key' in value
    ? String(value._key)
    : undefined;
}
