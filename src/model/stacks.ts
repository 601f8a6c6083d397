/**
 * When each stack's support ends, from Heroku's Dev Center (https://devcenter.heroku.com/articles/stack, and the
 * end-of-life announcement of each stack), as of 2026-11. On that day security updates stop. A stack that is not
 * here has no announced end, or none that is known: `cnb`, of the Fir generation, is not versioned.
 */
const END_OF_LIFE: Readonly<Record<string, string>> = {
  'cedar-14': '2020-11-02',
  'heroku-16': '2021-05-01',
  'heroku-18': '2023-04-30',
  'heroku-20': '2025-04-30',
  'heroku-22': '2027-04-30',
  'heroku-24': '2029-04-30',
  'heroku-26': '2031-04-30',
};

/** What is known of the support of a stack. */
export interface StackSupport {
  /** Milliseconds since 1970. */
  stackEndOfLifeOn?: number;
  stackSupported?: boolean;
}

/**
 * What is known of the support of a stack: its announced end.
 *
 * @param at the instant that is asked about, in milliseconds since 1970
 */
export function stackSupport(
  stack: string | undefined,
  at: number,
): StackSupport {
  const date =
    stack !== undefined && Object.hasOwn(END_OF_LIFE, stack)
      ? END_OF_LIFE[stack]
      : undefined;
  if (date === undefined) {
    return {};
  }
  const endsOn = Date.parse(date);
  return { stackEndOfLifeOn: endsOn, stackSupported: at < endsOn };
}
