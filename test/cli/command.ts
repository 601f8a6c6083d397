import { execFile } from 'node:child_process';
import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { transformFile } from '@swc/core';

const PROJECT_ROOT = path.resolve(__dirname, '../..');
const TIMEOUT_MS = 90_000;

/** How a run of the command ended. */
export interface CommandRun {
  exitCode: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
  /** The folder that it ran in, empty before. */
  workingDirectory: string;
}

/** The package as it is installed: compiled, and with the SDK beside it. */
export class InstalledPackage {
  private constructor(private readonly folder: string) {}

  /** Compiles `src` into a folder of its own. */
  static async create(): Promise<InstalledPackage> {
    const folder = await mkdtemp(path.join(tmpdir(), 'graph-heroku-cli-'));
    await cp(
      path.join(PROJECT_ROOT, 'package.json'),
      path.join(folder, 'package.json'),
    );
    await symlink(
      path.join(PROJECT_ROOT, 'node_modules'),
      path.join(folder, 'node_modules'),
    );
    await compile(
      path.join(PROJECT_ROOT, 'src'),
      path.join(folder, 'dist/src'),
    );
    return new InstalledPackage(folder);
  }

  /** Takes the SDK away, as for somebody who has not installed it. */
  async removeSdk(): Promise<void> {
    await rm(path.join(this.folder, 'node_modules'));
  }

  /**
   * Runs `graph-heroku` in an empty folder, with this environment and no other.
   *
   * @param files written into that folder before
   * @param onStart gets the function that sends it a signal
   */
  async run(
    args: string[],
    environment: Record<string, string> = {},
    {
      files = {},
      onStart,
    }: {
      files?: Record<string, string>;
      onStart?: (kill: (signal: NodeJS.Signals) => void) => void;
    } = {},
  ): Promise<CommandRun> {
    const workingDirectory = await mkdtemp(path.join(this.folder, 'work-'));
    for (const [name, content] of Object.entries(files)) {
      await writeFile(path.join(workingDirectory, name), content);
    }
    return runNode(
      [path.join(this.folder, 'dist/src/cli/main.js'), ...args],
      workingDirectory,
      environment,
      onStart,
    );
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Runs Node.js to its end, whatever its exit code. */
export function runNode(
  args: string[],
  workingDirectory: string,
  environment: Record<string, string>,
  onStart?: (kill: (signal: NodeJS.Signals) => void) => void,
): Promise<CommandRun> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      args,
      {
        cwd: workingDirectory,
        env: { PATH: process.env.PATH ?? '', ...environment },
        timeout: TIMEOUT_MS,
        killSignal: 'SIGKILL',
        maxBuffer: Infinity,
      },
      (_, stdout, stderr) =>
        resolve({
          exitCode: child.exitCode,
          signal: child.signalCode,
          stdout,
          stderr,
          workingDirectory,
        }),
    );
    onStart?.((signal) => child.kill(signal));
  });
}

async function compile(source: string, target: string): Promise<void> {
  const children = await readdir(source, {
    withFileTypes: true,
    recursive: true,
  });
  const files = children
    .filter(({ name }) => /\.ts$/.test(name) && !/\.(test|d)\.ts$/.test(name))
    .map(({ parentPath, name }) => path.join(parentPath, name));
  for (const file of files) {
    const { code } = await transformFile(file, {
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'commonjs' },
    });
    const output = path
      .join(target, path.relative(source, file))
      .replace(/\.ts$/, '.js');
    await mkdir(path.dirname(output), { recursive: true });
    await writeFile(output, code);
  }
}
