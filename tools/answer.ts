import { answersIn, answerUsage, valueNames } from './answers/command';
import { runProgram } from './program';

/** `npm run answer`: answers the questions on the graph that was collected last, on this machine. */

void runProgram({
  usage: answerUsage(),
  options: {
    from: { type: 'string', default: '.j1-integration' },
    // Each value that some question asks for is an option of its name.
    ...Object.fromEntries(
      valueNames().map((name) => [name, { type: 'string' } as const]),
    ),
  },
  run: async ({ from, ...values }) => {
    console.log(await answersIn(from, values, new Date()));
  },
});
