import { answerCommand } from './answers/command';

/** `npm run answer`: answers the questions on the graph that was collected last, on this machine. */

answerCommand(process.argv.slice(2), new Date())
  .then((text) => console.log(text))
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
