import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compiledProject } from './compiledProject';

const PROJECT_ROOT = path.resolve(__dirname, '../..');
const CLI = path.join(
  PROJECT_ROOT,
  'node_modules/@jupiterone/integration-sdk-cli/bin/j1-integration',
);
const STORAGE_DIRECTORY_NAME = '.j1-integration';

export interface CliOptions {
  /** Arguments after the command. */
  args?: string[];
  /** The whole environment of the process, beside `PATH` and a `HOME` of its own. */
  env?: Record<string, string>;
  /** The project to run: the folder that has `src/index`. By default this one, compiled. */
  projectPath?: string;
  /**
   * Runs in this folder as it is, for what depends on the real layout. By default the process gets a folder of its
   * own that looks like the project.
   */
  cwd?: string;
  /** After this the process is killed and the result says so. */
  timeoutMs?: number;
  /** Sends a signal when the output matches or the promise is fulfilled, whichever is given. */
  signalAfter?: { signal: NodeJS.Signals; when: RegExp | Promise<unknown> };
}

export interface CliResult {
  exitCode: number | null;
  /** The signal that ended the process, if one did. */
  signal: NodeJS.Signals | null;
  /** It did not end within `timeoutMs` and was killed. */
  timedOut: boolean;
  stdout: string;
  stderr: string;
  durationMs: number;
  /** The folder that the process ran in. */
  workingDirectory: string;
  /** Where `collect` and `run` write: `graph/`, `index/`, `summary.json`. */
  storageDirectory: string;
  /** Removes what the run left on the disk. */
  cleanUp(): Promise<void>;
}

/**
 * Runs the SDK's real CLI as a whole process.
 *
 * The CLI writes to `<project>/.j1-integration` whatever the environment says, and reads `.env` of the folder it runs
 * in. So the process gets a temporary folder that links to the project's sources: runs beside each other share nothing,
 * and a developer's `.env` stays out.
 *
 * @param command a command of `j1-integration`, or everything after its name
 */
export async function runCli(
  command: 'collect' | 'run' | 'document' | string[],
  {
    args = [],
    env = {},
    projectPath = compiledProject(),
    cwd,
    timeoutMs = 60_000,
    signalAfter,
  }: CliOptions = {},
): Promise<CliResult> {
  const home = await mkdtemp(path.join(tmpdir(), 'graph-heroku-e2e-'));
  const workingDirectory = cwd ?? path.join(home, 'project');
  if (cwd === undefined) await linkProject(projectPath, workingDirectory);
  const cliArguments = [command, args].flat();

  const ended = await spawnToEnd(
    [CLI, ...cliArguments],
    {
      cwd: workingDirectory,
      env: { PATH: process.env.PATH ?? '', HOME: home, ...env },
    },
    timeoutMs,
    signalAfter,
  );

  const storageDirectory = path.resolve(
    workingDirectory,
    projectPathIn(cliArguments),
    STORAGE_DIRECTORY_NAME,
  );
  return {
    ...ended,
    workingDirectory,
    storageDirectory,
    async cleanUp() {
      await rm(storageDirectory, { recursive: true, force: true });
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** Makes `folder` look like the project to the CLI. What `document` rewrites is a copy. */
async function linkProject(projectPath: string, folder: string): Promise<void> {
  const inProject = (name: string) => path.resolve(projectPath, name);
  const isThere = (name: string) => existsSync(inProject(name));

  await mkdir(folder);
  for (const name of ['docs', 'package.json'].filter(isThere)) {
    await cp(inProject(name), path.join(folder, name), { recursive: true });
  }
  await symlink(inProject('src'), path.join(folder, 'src'));
}

/** The project path as the CLI understands its arguments. */
function projectPathIn(cliArguments: string[]): string {
  for (const [index, argument] of cliArguments.entries()) {
    const inline = /^--project-path=(.*)$/.exec(argument)?.[1];
    if (inline !== undefined) return inline;
    if (argument === '-p' || argument === '--project-path') {
      return cliArguments[index + 1] ?? '.';
    }
  }
  return '.';
}

type Ended = Pick<
  CliResult,
  'exitCode' | 'signal' | 'timedOut' | 'stdout' | 'stderr' | 'durationMs'
>;

function spawnToEnd(
  nodeArguments: string[],
  options: { cwd: string; env: Record<string, string> },
  timeoutMs: number,
  signalAfter: CliOptions['signalAfter'],
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const output = { stdout: '', stderr: '' };
    let timedOut = false;
    let signalled = false;

    const child = spawn(process.execPath, nodeArguments, {
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const kill = () => child.kill('SIGKILL');
    const timeout = setTimeout(() => {
      timedOut = true;
      kill();
    }, timeoutMs);
    // A test runner that stops early takes its processes with it.
    process.once('exit', kill);

    const sendSignal = () => {
      if (signalled || !signalAfter) return;
      signalled = true;
      child.kill(signalAfter.signal);
    };
    const pattern = signalAfter?.when;
    if (pattern instanceof Promise) {
      pattern.then(sendSignal, (error: unknown) => {
        kill();
        reject(error instanceof Error ? error : new Error(String(error)));
      });
    }
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8').on('data', (text: string) => {
        output[stream] += text;
        if (pattern instanceof RegExp && pattern.test(output[stream])) {
          sendSignal();
        }
      });
    }

    const settle = () => {
      clearTimeout(timeout);
      process.off('exit', kill);
    };
    child.once('error', (error) => {
      settle();
      reject(error);
    });
    child.once('close', (exitCode, signal) => {
      settle();
      resolve({
        exitCode,
        signal,
        timedOut,
        ...output,
        durationMs: performance.now() - startedAt,
      });
    });
  });
}
