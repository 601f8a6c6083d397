import { hoursFor } from './growth';
import { table } from './markdown';
import type { LargeTeamRuns } from './pages';
import type { ProductionRun, ProductionRuns } from './productionRun';
import {
  HEROKU_MS,
  OBJECTS_AN_UPLOAD,
  theoreticalEnd,
  UPLOADS_AT_ONCE,
} from './productionRun';
import { SIZES } from './sizes';
import { median } from './statistics';
import type { TroubledRun } from './trouble';

/** What Heroku gives an account in an hour. */
const HOURLY = 4_500;
const SLOWEST_MS = 300;
const MOST_OVER_END = 1.2;
const MOST_MEMORY_MB = 350;
const LONGEST_PAUSE_MS = 200;

/** What a run means to a user: requests, minutes, and the share of the hourly budget. */
export function describeUsers(all: readonly ProductionRuns[]): string {
  return table(
    [
      'organisation',
      'graph',
      'requests',
      'minutes in production',
      'of the hourly budget',
      'memory',
      'requests at one add-on request an app',
      'minutes by the rate limit alone',
      'of the hourly budget',
    ],
    all.map(({ size, scope, integration }) => {
      const { enterpriseAccounts: E, teams: T, apps } = SIZES[size];
      const requests = medianOf(integration, (run) => run.requests);
      const wallMs = medianOf(integration, (run) => run.wallMs);
      const slower = wallMs + (requests / 10) * (SLOWEST_MS - HEROKU_MS);
      const limited = hoursFor(requests) * 60;
      const perApp = 1 + 2 * E + 2 * T + apps;
      return [
        `${size}: ${count(T)} teams, ${count(apps)} apps`,
        scope,
        count(requests),
        `${(limited + wallMs / 60_000).toFixed(1)} to ${(limited + slower / 60_000).toFixed(1)}`,
        share(requests / HOURLY),
        megabytes(medianOf(integration, (run) => run.peakBytes)),
        count(perApp),
        scope === 'documented'
          ? (Math.max(0, perApp - HOURLY) / (HOURLY / 60)).toFixed(0)
          : '',
        share(perApp / HOURLY),
      ].map((cell, column) =>
        column > 5 && scope !== 'documented' ? '' : cell,
      );
    }),
  );
}

/** Runs beside the end that none can undercut, and where their time went. */
export function describeRuns(all: readonly ProductionRuns[]): string {
  return [
    table(
      [
        'organisation',
        'graph',
        'requests ÷ 10',
        `uploads ÷ ${UPLOADS_AT_ONCE}`,
        'longest chain',
        'theoretical end',
        "the floor's run",
        'run',
        '× end',
        '≤ 1.2',
        '× the later of end and floor',
      ],
      all.map(({ size, scope, chain, integration, floor }) => {
        const [first] = integration;
        const end = first && theoreticalEnd(first, chain);
        const wallMs = medianOf(integration, (run) => run.wallMs);
        const floorMs = medianOf(floor, (run) => run.wallMs);
        const longest = end?.longest ?? NaN;
        const ratio = wallMs / longest;
        return [
          size,
          scope,
          seconds(end?.requests),
          seconds(end?.uploads),
          seconds(end?.chain),
          seconds(longest),
          seconds(floorMs),
          seconds(wallMs),
          ratio.toFixed(2),
          size === 'small'
            ? ''
            : ratio <= MOST_OVER_END
              ? 'met'
              : '**not met**',
          (wallMs / Math.max(longest, floorMs)).toFixed(2),
        ];
      }),
    ),
    'Where the time of these runs went. The first four add up to the whole.',
    table(
      [
        'organisation',
        'graph',
        'what ran',
        'only Heroku in flight',
        'both',
        'only uploads in flight',
        'neither',
        'ten requests in flight',
        'CPU',
        'peak memory',
        'requests',
        'uploads',
        `objects ÷ ${OBJECTS_AN_UPLOAD}`,
      ],
      all.flatMap((runs) => [
        timeRow(runs, 'floor', runs.floor),
        timeRow(runs, 'integration', runs.integration),
      ]),
    ),
  ].join('\n\n');
}

function timeRow(
  { size, scope }: ProductionRuns,
  what: string,
  runs: readonly ProductionRun[],
): string[] {
  const time = (of: (run: ProductionRun) => number) =>
    seconds(medianOf(runs, of));
  return [
    size,
    scope,
    what,
    time(({ spent }) => spent.herokuOnly),
    time(({ spent }) => spent.both),
    time(({ spent }) => spent.uploadsOnly),
    time(({ spent }) => spent.neither),
    time(({ spent }) => spent.herokuFull),
    time(({ cpuMs }) => cpuMs),
    megabytes(medianOf(runs, ({ peakBytes }) => peakBytes)),
    count(medianOf(runs, ({ requests }) => requests)),
    count(medianOf(runs, ({ uploads }) => uploads)),
    count(
      Math.ceil(medianOf(runs, ({ objects }) => objects) / OBJECTS_AN_UPLOAD),
    ),
  ];
}

/** The large team. */
export function describePages({
  integration,
  floor,
  relationships,
}: LargeTeamRuns): string {
  const row = (name: string, runs: LargeTeamRuns['floor']) => [
    name,
    seconds(medianOf(runs, ({ wallMs }) => wallMs)),
    megabytes(medianOf(runs, ({ peakBytes }) => peakBytes)),
    `${medianOf(runs, ({ longestPauseMs }) => longestPauseMs).toFixed(0)} ms`,
    count(medianOf(runs, ({ permissionRequests }) => permissionRequests)),
  ];
  const verdict = (isMet: boolean) => (isMet ? 'met' : '**not met**');
  const peak = medianOf(integration, ({ peakBytes }) => peakBytes) / 1e6;
  const pause = medianOf(integration, ({ longestPauseMs }) => longestPauseMs);
  return [
    table(
      [
        `${count(relationships)} relationships`,
        'wall',
        'peak memory',
        'longest pause',
        'requests for permissions',
      ],
      [
        row('the floor', floor).with(3, '').with(4, ''),
        row('integration', integration),
        [
          'goal',
          '',
          `≤ ${MOST_MEMORY_MB} MB: ${verdict(peak <= MOST_MEMORY_MB)}`,
          `≤ ${LONGEST_PAUSE_MS} ms: ${verdict(pause <= LONGEST_PAUSE_MS)}`,
          '',
        ],
      ],
    ),
  ].join('\n\n');
}

/** Runs that met trouble, beside the least that it could cost. */
export function describeTroubles(runs: readonly TroubledRun[]): string {
  return table(
    [
      'trouble',
      'requests, retries included',
      'it cost',
      'least possible',
      'reckoned as',
      '429s',
      'level at the end',
      'complete',
    ],
    runs.map((run) => [
      run.trouble,
      count(run.requests),
      seconds(run.tookMs, 0),
      seconds(run.leastMs, 0),
      run.least,
      count(run.rateLimited),
      run.isLimited ? count(run.level) : '',
      run.isComplete ? 'yes' : '**no**',
    ]),
  );
}

function medianOf<T>(runs: readonly T[], measure: (run: T) => number): number {
  return median(runs.map(measure));
}

function seconds(ms: number | undefined, digits = 1): string {
  return ms === undefined ? '' : `${(ms / 1000).toFixed(digits)} s`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

function count(value: number): string {
  return Math.round(value).toLocaleString('en-GB');
}

function share(part: number): string {
  return `${(part * 100).toFixed(part < 0.1 ? 1 : 0)} %`;
}
