/** A wait longer than this is not believed: an empty bucket is full again in an hour. */
const LONGEST_WAIT_MS = 60 * 60 * 1000;

/** Above this a number is an instant, not a length of time: no wait lasts thirty years. */
const FIRST_EPOCH_SECOND = 1_000_000_000;
const FIRST_EPOCH_MILLISECOND = 1_000_000_000_000;

/**
 * How long a `Retry-After` header asks to wait, in milliseconds: it may be seconds, an HTTP date, or an epoch in
 * seconds or milliseconds. `undefined` where there is none or it cannot be read.
 *
 * @param header the `Retry-After` header
 * @param date the `Date` header of the same answer, by which an instant is understood: this computer's own date may
 *   be wrong, and counts only where there is none
 */
export function retryAfterMs(
  header: string | null | undefined,
  date: string | null | undefined,
): number | undefined {
  const value = header?.trim();
  if (!value) {
    return undefined;
  }
  const isNumber = /^\d+(\.\d+)?$/.test(value);
  const wait = isNumber
    ? fromNumber(Number(value), date)
    : fromDate(value, date);
  return Number.isNaN(wait)
    ? undefined
    : Math.min(Math.max(wait, 0), LONGEST_WAIT_MS);
}

function fromNumber(value: number, date: string | null | undefined): number {
  if (value >= FIRST_EPOCH_MILLISECOND) {
    return value - present(date);
  }
  if (value >= FIRST_EPOCH_SECOND) {
    return value * 1000 - present(date);
  }
  return value * 1000;
}

function fromDate(value: string, date: string | null | undefined): number {
  return parseDate(value) - present(date);
}

/** When the answer was sent, in milliseconds since 1970. */
function present(date: string | null | undefined): number {
  const sentAt = parseDate(date?.trim() ?? '');
  return Number.isNaN(sentAt) ? Date.now() : sentAt;
}

function parseDate(value: string): number {
  // Date.parse makes dates of much that is none: "-5" and "soon 5" are days of the year 2001 to it.
  const isDate = /^([A-Z][a-z]{2,8},? |\d{4}-\d{2}-\d{2}T).*\d\d:\d\d/.test(
    value,
  );
  return isDate ? Date.parse(value) : NaN;
}
