/** In CI every change meets the same cases: one that breaks nothing must not fail by chance. */
const CI_SEED = 20_260_101;

/** What all generated cases of a test file come from; `FUZZ_SEED` repeats those of an earlier run. */
export const seed = Number(
  process.env.FUZZ_SEED ??
    (process.env.CI ? CI_SEED : Math.floor(Math.random() * 2 ** 31)),
);

/** How many times as many cases as in CI; `FUZZ_EFFORT=10` digs deeper. */
export const effort = Number(process.env.FUZZ_EFFORT ?? 1);

if (!Number.isInteger(seed) || !(effort > 0)) {
  throw new Error('FUZZ_SEED takes a whole number, FUZZ_EFFORT a positive one');
}

/** Says what was tried, and how to try it again. */
export function announce(what: string, cases: number): void {
  process.stdout.write(
    `fuzz: ${cases} generated cases of ${what}; FUZZ_SEED=${seed} repeats them\n`,
  );
}
