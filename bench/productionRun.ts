import path from 'node:path';
import type { CollectProcess, Usage } from './collect';
import { Variables } from './collectors/environment';
import { longestChain } from './expectation';
import type { Upload } from './jupiterOneMessages';
import { JupiterOneProcess } from './jupiterOneProcess';
import type { Scope } from './measure';
import { environmentOf, SCOPES } from './measure';
import { perAppSources } from './perAppSources';
import { prepareFloor } from './prepareFloor';
import { SandboxProcess } from './sandboxProcess';
import type { SizeName } from './sizes';
import type { Span, TimeSpent } from './timeline';
import { timeSpent } from './timeline';
import type { Collector, Workspace } from './workspace';

/** What an answer takes in production: Heroku's, and JupiterOne's to an upload. */
export const HEROKU_MS = 150;
export const UPLOAD_MS = 250;

/** The most requests that are in flight to Heroku. */
const REQUESTS_AT_ONCE = 10;

/** The SDK uploads five batches of a step at once, each in up to six requests. */
export const UPLOADS_AT_ONCE = 5 * 6;

/** What the SDK puts into an upload at most. */
export const OBJECTS_AN_UPLOAD = 250;

/** One whole run of `j1-integration run`. */
export interface ProductionRun extends Usage {
  requests: number;
  /** Requests that carried entities or relationships. */
  uploads: number;
  objects: number;
  spent: TimeSpent;
}

/** The runs of one organisation and graph. */
export interface ProductionRuns {
  size: SizeName;
  scope: Scope;
  /** The longest chain of requests to Heroku. */
  chain: number;
  integration: ProductionRun[];
  floor: ProductionRun[];
}

/** The bounds below which no run can end, in ms. */
export interface TheoreticalEnd {
  /** All requests, as many at once as there may be. */
  requests: number;
  /** All uploads, likewise. */
  uploads: number;
  /**
   * What can only be done one after the other: the job is opened, the longest chain of lists is read, its last part
   * is uploaded, and the job is closed.
   */
  chain: number;
  longest: number;
}

/** When the runs of a graph could end at the earliest. */
export function theoreticalEnd(
  { requests, uploads }: ProductionRun,
  chain: number,
): TheoreticalEnd {
  const bounds = {
    requests: (requests / REQUESTS_AT_ONCE) * HEROKU_MS,
    uploads: (uploads / UPLOADS_AT_ONCE) * UPLOAD_MS,
    chain: chain * HEROKU_MS + 3 * UPLOAD_MS,
  };
  return { ...bounds, longest: Math.max(...Object.values(bounds)) };
}

/** Measures whole runs as in production, this integration and the floor in turns. */
export async function measureRuns(
  { workspace, collect }: { workspace: Workspace; collect: CollectProcess },
  size: SizeName,
  { repetitions, log }: { repetitions: number; log: (line: string) => void },
): Promise<ProductionRuns[]> {
  const sandbox = await SandboxProcess.start(size);
  const jupiterOne = await JupiterOneProcess.start();
  const graphFile = path.join(workspace.folder, 'graph.ndjson');
  try {
    const all: ProductionRuns[] = [];
    for (const scope of SCOPES) {
      const environment = {
        ...sandbox.environment,
        ...environmentOf(scope),
        [Variables.GRAPH_FILE]: graphFile,
      };
      // Not measured: it makes the sandbox's answers, and the graph that the floor adds.
      await sandbox.begin(0);
      await collect.run('integration', environment);
      await prepareFloor(collect.storageOf('integration'), graphFile);

      const run = async (collector: Collector): Promise<ProductionRun> => {
        const destination = await jupiterOne.begin(UPLOAD_MS);
        await sandbox.begin(HEROKU_MS);
        const usage = await collect.run(
          collector,
          { ...environment, ...destination.environment },
          { command: ['run', ...destination.runArguments] },
        );
        const requests = (await sandbox.end()).map(({ at }) => at);
        const measured = describeRun(usage, requests, await jupiterOne.end());
        log(
          `run, ${size}, ${scope}, ${collector}: ${Math.round(measured.wallMs)} ms`,
        );
        return measured;
      };
      const runs: ProductionRuns = {
        size,
        scope,
        chain: longestChain(
          sandbox.expectation,
          (source) =>
            source === undefined ||
            (scope === 'all' && !perAppSources().has(source)),
        ),
        integration: [],
        floor: [],
      };
      for (let repetition = 0; repetition < repetitions; repetition++) {
        runs.floor.push(await run('floor'));
        runs.integration.push(await run('integration'));
      }
      all.push(runs);
    }
    return all;
  } finally {
    await jupiterOne.close();
    await sandbox.close();
  }
}

function describeRun(
  usage: Usage,
  requestsAt: readonly number[],
  uploads: readonly Upload[],
): ProductionRun {
  const spans = (starts: readonly number[], ms: number): Span[] =>
    starts.map((from) => ({ from, to: from + ms }));
  const { startedAt: from, wallMs } = usage;
  const carrying = uploads.filter(({ objects }) => objects > 0);
  return {
    ...usage,
    requests: requestsAt.length,
    uploads: carrying.length,
    objects: carrying.reduce((sum, { objects }) => sum + objects, 0),
    spent: timeSpent(
      { from, to: from + wallMs },
      spans(requestsAt, HEROKU_MS),
      spans(
        uploads.map(({ at }) => at),
        UPLOAD_MS,
      ),
      REQUESTS_AT_ONCE,
    ),
  };
}
