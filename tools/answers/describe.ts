import type { CollectedGraph } from '../../test/e2e/graph';
import type { EvaluateOptions, Row } from '../../test/questions/j1ql';
import { GraphIndex, run } from '../../test/questions/j1ql';
import type { Question } from '../questions/questions';
import { readQuestions } from '../questions/questions';
import type { Answer } from './answers';
import { ABOUT_CHANGE, answerTo } from './answers';
import { outcomesIn } from './outcomes';

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

/**
 * Each of the questions, answered on a collected graph as far as that can bear it; those on change together, at the end.
 */
export function describeAnswers(
  questions: readonly Question[],
  graph: CollectedGraph,
  options: EvaluateOptions,
): string[] {
  const index = new GraphIndex(graph);
  const outcomes = outcomesIn(graph);
  const onChange: string[] = [];
  const described = questions.flatMap(({ title, remedy, queries }) => {
    const answers = queries.map(({ name, query }) => ({
      name,
      answer: answerTo(query, outcomes, options, (parsed) =>
        run(parsed, index, options.now.getTime()),
      ),
    }));
    if (answers.every(({ answer }) => answer.reason === ABOUT_CHANGE)) {
      onChange.push(title);
      return [];
    }
    return [
      title,
      ...answers.flatMap(({ name, answer }) =>
        name === undefined
          ? describeAnswer(answer)
          : [
              `${INDENT}${name}:`,
              ...describeAnswer(answer).map((line) => INDENT + line),
            ],
      ),
      ...(answers.some(({ answer }) => answer.hits.length > 0)
        ? [`${INDENT}What to do: ${remedy}`]
        : []),
    ].join('\n');
  });
  return onChange.length === 0
    ? described
    : [
        ...described,
        [
          'Not answered, since they ask for what changed between two runs; ask them in JupiterOne:',
          ...onChange.map((title) => `${INDENT}- ${title}`),
        ].join('\n'),
      ];
}

function describeAnswer({ state, reason, hits }: Answer<Row>): string[] {
  const rows = [...new Set(hits.map(describeRow))].sort();
  const more = rows.length - MOST_ROWS;
  const lines = [
    ...rows.slice(0, MOST_ROWS),
    ...(more > 0 ? [`and ${more} more`] : []),
  ];
  switch (state) {
    case 'none':
      lines.push('none');
      break;
    case 'partial':
      lines.push(`partial: ${rows.length} found, ${reason}`);
      break;
    case 'notAnswered':
      lines.push(`not answered: ${reason}`);
  }
  return lines.map((line) => `${INDENT}- ${line}`);
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
