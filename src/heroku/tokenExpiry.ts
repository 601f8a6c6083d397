import type { Authorization } from './types';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How far our clock may be ahead of Heroku's. */
const CLOCK_TOLERANCE_MS = 5 * MINUTE_MS;

/**
 * When the token of an authorization expires, in milliseconds since 1970; `undefined` where it never does, or where
 * that is not known.
 *
 * Heroku says only how many seconds are left. Added to the present, they give another moment in every run: the answer
 * takes a while to come, and clocks differ. Lifetimes are whole hours, as a rule: eight hours, thirty days, a year. So
 * we work out the lifetime, counted from when the authorization was last updated, round it to whole hours, and count
 * on from there: every run comes to the same moment. A lifetime of other than whole hours is rounded up.
 *
 * @param now a moment up to 55 minutes before Heroku's answer: when it was asked for, since a run may last longer
 */
export function tokenExpiry(
  { access_token: token, created_at, updated_at }: Authorization,
  now: number,
): number | undefined {
  const secondsLeft = token?.expires_in ?? undefined;
  if (secondsLeft === undefined) {
    return undefined;
  }
  const issued = Date.parse(updated_at ?? created_at ?? '') || 0;
  const lifetime = now + secondsLeft * 1000 - issued;
  return (
    issued + Math.ceil((lifetime - CLOCK_TOLERANCE_MS) / HOUR_MS) * HOUR_MS
  );
}
