import path from 'node:path';
import { parseArgs } from 'node:util';
import { readGraph } from '../test/e2e/graph';
import { describeAnswers } from './answers';
import { readQuestions } from './questions/questions';

/** `npm run answer`: answers the questions on the graph that was collected last, on this machine. */

const USAGE = `Usage: npm run answer -- [--domain example.com] [--email person@example.com]

Answers the questions in questions/ on the graph that "npm start" or
"npm run demo" has left. Those about a domain or a person need to be told which.`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      domain: { type: 'string' },
      email: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const graph = await readGraph(
    path.resolve(__dirname, '..', '.j1-integration'),
  );
  if (graph.summary === undefined) {
    console.error(`Nothing has been collected yet.\n\n${USAGE}`);
    process.exitCode = 1;
    return;
  }
  const { domain, email } = values;
  const answers = describeAnswers(readQuestions(), graph, {
    now: new Date(),
    variables: {
      ...(domain === undefined ? {} : { domain }),
      ...(email === undefined ? {} : { email }),
    },
  });
  console.log(answers.join('\n\n'));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
