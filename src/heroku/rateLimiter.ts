import type { Clock } from './clock';

/** Heroku refills an account's bucket at 4,500 an hour. */
const REFILL_PER_MINUTE = 75;

/** Requests that are left to the account's other clients: its deploys, its CI, its people. */
const RESERVE = 300;

/** The first wait after a 429 that does not say how long; each further one in a row doubles it. */
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 60_000;

export interface RateLimiterOptions {
  clock: Clock;
  refillPerMinute?: number;
  reserve?: number;
}

/**
 * Paces the requests of a whole run by what Heroku says is left in the account's token bucket.
 *
 * Above the reserve a request goes at once. At the reserve and below, requests leave at the rate at which the
 * bucket refills, one after the other, so that the level holds. After a 429 nothing leaves until the wait is
 * over, and then a single request asks whether there is room again.
 */
export class RateLimiter {
  private readonly clock: Clock;
  private readonly intervalMs: number;
  private readonly reserve: number;
  private observed: number | undefined;
  private unanswered = 0;
  private nextPacedAt = 0;
  private pausedUntil = 0;
  private refusalsInARow = 0;
  private waiting = 0;
  private turn: Promise<void> = Promise.resolve();

  constructor(options: RateLimiterOptions) {
    this.clock = options.clock;
    this.intervalMs = 60_000 / (options.refillPerMinute ?? REFILL_PER_MINUTE);
    this.reserve = options.reserve ?? RESERVE;
  }

  /** Requests left in the bucket, as far as is known: what Heroku last said, less what has not been answered. */
  get remaining(): number | undefined {
    return this.observed === undefined
      ? undefined
      : Math.max(0, this.observed - this.unanswered);
  }

  /** How long the requests that wait now will take to leave, in milliseconds. 0 where nothing waits. */
  get estimatedWaitMs(): number {
    if (this.waiting === 0) {
      return 0;
    }
    const firstLeavesIn =
      Math.max(this.pausedUntil, this.nextPacedAt) - this.clock.now();
    return Math.max(0, firstLeavesIn) + (this.waiting - 1) * this.intervalMs;
  }

  /** Resolves when one request may be sent. Each must be followed by one call of {@link answered}. */
  async acquire(): Promise<void> {
    if (!this.mustWait()) {
      this.unanswered++;
      return;
    }
    this.waiting++;
    const previous = this.turn;
    let leave = () => {};
    this.turn = new Promise((resolve) => (leave = resolve));
    try {
      await previous;
      await this.waitForTurn();
      this.unanswered++;
    } finally {
      this.waiting--;
      leave();
    }
  }

  /**
   * Records that a request was answered, or failed.
   *
   * @param remaining the `RateLimit-Remaining` header, where the answer had one
   */
  answered(remaining?: number): void {
    this.unanswered = Math.max(0, this.unanswered - 1);
    if (remaining !== undefined) {
      this.observed = remaining;
      this.refusalsInARow = 0;
    }
  }

  /**
   * Records a 429.
   *
   * @param retryAfterMs how long Heroku asked to wait, where it did
   */
  refused(retryAfterMs?: number): void {
    this.unanswered = Math.max(0, this.unanswered - 1);
    this.observed = 0;
    const pause =
      retryAfterMs ??
      Math.min(FIRST_PAUSE_MS * 2 ** this.refusalsInARow, LONGEST_PAUSE_MS);
    this.refusalsInARow++;
    this.pausedUntil = Math.max(
      this.pausedUntil,
      this.clock.now() + Math.max(pause, this.intervalMs),
    );
  }

  private mustWait(): boolean {
    return (
      this.waiting > 0 ||
      this.clock.now() < this.pausedUntil ||
      (this.remaining !== undefined && this.remaining <= this.reserve)
    );
  }

  private async waitForTurn(): Promise<void> {
    for (;;) {
      const now = this.clock.now();
      const isPaced =
        this.remaining !== undefined && this.remaining <= this.reserve;
      const goesAt = Math.max(this.pausedUntil, isPaced ? this.nextPacedAt : 0);
      if (goesAt <= now) {
        if (isPaced) {
          // From when it was due, not from when the timer fired: late timers must not add up.
          this.nextPacedAt =
            Math.max(this.nextPacedAt, now - this.intervalMs) + this.intervalMs;
        }
        return;
      }
      await this.clock.sleep(goesAt - now);
    }
  }
}
