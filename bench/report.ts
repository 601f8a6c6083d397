import type { Usage } from './collect';
import type { Goal } from './goals';
import { medianOf } from './goals';
import { table } from './markdown';
import type { Measured, Sample, Series, Subject } from './measure';
import { SCOPES } from './measure';
import type { SourceCosts } from './sourceCosts';
import { median, spread } from './statistics';

/** The goals, the missed ones to be seen at once. */
export function describeGoals(goals: readonly Goal[]): string {
  const met = goals.filter((goal) => goal.met).length;
  return [
    `${met} of ${goals.length} met.`,
    '',
    table(
      ['goal', 'where', 'wanted', 'measured', ''],
      goals.map(({ goal, where, wanted, found, met: isMet }) => [
        goal,
        where,
        wanted,
        found,
        isMet ? 'met' : '**not met**',
      ]),
    ),
  ].join('\n');
}

/** Every measurement as median and spread, with its ratio to the floor. */
export function describeMeasurements(sizes: readonly Measured[]): string {
  return table(
    [
      'organisation',
      'graph',
      'what ran',
      'latency',
      'runs',
      'wall',
      '× floor',
      'CPU',
      '× floor',
      'peak memory',
      '× floor',
      'requests',
      'body bytes',
      '429s',
    ],
    sizes.flatMap((measured) =>
      measured.series.map((series) => measurementRow(measured, series)),
    ),
  );
}

function measurementRow(
  measured: Measured,
  { size, scope, subject, latencyMs, samples }: Series,
): string[] {
  const cells = (measure: (sample: Sample) => number, unit: string) => {
    const values = samples.map(measure);
    const floor = medianOf(measured, scope, 'floor', measure);
    return [
      withSpread(values, unit),
      floor === undefined ? '' : (median(values) / floor).toFixed(2),
    ];
  };
  const isFloor = subject.startsWith('floor');
  const traffic = (measure: (sample: Sample) => number) =>
    isFloor ? '' : median(samples.map(measure)).toLocaleString('en-GB');
  return [
    size,
    scope,
    subject,
    isFloor ? '' : `${latencyMs ?? 0} ms`,
    `${samples.length}`,
    ...cells(({ wallMs }) => wallMs / 1000, 's'),
    ...cells(({ cpuMs }) => cpuMs / 1000, 's'),
    ...cells(({ peakBytes }) => peakBytes / 1e6, 'MB'),
    traffic(({ requests }) => requests),
    traffic(({ bytes }) => bytes),
    traffic(({ rateLimited }) => rateLimited),
  ];
}

/**
 * Where the limits are. In time: the floor whose objects the SDK makes and checks, and reading beside it, less the
 * start-up that both have; in memory: what is held with a small heap.
 */
export function describeLimits(
  sizes: readonly Measured[],
  startUpMs: number,
): string {
  return table(
    [
      'organisation',
      'graph',
      'floor',
      'making',
      'reading',
      'limit',
      '× floor',
      'integration',
      '× limit',
      'reading at 40 ms',
      'small heap: floor',
      'integration',
      '× floor',
    ],
    sizes.flatMap((measured) =>
      SCOPES.map((scope) => {
        const time = (subject: Subject, latencyMs?: number) =>
          medianOf(measured, scope, subject, wall, latencyMs) ?? NaN;
        const memory = (subject: Subject, latencyMs?: number) =>
          (medianOf(measured, scope, subject, peak, latencyMs) ?? NaN) / 1e6;
        const floor = time('floor');
        const making = time('floor, making');
        const reading = time('reading', 0);
        const limit = making + reading - startUpMs;
        const small = memory('floor, small heap');
        const ownSmall = memory('integration, small heap', 0);
        return [
          measured.size,
          scope,
          ms(floor),
          `+ ${ms(making - floor)}`,
          `+ ${ms(reading - startUpMs)}`,
          ms(limit),
          (limit / floor).toFixed(2),
          ms(time('integration', 0)),
          (time('integration', 0) / limit).toFixed(2),
          ms(time('reading', 40)),
          `${small.toFixed(0)} MB`,
          `${ownSmall.toFixed(0)} MB`,
          (ownSmall / small).toFixed(2),
        ];
      }),
    ),
  );
}

function ms(value: number): string {
  return Number.isNaN(value) ? '' : `${Math.round(value)} ms`;
}

const wall = ({ wallMs }: Sample) => wallMs;
const peak = ({ peakBytes }: Sample) => peakBytes;

/** What was collected at each size. */
export function describeGraphs(sizes: readonly Measured[]): string {
  return table(
    ['organisation', 'graph', 'entities', 'relationships'],
    sizes.flatMap(({ size, graphs }) =>
      Object.entries(graphs).map(([scope, { entities, relationships }]) => [
        size,
        scope,
        entities.toLocaleString('en-GB'),
        relationships.toLocaleString('en-GB'),
      ]),
    ),
  );
}

/** The start-up of the integration beside that of the bare one. */
export function describeStartUp(
  startUp: Record<'integration' | 'floor', Usage[]>,
): string {
  const row = (name: string, usages: Usage[]) => [
    name,
    `${usages.length}`,
    withSpread(
      usages.map(({ wallMs }) => wallMs / 1000),
      's',
    ),
    withSpread(
      usages.map(({ cpuMs }) => cpuMs / 1000),
      's',
    ),
    withSpread(
      usages.map(({ peakBytes }) => peakBytes / 1e6),
      'MB',
    ),
  ];
  return table(
    ['`collect` of nothing', 'runs', 'wall', 'CPU', 'peak memory'],
    [
      row('this integration, empty organisation', startUp.integration),
      row('the bare integration', startUp.floor),
    ],
  );
}

/** The requests of each source on one organisation: as declared and as counted. */
export function describeSourceCosts({
  organisation,
  expectation: { counts },
  costs,
}: SourceCosts): string {
  return [
    `**${organisation}**: E = ${counts.E}, T = ${counts.T}, A = ${counts.A} (${counts.personalApps} personal, ${counts.appsWithCustomDomain} with a custom domain), P = ${counts.P}, S = ${counts.S}.`,
    '',
    table(
      ['source', 'formula', 'declared', 'counted', ''],
      costs.map(({ source, formula, expected, measured }) => [
        source ?? 'the documented graph',
        formula,
        `${expected}`,
        `${measured}`,
        measured === expected ? 'equal' : `**${measured - expected}**`,
      ]),
    ),
  ].join('\n');
}

function withSpread(values: readonly number[], unit: string): string {
  const value = median(values);
  const digits = unit === 'MB' ? 0 : value < 10 ? 2 : 1;
  return `${value.toFixed(digits)} ${unit} ± ${Math.round(spread(values) * 100)} %`;
}
