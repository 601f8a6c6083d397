import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Sources } from '../src/steps/ids';
import type { RequestRecord } from '../test/sandbox';
import type { CollectProcess, Usage } from './collect';
import { Variables } from './collectors/environment';
import type { Expectation } from './expectation';
import type { GraphSize } from './prepareFloor';
import { prepareFloor } from './prepareFloor';
import { SandboxProcess } from './sandboxProcess';
import type { SizeName } from './sizes';
import type { Collector, Workspace } from './workspace';

/** The documented graph alone, or with every source that does not ask once for every app. */
export const SCOPES = ['documented', 'all'] as const;
export type Scope = (typeof SCOPES)[number];

/**
 * What is run: this integration, what the SDK alone takes, and this integration with one request at a time; then what
 * shows where the limits are.
 */
export type Subject =
  | 'integration'
  | 'floor'
  | 'one at a time'
  /** The floor with every object made and checked by the SDK's functions. */
  | 'floor, making'
  /** The same requests ten at a time, parsed and thrown away. */
  | 'reading'
  /** With as little memory as Node can be held to. */
  | 'integration, small heap'
  | 'floor, small heap';

/** The heap that the small ones get, in MB: what they live in, and hardly more. */
const SMALL_HEAP_MB: Record<SizeName, number> = {
  small: 64,
  medium: 72,
  large: 144,
  huge: 512,
};

/** One measured run. */
export interface Sample extends Usage {
  requests: number;
  /** Of bodies as they were sent. */
  bytes: number;
  rateLimited: number;
}

/** All runs of one subject under the same circumstances. */
export interface Series {
  size: SizeName;
  scope: Scope;
  subject: Subject;
  /** None for the floors: they talk to nobody. */
  latencyMs: number | undefined;
  samples: Sample[];
}

/** What was found out at one size. */
export interface Measured {
  size: SizeName;
  expectation: Expectation;
  graphs: Partial<Record<Scope, GraphSize>>;
  series: Series[];
}

/** Measures one size: the subjects take turns, so that what else the machine does hits all of them. */
export async function measureSize(
  { workspace, collect }: { workspace: Workspace; collect: CollectProcess },
  size: SizeName,
  {
    latencies,
    repetitions,
    log,
  }: {
    latencies: readonly number[];
    repetitions: number;
    log: (line: string) => void;
  },
): Promise<Measured> {
  const sandbox = await SandboxProcess.start(size);
  const measured: Measured = {
    size,
    expectation: sandbox.expectation,
    graphs: {},
    series: [],
  };
  try {
    for (const scope of SCOPES) {
      const environment = { ...sandbox.environment, ...environmentOf(scope) };
      const graphFile = path.join(workspace.folder, 'graph.ndjson');
      const requestsFile = path.join(workspace.folder, 'requests.json');
      // Not measured: it makes the sandbox generate and compress all that it will be asked for.
      await sandbox.begin(0);
      await collect.run('integration', environment);
      await writeFile(requestsFile, JSON.stringify(await sandbox.end()));
      measured.graphs[scope] = await prepareFloor(
        collect.storageOf('integration'),
        graphFile,
      );

      const run = async (subject: Subject, latencyMs?: number) => {
        await sandbox.begin(latencyMs ?? 0);
        const usage = await collect.run(
          collectorOf(subject),
          {
            ...environment,
            [Variables.GRAPH_FILE]: graphFile,
            [Variables.REQUESTS_FILE]: requestsFile,
            ...(subject === 'floor, making' && { [Variables.MAKING]: '1' }),
            ...(subject === 'one at a time' && {
              [Variables.CONCURRENCY]: '1',
            }),
          },
          {
            nodeArguments: subject.endsWith('small heap')
              ? [
                  '--max-semi-space-size=4',
                  `--max-old-space-size=${SMALL_HEAP_MB[size]}`,
                ]
              : [],
          },
        );
        const sample = { ...usage, ...trafficOf(await sandbox.end()) };
        seriesOf(measured, { size, scope, subject, latencyMs }).push(sample);
        log(
          `${size}, ${scope}, ${subject}, ${latencyMs ?? '-'} ms: ${Math.round(sample.wallMs)} ms, ${Math.round(sample.peakBytes / 1e6)} MB`,
        );
      };
      for (let repetition = 0; repetition < repetitions; repetition++) {
        await run('floor');
        for (const latencyMs of latencies) {
          await run('integration', latencyMs);
        }
        await run('floor, making');
        for (const latencyMs of latencies) {
          await run('reading', latencyMs);
        }
        // Asking one at a time is slow and only there for the ratio, and a heap limit is kept every time: once will do.
        if (repetition === 0) {
          for (const latencyMs of latencies) {
            await run('one at a time', latencyMs);
          }
          await run('floor, small heap');
          await run('integration, small heap', 0);
        }
      }
    }
  } finally {
    await sandbox.close();
  }
  return measured;
}

/** The start-up: a collection in which there is nothing to collect. */
export async function measureStartUp(
  collect: CollectProcess,
  repetitions: number,
): Promise<Record<'integration' | 'floor', Usage[]>> {
  const sandbox = await SandboxProcess.start('empty');
  const usages: Record<'integration' | 'floor', Usage[]> = {
    integration: [],
    floor: [],
  };
  try {
    // The first run of each reads the modules from the disk.
    for (let repetition = 0; repetition <= repetitions; repetition++) {
      for (const subject of ['floor', 'integration'] as const) {
        const usage = await collect.run(subject, sandbox.environment);
        if (repetition > 0) {
          usages[subject].push(usage);
        }
      }
    }
  } finally {
    await sandbox.close();
  }
  return usages;
}

function collectorOf(subject: Subject): Collector {
  if (subject === 'reading') {
    return 'reading';
  }
  return subject.startsWith('floor') ? 'floor' : 'integration';
}

/** The variables with which a scope is measured. */
export function environmentOf(scope: Scope): Record<string, string> {
  return scope === 'all'
    ? {}
    : { [Variables.DISABLED_SOURCES]: Object.values(Sources).join(',') };
}

function seriesOf(
  { series }: Measured,
  wanted: Omit<Series, 'samples'>,
): Sample[] {
  let found = series.find(
    ({ scope, subject, latencyMs }) =>
      scope === wanted.scope &&
      subject === wanted.subject &&
      latencyMs === wanted.latencyMs,
  );
  if (!found) {
    found = { ...wanted, samples: [] };
    series.push(found);
  }
  return found.samples;
}

function trafficOf(requests: readonly RequestRecord[]) {
  return {
    requests: requests.length,
    bytes: requests.reduce((sum, { bytes }) => sum + bytes, 0),
    rateLimited: requests.filter(({ status }) => status === 429).length,
  };
}
