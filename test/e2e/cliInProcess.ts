import path from 'node:path';
import { format, inspect } from 'node:util';
// Not the whole CLI: its other commands take longer to load than these two take to run.
import { collect } from '@jupiterone/integration-sdk-cli/dist/src/commands/collect';
import { run } from '@jupiterone/integration-sdk-cli/dist/src/commands/run';
import type { CliResult } from './process';
import { createThrowawayProject } from './throwawayProject';
import { stepsSettled } from './tunedIntegration';

const COMMANDS = { collect, run };

export interface CliInProcessOptions {
  /** Arguments after the command. */
  args?: string[];
  /** The whole environment of the command, beside `PATH` and a `HOME` of its own. */
  env?: Record<string, string>;
}

/** What can be known of a command that had no process of its own. */
export type CliInProcessResult = Pick<
  CliResult,
  'stdout' | 'stderr' | 'workingDirectory' | 'storageDirectory' | 'cleanUp'
> & {
  /** What the process would have ended with exit code 1 for. */
  error: unknown;
};

/**
 * Runs a command of the SDK's real CLI in this process, one at a time, on a clock that jumps. Several times faster
 * than a process of its own; what only a process has (signals, exit codes, what it prints on its way out) is tested
 * with `runCli`.
 */
export async function runCliInProcess(
  command: keyof typeof COMMANDS,
  { args = [], env = {} }: CliInProcessOptions = {},
): Promise<CliInProcessResult> {
  const { projectPath, remove } = await createThrowawayProject(
    `module.exports = require(${JSON.stringify(require.resolve('./tunedIntegration'))});`,
  );
  const environment = process.env;
  const output = { stdout: '', stderr: '' };
  const spies = [
    jest.spyOn(process, 'cwd').mockReturnValue(projectPath),
    ...capture(output),
  ];
  process.env = { PATH: environment.PATH, HOME: projectPath, ...env };
  let error: unknown;
  try {
    await COMMANDS[command]().parseAsync(args, { from: 'user' });
  } catch (thrown) {
    error = thrown;
    output.stderr += inspect(thrown);
  } finally {
    await stepsSettled();
    process.env = environment;
    for (const spy of spies) spy.mockRestore();
  }
  return {
    ...output,
    error,
    workingDirectory: projectPath,
    storageDirectory: path.join(projectPath, '.j1-integration'),
    cleanUp: remove,
  };
}

/** Takes what would be printed. */
function capture(output: { stdout: string; stderr: string }) {
  const print =
    (stream: keyof typeof output) =>
    (...values: unknown[]) => {
      output[stream] += `${format(...values)}\n`;
    };
  return [
    ...(['stdout', 'stderr'] as const).map((stream) =>
      jest.spyOn(process[stream], 'write').mockImplementation((text) => {
        output[stream] += String(text);
        return true;
      }),
    ),
    ...(['log', 'info', 'debug'] as const).map((method) =>
      jest.spyOn(console, method).mockImplementation(print('stdout')),
    ),
    ...(['warn', 'error', 'trace'] as const).map((method) =>
      jest.spyOn(console, method).mockImplementation(print('stderr')),
    ),
  ];
}
