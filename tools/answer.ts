import path from 'node:path';
import { parseArgs } from 'node:util';
import { readGraph } from '../test/e2e/graph';
import { describeAnswers, placeholdersIn } from './answers';
import { readQuestions } from './questions/questions';

/** `npm run answer`: answers the questions on the graph that was collected last, on this machine. */

const questions = readQuestions();
/** The values that questions ask for: each is an option of that name. */
const values = placeholdersIn(
  questions.flatMap(({ queries }) => queries.map(({ query }) => query)).join(),
);

const USAGE = `Usage: npm run answer -- [--from FOLDER] ${values.map((name) => `[--${name} VALUE]`).join(' ')}

Answers the questions in questions/ on the graph that "npm start" or
"npm run demo" has left in .j1-integration, or that is in FOLDER. Some ask for a
value: ${values.map((name) => `--${name}`).join(', ')}. An e-mail domain or address is in lower case.

Each answer says what it is worth: "none" only where all that it takes was
collected, "partial" where something may be missing, and "not answered" with
what it takes.`;

async function main(): Promise<void> {
  const { help, from, ...given } = parseArgs({
    options: {
      from: { type: 'string', default: '.j1-integration' },
      help: { type: 'boolean', short: 'h', default: false },
      ...Object.fromEntries(
        values.map((name) => [name, { type: 'string' } as const]),
      ),
    },
  }).values;
  if (help) {
    console.log(USAGE);
    return;
  }
  const graph = await readGraph(path.resolve(String(from)));
  if (graph.summary === undefined) {
    console.error(`Nothing has been collected in ${from} yet.\n\n${USAGE}`);
    process.exitCode = 1;
    return;
  }
  const answers = describeAnswers(questions, graph, {
    now: new Date(),
    variables: Object.fromEntries(
      Object.entries(given).map(([name, value]) => [name, String(value)]),
    ),
  });
  console.log(answers.join('\n\n'));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
