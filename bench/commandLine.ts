import { readCommandLine, UsageError } from '../src/cli/commandLine';
import type { SizeName } from './sizes';
import { SIZE_NAMES } from './sizes';

/** What can be measured. */
export const MEASUREMENTS = ['collect', 'run', 'pages', 'trouble'] as const;

export type Measurement = (typeof MEASUREMENTS)[number];

export const USAGE = `Usage: npm run bench -- [options]

Measures whole processes on simulated organisations, beside what the SDK alone takes.

Options:
  --only a,b         of ${MEASUREMENTS.join(', ')} (all unless given):
                     collect, at each latency; run, as in production; pages, of a large team; trouble, on a clock
                     that does not wait
  --sizes a,b        of ${SIZE_NAMES.join(', ')} (all unless given; run leaves out huge)
  --latency a,b      of the simulated API in collect, in ms (0,40 unless given)
  --repetitions N    of each measurement (5 for small, 3 for medium, 2 for large, 1 for huge unless given)
  --write            put the results into docs/performance.md
  --help             show this`;

/** What a user of the benchmark asked for. */
export interface CommandLine {
  help: boolean;
  only: Measurement[];
  sizes: SizeName[];
  latencies: number[];
  /** The same number for every size; by default each has its own. */
  repetitions: number | undefined;
  write: boolean;
}

/** Reads the command line. Throws a UsageError for what makes no sense. */
export function parseCommandLine(args: string[]): CommandLine {
  const { values } = readCommandLine(args, {
    help: { type: 'boolean', short: 'h', default: false },
    write: { type: 'boolean', default: false },
    only: { type: 'string', default: MEASUREMENTS.join(',') },
    sizes: { type: 'string', default: SIZE_NAMES.join(',') },
    latency: { type: 'string', default: '0,40' },
    repetitions: { type: 'string' },
  });
  return {
    help: values.help,
    write: values.write,
    only: values.only
      .split(',')
      .map((name) => oneOf(MEASUREMENTS, name, 'measurement')),
    sizes: values.sizes
      .split(',')
      .map((name) => oneOf(SIZE_NAMES, name, 'size')),
    latencies: values.latency.split(',').map(wholeNumber),
    repetitions:
      values.repetitions === undefined
        ? undefined
        : wholeNumber(values.repetitions),
  };
}

function oneOf<T extends string>(
  names: readonly T[],
  name: string,
  what: string,
): T {
  const found = names.find((known) => known === name);
  if (found === undefined) {
    throw new UsageError(`There is no ${what} "${name}"`);
  }
  return found;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) {
    throw new UsageError(`"${text}" is no whole number`);
  }
  return Number(text);
}
