import { spawn } from 'node:child_process';

/** How a command ended. */
export interface CommandResult {
  /** `null` where a signal ended it. */
  exitCode: number | null;
  timedOut: boolean;
  /** Standard output and standard error, as they came. */
  output: string;
  /** Standard output alone. */
  stdout: string;
  durationMs: number;
}

export interface CommandOptions {
  cwd: string;
  env?: NodeJS.ProcessEnv;
  /** After this the command is killed. */
  timeoutMs: number;
}

/**
 * Runs a command without a terminal and without input, to its end.
 *
 * @throws where it cannot be started
 */
export function runCommand(
  command: string,
  args: readonly string[],
  { cwd, env = process.env, timeoutMs }: CommandOptions,
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    let output = '';
    let stdout = '';
    let timedOut = false;

    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      // npm and npx are scripts of the shell on Windows.
      shell: process.platform === 'win32',
    });
    const kill = () => child.kill('SIGKILL');
    const timeout = setTimeout(() => {
      timedOut = true;
      kill();
    }, timeoutMs);
    // Whoever interrupts this program does not want the command to go on.
    process.once('exit', kill);
    const settle = () => {
      clearTimeout(timeout);
      process.off('exit', kill);
    };

    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (stream === child.stdout) {
          stdout += text;
        }
      });
    }
    child.once('error', (error) => {
      settle();
      reject(error);
    });
    child.once('close', (exitCode) => {
      settle();
      resolve({
        exitCode,
        timedOut,
        output,
        stdout,
        durationMs: performance.now() - startedAt,
      });
    });
  });
}

/** The last lines of a command's output, for a message. */
export function lastLines(output: string, count: number): string {
  return output.trimEnd().split('\n').slice(-count).join('\n');
}
