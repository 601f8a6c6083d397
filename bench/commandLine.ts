import { readCommandLine, UsageError } from '../src/cli/commandLine';
import type { SizeName } from './sizes';
import { SIZE_NAMES } from './sizes';

export const USAGE = `Usage: npm run bench -- [options]

Measures whole runs of "collect" on simulated organisations, beside what the SDK alone takes and beside asking one
request at a time.

Options:
  --sizes a,b        of ${SIZE_NAMES.join(', ')} (all unless given)
  --latency a,b      of the simulated API, in ms (0,40 unless given)
  --repetitions N    of each measurement (5 for small, 3 for medium, 2 for large, 1 for huge unless given)
  --write            put the results into docs/performance.md
  --help             show this`;

/** What a user of the benchmark asked for. */
export interface CommandLine {
  help: boolean;
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
    sizes: { type: 'string', default: SIZE_NAMES.join(',') },
    latency: { type: 'string', default: '0,40' },
    repetitions: { type: 'string' },
  });
  return {
    help: values.help,
    write: values.write,
    sizes: values.sizes.split(',').map(sizeNamed),
    latencies: values.latency.split(',').map(wholeNumber),
    repetitions:
      values.repetitions === undefined
        ? undefined
        : wholeNumber(values.repetitions),
  };
}

function sizeNamed(name: string): SizeName {
  const size = SIZE_NAMES.find((known) => known === name);
  if (size === undefined) {
    throw new UsageError(`There is no size "${name}"`);
  }
  return size;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) {
    throw new UsageError(`"${text}" is no whole number`);
  }
  return Number(text);
}
