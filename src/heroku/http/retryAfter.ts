/** A wait longer than this is not believed: an empty bucket is full again in an hour. */
const LONGEST_WAIT_MS = 60 * 60 * 1000;

/** Above this a number is an instant, not a length of time: no wait lasts thirty years. */
const FIRST_EPOCH_SECOND = 1_000_000_000;
const FIRST_EPOCH_MILLISECOND = 1_000_000_000_000;

/**
 * How long a `Retry-After` header asks to wait, in milliseconds: it may be seconds, an HTTP date, or an epoch in
 * seconds or milliseconds. `undefined` where there is none or it cannot be read.
 *
 * @param wallTime the present, in milliseconds since 1970
 */
export function retryAfterMs(
  header: string | null | undefined,
  wallTime: number,
): number | undefined {
  const value = header?.trim();
  if (!value) {
    return undefined;
  }
  const wait = /^\d+(\.\d+)?$/.test(value)
    ? fromNumber(Number(value), wallTime)
    : fromDate(value, wallTime);
  return Number.isNaN(wait)
    ? undefined
    : Math.min(Math.max(wait, 0), LONGEST_WAIT_MS);
}

function fromDate(value: string, wallTime: number): number {
  // Date.parse makes dates of much that is none: "-5" and "soon 5" are days of the year 2001 to it.
  const isDate = /^([A-Z][a-z]{2,8},? |\d{4}-\d{2}-\d{2}T).*\d\d:\d\d/.test(
    value,
  );
  return isDate ? Date.parse(value) - wallTime : NaN;
}

function fromNumber(value: number, wallTime: number): number {
  if (value >= FIRST_EPOCH_MILLISECOND) {
    return value - wallTime;
  }
  if (value >= FIRST_EPOCH_SECOND) {
    return value * 1000 - wallTime;
  }
  return value * 1000;
}
