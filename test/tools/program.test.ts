import { runProgram, UsageError } from '../../tools/program';

const USAGE = 'Usage: npm run something -- [--fast] [WORD]';

let said: unknown[];
let complained: unknown[];
const { argv } = process;

beforeEach(() => {
  said = [];
  complained = [];
  jest.spyOn(console, 'log').mockImplementation((text) => said.push(text));
  jest
    .spyOn(console, 'error')
    .mockImplementation((text) => complained.push(text));
});

afterEach(() => {
  jest.restoreAllMocks();
  process.argv = argv;
  process.exitCode = undefined;
});

/** What the program was run with, if it was. */
async function run(args: string[], fail?: Error): Promise<unknown[]> {
  process.argv = ['node', 'something', ...args];
  const runs: unknown[] = [];
  await runProgram({
    usage: USAGE,
    options: { fast: { type: 'boolean' } },
    mostWords: 1,
    run: (values, words) => {
      runs.push({ ...values }, words);
      if (fail) throw fail;
    },
  });
  return runs;
}

test('a program gets its options and words', async () => {
  expect(await run(['word', '--fast'])).toEqual([{ fast: true }, ['word']]);
  expect({ said, complained }).toEqual({ said: [], complained: [] });
  expect(process.exitCode).toBeUndefined();
});

test.each(['--help', '-h'])(
  '%s shows the usage and runs nothing',
  async (arg) => {
    expect(await run([arg])).toEqual([]);
    expect({ said, complained }).toEqual({ said: [USAGE], complained: [] });
    expect(process.exitCode).toBeUndefined();
  },
);

test.each([
  [['--slow'], 'There is no option --slow.'],
  [['--fast=no'], expect.stringMatching(/^Option '--fast' does not take/)],
  [['one', 'two'], '"two" is not expected here.'],
])(
  '%j is a mistake: a sentence, the usage and exit code 1',
  async (args, sentence) => {
    expect(await run(args)).toEqual([]);
    expect(said).toEqual([]);
    expect((complained[0] as string).split('\n\n')).toEqual([sentence, USAGE]);
    expect(process.exitCode).toBe(1);
  },
);

test('what the user can mend while it runs is said without a stack', async () => {
  await run([], new UsageError('There is no graph.'));

  expect(complained).toEqual(['There is no graph.']);
  expect(process.exitCode).toBe(1);
});

test('a defect is shown with its stack', async () => {
  const defect = new TypeError('Oh');

  await run([], defect);

  expect(complained).toEqual([defect]);
  expect(process.exitCode).toBe(1);
});
