import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { IntegrationStepResult } from '@jupiterone/integration-sdk-core';
import { StepResultStatus } from '@jupiterone/integration-sdk-core';
import { Variables } from './collectors/environment';
import type { ProcessUsage } from './collectors/usage';
import type { Collector, Workspace } from './workspace';

const CLI = path.resolve(
  __dirname,
  '../node_modules/@jupiterone/integration-sdk-cli/bin/j1-integration',
);
const STORAGE = '.j1-integration';

/** What one whole process used. */
export interface Usage {
  wallMs: number;
  /** User and system, of all threads. */
  cpuMs: number;
  /** The most memory that it held at once: its resident set. */
  peakBytes: number;
  /** The longest time in which nothing else could run in it, from its first request on. */
  longestPauseMs: number;
  /** When it was started, in ms since 1970. */
  startedAt: number;
}

/** How a process is run, where not as usual. */
export interface ProcessOptions {
  /** For Node itself, such as `--cpu-prof`. */
  nodeArguments?: readonly string[];
  /** The command of `j1-integration` and its arguments; `collect` unless said otherwise. */
  command?: readonly string[];
}

/** Runs `j1-integration` as a whole process, to be measured. */
export class CollectProcess {
  constructor(private readonly workspace: Workspace) {}

  /** Where a collector's graph was written. */
  storageOf(collector: Collector): string {
    return path.join(this.workspace.projectOf(collector), STORAGE);
  }

  /**
   * Runs one collection, on a disk free of the one before.
   *
   * @throws if it did not end well: what failed halfway must not count as fast
   */
  async run(
    collector: Collector,
    environment: Record<string, string>,
    { nodeArguments = [], command = ['collect'] }: ProcessOptions = {},
  ): Promise<Usage> {
    await rm(this.storageOf(collector), { recursive: true, force: true });
    const usageFile = path.join(this.workspace.folder, 'usage.json');
    const startedAt = Date.now();
    const began = performance.now();
    const args = [...nodeArguments, CLI, ...command];
    const output = await this.spawnToEnd(collector, args, {
      PATH: process.env.PATH ?? '',
      HOME: this.workspace.folder,
      NODE_OPTIONS: `--require=${this.workspace.usageModule}`,
      [Variables.USAGE_FILE]: usageFile,
      ...environment,
    });
    const wallMs = performance.now() - began;
    await this.checkSummary(collector, output);
    const { resources, longestPauseMs } = JSON.parse(
      await readFile(usageFile, 'utf8'),
    ) as ProcessUsage;
    return {
      wallMs,
      cpuMs: (resources.userCPUTime + resources.systemCPUTime) / 1000,
      peakBytes: resources.maxRSS * 1024,
      longestPauseMs,
      startedAt,
    };
  }

  private async spawnToEnd(
    collector: Collector,
    args: readonly string[],
    env: Record<string, string>,
  ): Promise<string> {
    const child = spawn(process.execPath, args, {
      cwd: this.workspace.projectOf(collector),
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output = (output + text).slice(-20_000);
      });
    }
    await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    return output;
  }

  private async checkSummary(
    collector: Collector,
    output: string,
  ): Promise<void> {
    const file = path.join(this.storageOf(collector), 'summary.json');
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text === undefined) {
      throw new Error(`The collection did not come to its end:\n${output}`);
    }
    const { integrationStepResults } = JSON.parse(text) as {
      integrationStepResults: IntegrationStepResult[];
    };
    const failed = integrationStepResults.filter(
      ({ status }) =>
        status !== StepResultStatus.SUCCESS &&
        status !== StepResultStatus.DISABLED,
    );
    if (failed.length > 0) {
      throw new Error(
        `${failed.map(({ id }) => id).join(', ')} failed:\n${output}`,
      );
    }
  }
}
