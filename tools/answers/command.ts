import path from 'node:path';
import { readGraph } from '../../test/e2e/graph';
import { UsageError } from '../program';
import { readQuestions } from '../questions/questions';
import { placeholdersIn } from './answers';
import { describeAnswers } from './describe';

/** The names of the values that some question asks for. */
export function valueNames(): string[] {
  const queries = readQuestions().flatMap((question) => question.queries);
  return placeholdersIn(queries.map(({ query }) => query).join());
}

/** What `npm run answer -- --help` prints. */
export function answerUsage(): string {
  const names = valueNames().map((name) => `--${name}`);
  return `Usage: npm run answer -- [--from FOLDER] ${names.map((name) => `[${name} VALUE]`).join(' ')}

Answers the questions in questions/ on the graph that "npm start" or
"npm run demo" has left in .j1-integration, or that is in FOLDER. Some ask for a
value: ${names.join(', ')}.

Each answer says what it is worth: "none" only where all that it takes was
collected, "partial" where something may be missing, and "not answered" with
what it takes.`;
}

/**
 * The answers to all questions on a collected graph, in words.
 *
 * @param values what stands for the names that questions ask for
 * @throws UsageError where nothing has been collected in the folder
 */
export async function answersIn(
  folder: string,
  values: Readonly<Record<string, string>>,
  now: Date,
): Promise<string> {
  const graph = await readGraph(path.resolve(folder));
  if (graph.summary === undefined) {
    throw new UsageError(
      `Nothing has been collected in ${folder} yet: run "npm start" or "npm run demo" first.`,
    );
  }
  // Domains and addresses are in lower case in the graph.
  const variables = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value.toLowerCase()]),
  );
  return describeAnswers(readQuestions(), graph, { now, variables }).join(
    '\n\n',
  );
}
