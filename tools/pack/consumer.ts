import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import packageJson from '../../package.json';
import type { CommandResult } from '../command';
import { lastLines, runCommand } from '../command';
import type { Sdk } from './sdk';
import { ENTITY_VALIDATOR } from './sdk';

export const PROJECT_ROOT = path.resolve(__dirname, '../..');
const STAND_IN = path.join(__dirname, 'entityValidator');
/** Generous: it is a busy machine that must not fail the check. */
const INSTALL_TIMEOUT_MS = 900_000;
const TIMEOUT_MS = 300_000;

/** Somebody's empty folder into which the package and one version of the SDK are installed. */
export class Consumer {
  private constructor(
    readonly sdk: Sdk,
    readonly folder: string,
  ) {}

  static async install(sdk: Sdk, tarball: string): Promise<Consumer> {
    const folder = await mkdtemp(path.join(tmpdir(), 'graph-heroku-pack-'));
    const consumer = new Consumer(sdk, folder);
    const manifest: Record<string, unknown> = { private: true };
    if (sdk.needsEntityValidator) {
      await cp(STAND_IN, path.join(folder, 'entity-validator'), {
        recursive: true,
      });
      manifest.overrides = { [ENTITY_VALIDATOR]: 'file:./entity-validator' };
    }
    await writeFile(
      path.join(folder, 'package.json'),
      JSON.stringify(manifest),
    );
    await consumer.mustRun(
      'npm',
      ['install', '--no-audit', '--no-fund', '--prefer-offline'].concat(
        tarball,
        sdk.packages,
      ),
      INSTALL_TIMEOUT_MS,
    );
    return consumer;
  }

  /** Where the package is installed. */
  get packageFolder(): string {
    return path.join(this.folder, 'node_modules', packageJson.name);
  }

  /** Runs a command in the folder, whatever its exit code. */
  run(
    command: string,
    args: string[],
    environment: NodeJS.ProcessEnv = {},
    timeoutMs = TIMEOUT_MS,
  ): Promise<CommandResult> {
    return runCommand(command, args, {
      cwd: this.folder,
      env: { ...process.env, ...environment },
      timeoutMs,
    });
  }

  /**
   * Runs a command that must succeed, and gives its standard output.
   *
   * @throws where it does not end with 0
   */
  async mustRun(
    command: string,
    args: string[],
    timeoutMs?: number,
  ): Promise<string> {
    const { exitCode, timedOut, output, stdout } = await this.run(
      command,
      args,
      {},
      timeoutMs,
    );
    if (exitCode !== 0) {
      const ended = timedOut ? 'did not end in time' : `ended with ${exitCode}`;
      throw new Error(
        `${path.basename(command)} ${args.slice(0, 2).join(' ')} ${ended}:\n${lastLines(output, 30)}`,
      );
    }
    return stdout;
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Packs the project as `npm publish` would. */
export async function pack(folder: string): Promise<string> {
  const { exitCode, timedOut, output } = await runCommand(
    'npm',
    ['pack', '--pack-destination', folder],
    { cwd: PROJECT_ROOT, timeoutMs: INSTALL_TIMEOUT_MS },
  );
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (exitCode !== 0 || tarball === undefined) {
    throw new Error(
      `npm pack ${timedOut ? 'did not end in time' : 'failed'}:\n${lastLines(output, 30)}`,
    );
  }
  return path.join(folder, tarball);
}

/** All files below a folder. */
export async function filesIn(folder: string): Promise<string[]> {
  const children = await readdir(folder, {
    withFileTypes: true,
    recursive: true,
  });
  return children
    .filter((child) => child.isFile())
    .map((child) => path.join(child.parentPath, child.name));
}
