import type { CollectedGraph } from '../test/e2e/graph';
import { evaluate, GraphIndex } from '../test/questions/j1ql';
import type { EvaluateOptions, Row } from '../test/questions/j1ql';
import type { Question } from './questions/questions';
import { readQuestions } from './questions/questions';

/** What the demo asks: of each theme one, and none that needs more than the default settings. */
const FIRST_TASTE = [
  'users-without-mfa',
  'external-production-deployers',
  'addons-across-stages',
  'unsupported-stacks',
  'open-spaces',
  'old-invitations',
];

const MOST_ROWS = 5;
const INDENT = '  ';

/** Six of the questions, answered on a collected graph: who and what each is about, and what to do. */
export function describeFirstAnswers(graph: CollectedGraph, now: Date): string {
  const questions = readQuestions();
  const asked = FIRST_TASTE.map((slug) => {
    const question = questions.find(({ id }) => id === slug);
    if (question === undefined) throw new Error(`No question ${slug}`);
    return question;
  });
  return [
    `${asked.length} of the ${questions.length} questions in questions/, answered on this graph:`,
    ...describeAnswers(asked, graph, { now }),
  ].join('\n\n');
}

/** Each of the questions, answered on a collected graph. One with a placeholder that has no value is left out. */
export function describeAnswers(
  questions: readonly Question[],
  graph: CollectedGraph,
  options: EvaluateOptions,
): string[] {
  const index = new GraphIndex(graph);
  return questions.flatMap((question) => {
    const lines = question.queries
      .filter(({ query }) => canBeAsked(query, options))
      .flatMap(({ name, query }) => {
        const rows = describeRows(evaluate(query, index, options));
        return name === undefined
          ? rows
          : [`${INDENT}${name}:`, ...rows.map((row) => INDENT + row)];
      });
    if (lines.length === 0) return [];
    return [
      [
        question.title,
        ...lines,
        `${INDENT}What to do: ${question.remedy}`,
      ].join('\n'),
    ];
  });
}

/** Whether each placeholder of a query has a value. */
export function canBeAsked(
  query: string,
  { variables = {} }: EvaluateOptions,
): boolean {
  return [...query.matchAll(/\{\{(\w+)\}\}/g)].every(
    ([, name = '']) => name in variables,
  );
}

function describeRows(rows: readonly Row[]): string[] {
  const texts = [...new Set(rows.map(describeRow))].sort();
  if (texts.length === 0) return [`${INDENT}- none`];
  const more = texts.length - MOST_ROWS;
  return [
    ...texts.slice(0, MOST_ROWS).map((text) => `${INDENT}- ${text}`),
    ...(more > 0 ? [`${INDENT}- and ${more} more`] : []),
  ];
}

/** A row of an answer in words: names as they are, other values with what they are. */
export function describeRow(row: Row): string {
  const parts = Object.entries(row).flatMap(([column, value]) =>
    describeValue(column, value),
  );
  return [...new Set(parts)].join(', ');
}

function describeValue(column: string, value: unknown): string[] {
  if (column === 'webLink' || value === undefined || value === null) return [];
  if (typeof value === 'number' && column.endsWith('On')) {
    return [`${column} ${new Date(value).toISOString().slice(0, 10)}`];
  }
  if (typeof value === 'boolean' || typeof value === 'number') {
    return [`${column} ${value}`];
  }
  if (Array.isArray(value)) return [value.join(' ')];
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && 'displayName' in value
    ? [String(value.displayName)]
    : [];
}
