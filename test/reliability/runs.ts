import type { CliInProcessResult } from '../e2e/cliInProcess';
import { runCliInProcess } from '../e2e/cliInProcess';
import type { CollectedGraph } from '../e2e/graph';
import { readGraph } from '../e2e/graph';
import type { CliOptions, CliResult } from '../e2e/process';
import { runCli } from '../e2e/process';
import type { JupiterOne } from '../jupiterone/server';
import type { Sandbox } from '../sandbox';

export const INSTANCE = 'instance-1';

type Served = Pick<Sandbox, 'environment'>;

const results: Pick<CliResult, 'cleanUp'>[] = [];

/** Runs `collect` or `run` as a whole process against a sandbox, and `run` against a stand-in of JupiterOne too. */
export async function runWholeProcess(
  sandbox: Served,
  jupiterOne?: JupiterOne,
  options: CliOptions = {},
): Promise<CliResult> {
  const result = await runCli(jupiterOne ? 'run' : 'collect', {
    ...commandLine(sandbox, jupiterOne),
    ...options,
  });
  results.push(result);
  return result;
}

/** Runs `collect` or `run` in this process, with retries that take no time. */
export async function runInProcess(
  sandbox: Served,
  jupiterOne?: JupiterOne,
): Promise<CliInProcessResult> {
  const result = await runCliInProcess(
    jupiterOne ? 'run' : 'collect',
    commandLine(sandbox, jupiterOne),
  );
  results.push(result);
  return result;
}

function commandLine(sandbox: Served, jupiterOne: JupiterOne | undefined) {
  return {
    args: jupiterOne?.runArguments(INSTANCE),
    env: { ...sandbox.environment(), ...jupiterOne?.env },
  };
}

/** What a run wrote. */
export function graphOf({
  storageDirectory,
}: Pick<CliResult, 'storageDirectory'>): Promise<CollectedGraph> {
  return readGraph(storageDirectory);
}

/** Removes what the runs of a test left on the disk. */
export async function cleanUp(): Promise<void> {
  await Promise.all(results.splice(0).map((result) => result.cleanUp()));
}
