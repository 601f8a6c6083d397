import type { CollectedGraph } from '../e2e/graph';
import { readGraph } from '../e2e/graph';
import type { CliOptions, CliResult } from '../e2e/process';
import { runCli } from '../e2e/process';
import type { JupiterOne } from '../jupiterone/server';
import type { Sandbox } from '../sandbox';

export const INSTANCE = 'instance-1';

const results: CliResult[] = [];

/** Runs `collect` or `run` as a whole process against a sandbox, and `run` against a stand-in of JupiterOne too. */
export async function runAgainst(
  sandbox: Pick<Sandbox, 'environment'>,
  jupiterOne?: JupiterOne,
  options: CliOptions = {},
): Promise<CliResult> {
  const result = await runCli(jupiterOne ? 'run' : 'collect', {
    args: jupiterOne?.runArguments(INSTANCE),
    env: { ...sandbox.environment(), ...jupiterOne?.env },
    ...options,
  });
  results.push(result);
  return result;
}

/** What a whole process wrote. */
export function graphOf(result: CliResult): Promise<CollectedGraph> {
  return readGraph(result.storageDirectory);
}

/** Removes what the processes of a test left on the disk. */
export async function cleanUp(): Promise<void> {
  await Promise.all(results.splice(0).map((result) => result.cleanUp()));
}
