import type { CommandLine, Options } from '../src/cli/commandLine';
import { readCommandLine, UsageError } from '../src/cli/commandLine';

export { UsageError };

const HELP = { help: { type: 'boolean', short: 'h' } } as const;

export interface Program<O extends Options> {
  /** What `--help` prints, and what a mistake on the command line is followed by. */
  usage: string;
  options?: O;
  /** How many words may stand beside the options; none unless given. */
  mostWords?: number;
  run: (
    values: CommandLine<O>['values'],
    words: string[],
  ) => Promise<void> | void;
}

/**
 * Runs a script of this repository. All of them know `--help`, say a mistake of the user's in a sentence, and end
 * with exit code 1 when they fail. A stack is printed only for a defect of the script itself.
 */
export async function runProgram<O extends Options>({
  usage,
  options = {} as O,
  mostWords,
  run,
}: Program<O>): Promise<void> {
  // Set before SDK 8 is loaded, which loads the AWS SDK, which would announce the end of its support.
  process.env.AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE = '1';
  let hasStarted = false;
  try {
    const { values, positionals } = readCommandLine<O & typeof HELP>(
      process.argv.slice(2),
      { ...options, ...HELP },
      mostWords,
    );
    if ('help' in values) {
      console.log(usage);
      return;
    }
    hasStarted = true;
    await run(values, positionals);
  } catch (error) {
    process.exitCode = 1;
    if (!(error instanceof UsageError)) {
      console.error(error);
      return;
    }
    console.error(hasStarted ? error.message : `${error.message}\n\n${usage}`);
  }
}
