import path from 'node:path';
import type { CollectProcess, Usage } from './collect';
import { Variables } from './collectors/environment';
import { LARGE_TEAM_NAME } from './largeTeam';
import { prepareFloor } from './prepareFloor';
import { SandboxProcess } from './sandboxProcess';
import type { Workspace } from './workspace';

/** What one run beside the large team came to. */
export interface LargeTeamRun extends Usage {
  /** Those for the list of permissions, each page and each page that was too large. */
  permissionRequests: number;
}

/** Collections of the large team, and of the same graph by the floor. */
export interface LargeTeamRuns {
  integration: LargeTeamRun[];
  floor: LargeTeamRun[];
  relationships: number;
}

/** Measures what pages of large objects take. */
export async function measurePages(
  { workspace, collect }: { workspace: Workspace; collect: CollectProcess },
  { repetitions, log }: { repetitions: number; log: (line: string) => void },
): Promise<LargeTeamRuns> {
  const sandbox = await SandboxProcess.start(LARGE_TEAM_NAME);
  const graphFile = path.join(workspace.folder, 'graph.ndjson');
  try {
    const environment = {
      ...sandbox.environment,
      [Variables.GRAPH_FILE]: graphFile,
    };
    // Not measured: it makes the sandbox's answers, and the graph that the floor adds.
    await sandbox.begin(0);
    await collect.run('integration', environment);
    const { relationships } = await prepareFloor(
      collect.storageOf('integration'),
      graphFile,
    );
    const runs: LargeTeamRuns = { integration: [], floor: [], relationships };
    for (let repetition = 0; repetition < repetitions; repetition++) {
      for (const collector of ['floor', 'integration'] as const) {
        await sandbox.begin(0);
        const usage = await collect.run(collector, environment);
        const permissionRequests = (await sandbox.end()).filter(
          ({ route }) => route === '/teams/:id/permissions',
        ).length;
        runs[collector].push({ ...usage, permissionRequests });
        log(
          `pages, ${collector}: ${Math.round(usage.peakBytes / 1e6)} MB, longest pause ${Math.round(usage.longestPauseMs)} ms`,
        );
      }
    }
    return runs;
  } finally {
    await sandbox.close();
  }
}
