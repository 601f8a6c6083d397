import path from 'node:path';
import { parseArgs } from 'node:util';
import { readGraph } from '../../test/e2e/graph';
import { readQuestions } from '../questions/questions';
import { placeholdersIn } from './answers';
import { describeAnswers } from './describe';

/**
 * What `npm run answer` prints: the answers to all questions on a collected graph.
 *
 * @param args the command line: each value that some question asks for is an option of its name
 * @throws Error where the command line is wrong, or nothing has been collected in the folder
 */
export async function answerCommand(
  args: string[],
  now: Date,
): Promise<string> {
  const questions = readQuestions();
  const names = placeholdersIn(
    questions
      .flatMap(({ queries }) => queries.map(({ query }) => query))
      .join(),
  );
  const { help, from, ...given } = parseArgs({
    args,
    options: {
      from: { type: 'string', default: '.j1-integration' },
      help: { type: 'boolean', short: 'h', default: false },
      ...Object.fromEntries(
        names.map((name) => [name, { type: 'string' } as const]),
      ),
    },
  }).values;
  if (help) return usage(names);
  const graph = await readGraph(path.resolve(String(from)));
  if (graph.summary === undefined) {
    throw new Error(
      `Nothing has been collected in ${from} yet.\n\n${usage(names)}`,
    );
  }
  return describeAnswers(questions, graph, {
    now,
    variables: Object.fromEntries(
      Object.entries(given).map(([name, value]) => [
        name,
        String(value).toLowerCase(),
      ]),
    ),
  }).join('\n\n');
}

function usage(names: readonly string[]): string {
  return `Usage: npm run answer -- [--from FOLDER] ${names.map((name) => `[--${name} VALUE]`).join(' ')}

Answers the questions in questions/ on the graph that "npm start" or
"npm run demo" has left in .j1-integration, or that is in FOLDER. Some ask for a
value: ${names.map((name) => `--${name}`).join(', ')}..

Each answer says what it is worth: "none" only where all that it takes was
collected, "partial" where something may be missing, and "not answered" with
what it takes.`;
}
