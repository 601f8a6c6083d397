import { expectedRequests, longestChain } from './expectation';
import type { Measured, Sample, Scope, Series, Subject } from './measure';
import { SCOPES } from './measure';
import { perAppSources } from './perAppSources';
import type { SizeName } from './sizes';
import { SIZES } from './sizes';
import { median } from './statistics';
import type { Usage } from './collect';

/** One goal at one place, and whether it is met. */
export interface Goal {
  goal: string;
  where: string;
  wanted: string;
  found: string;
  met: boolean;
}

/** The sizes from which on wall time has to keep up with the floor. */
const WALL_SIZES: readonly SizeName[] = ['medium', 'large', 'huge'];

/** Every goal that the measurements say something of. */
export function goalsOf(
  sizes: readonly Measured[],
  startUp: Record<'integration' | 'floor', Usage[]>,
): Goal[] {
  return [
    ...sizes.flatMap((measured) =>
      SCOPES.flatMap((scope) => goalsAt(measured, scope)),
    ),
    ...SCOPES.flatMap((scope) => memoryGrowth(sizes, scope)),
    ...SCOPES.flatMap((scope) =>
      timePerApp(
        sizes,
        scope,
        median(startUp.integration.map(({ wallMs }) => wallMs)),
      ),
    ),
    atMost(
      'start-up',
      'empty organisation',
      median(startUp.integration.map(({ wallMs }) => wallMs)),
      1.3 * median(startUp.floor.map(({ wallMs }) => wallMs)),
      'ms',
      '1.3 × the bare integration',
    ),
  ];
}

/** The median of a measure; `undefined` where nothing was measured. */
export function medianOf(
  { series }: Measured,
  scope: Scope,
  subject: Subject,
  measure: (sample: Sample) => number,
  latencyMs?: number,
): number | undefined {
  const found = series.find(
    (one: Series) =>
      one.scope === scope &&
      one.subject === subject &&
      one.latencyMs === latencyMs,
  );
  return found && median(found.samples.map(measure));
}

const wall = ({ wallMs }: Sample) => wallMs;
const peak = ({ peakBytes }: Sample) => peakBytes;

function goalsAt(measured: Measured, scope: Scope): Goal[] {
  const { size, expectation } = measured;
  const where = `${size}, ${scope}`;
  const goals: Goal[] = [];
  const own = measured.series.filter(
    (one) => one.scope === scope && one.subject === 'integration',
  );
  const isOn = (source: string | undefined) =>
    source === undefined || (scope === 'all' && !perAppSources().has(source));
  const chain = longestChain(expectation, isOn);
  const wanted = expectedRequests(expectation, isOn);
  const found = new Set(
    own.flatMap(({ samples }) => samples.map(({ requests }) => requests)),
  );
  goals.push({
    goal: 'requests',
    where,
    wanted: `${wanted}`,
    found: [...found].join(', '),
    met: found.size === 1 && found.has(wanted),
  });

  const floorWall = medianOf(measured, scope, 'floor', wall) ?? NaN;
  const floorPeak = medianOf(measured, scope, 'floor', peak) ?? NaN;
  for (const { latencyMs = 0, samples } of own) {
    const wallMs = median(samples.map(wall));
    if (latencyMs === 0) {
      if (WALL_SIZES.includes(size)) {
        goals.push(
          atMost(
            'wall at 0 ms',
            where,
            wallMs,
            1.4 * floorWall,
            'ms',
            '1.4 × the floor',
          ),
        );
      }
      goals.push(
        atMost(
          'peak memory',
          where,
          median(samples.map(peak)) / 1e6,
          (1.2 * floorPeak) / 1e6,
          'MB',
          '1.2 × the floor',
        ),
      );
    } else {
      goals.push(
        atMost(
          `wall at ${latencyMs} ms`,
          where,
          wallMs,
          1.25 * (floorWall + chain * latencyMs),
          'ms',
          `1.25 × (the floor + ${chain} requests one after the other)`,
        ),
      );
    }
  }
  return goals;
}

function memoryGrowth(sizes: readonly Measured[], scope: Scope): Goal[] {
  const growth = (subject: Subject) => {
    const [large, huge] = (['large', 'huge'] as const).map((name) => {
      const measured = sizes.find(({ size }) => size === name);
      return (
        measured &&
        medianOf(
          measured,
          scope,
          subject,
          peak,
          subject === 'floor' ? undefined : 0,
        )
      );
    });
    return large && huge ? (huge - large) / 1e6 : undefined;
  };
  const own = growth('integration');
  const floor = growth('floor');
  return own === undefined || floor === undefined
    ? []
    : [
        atMost(
          'growth of peak memory',
          `large to huge, ${scope}`,
          own,
          floor,
          'MB',
          "the floor's",
        ),
      ];
}

/** The start-up, which no app adds to, is taken off: it would weigh on the small ones. */
function timePerApp(
  sizes: readonly Measured[],
  scope: Scope,
  startUpMs: number,
): Goal[] {
  const perApp = sizes
    .filter(({ size }) => WALL_SIZES.includes(size))
    .map((measured) => ({
      size: measured.size,
      ms:
        ((medianOf(measured, scope, 'integration', wall, 0) ?? NaN) -
          startUpMs) /
        SIZES[measured.size].apps,
    }));
  const [first, ...others] = perApp;
  return first === undefined
    ? []
    : others.map(({ size, ms }) => {
        const deviation = ms / first.ms - 1;
        return {
          goal: 'time per app',
          where: `${size}, ${scope}`,
          wanted: `${first.ms.toFixed(3)} ms (${first.size}, less the start-up) ± 20 %`,
          found: `${ms.toFixed(3)} ms, ${percent(deviation)}`,
          met: Math.abs(deviation) <= 0.2,
        };
      });
}

function atMost(
  goal: string,
  where: string,
  found: number,
  wanted: number,
  unit: string,
  what: string,
): Goal {
  return {
    goal,
    where,
    wanted: `≤ ${Math.round(wanted)} ${unit} (${what})`,
    found: `${Math.round(found)} ${unit}, ${percent(found / wanted - 1)}`,
    met: found <= wanted,
  };
}

function percent(part: number): string {
  return `${part > 0 ? '+' : part < 0 ? '−' : ''}${Math.abs(Math.round(part * 100))} %`;
}
