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

/** The leave to send one request. What became of it must be said once. */
export interface Permit {
  /**
   * It was answered with anything but a 429.
   *
   * @param remaining the `RateLimit-Remaining` header, where the answer had one
   */
  answered(remaining?: number): void;
  /**
   * It was answered with a 429.
   *
   * @param retryAfterMs how long Heroku asked to wait, where it did
   */
  refused(retryAfterMs?: number): void;
  /** It was not sent, or no answer came. */
  released(): void;
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
  private refusedSince = 0;
  private probe: Promise<void> | undefined;
  private waiting = 0;
  private turn: Promise<void> = Promise.resolve();
  private readonly end = new AbortController();

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

  /** For how long there has been nothing but 429, in milliseconds. 0 where the last answer was another. */
  get refusedForMs(): number {
    return this.refusalsInARow === 0 ? 0 : this.clock.now() - this.refusedSince;
  }

  /**
   * How long the requests that wait now will take to leave, in milliseconds. 0 where nothing waits.
   *
   * @param queued requests that have not asked for leave yet, behind those that have
   */
  estimatedWaitMs(queued = 0): number {
    if (this.waiting === 0) {
      return 0;
    }
    const firstLeavesIn =
      Math.max(this.pausedUntil, this.isPaced() ? this.nextPacedAt : 0) -
      this.clock.now();
    return (
      Math.max(0, firstLeavesIn) + (this.waiting + queued - 1) * this.intervalMs
    );
  }

  /** Resolves when one request may be sent, in the order of the calls. */
  async acquire(): Promise<Permit> {
    if (!this.mustWait()) {
      return this.permit();
    }
    this.waiting++;
    const previous = this.turn;
    let leave = () => {};
    this.turn = new Promise((resolve) => (leave = resolve));
    try {
      await previous;
      await this.waitForTurn();
      return this.permit();
    } finally {
      this.waiting--;
      leave();
    }
  }

  /** From now on nothing is held back: for a run that will send nothing more and only has to end. */
  stop(): void {
    this.end.abort();
  }

  private permit(): Permit {
    this.unanswered++;
    const isProbe = this.refusalsInARow > 0;
    let probed = () => {};
    if (isProbe) {
      this.probe = new Promise((resolve) => (probed = resolve));
    }
    const settle = () => {
      this.unanswered--;
      if (isProbe) {
        this.probe = undefined;
        probed();
      }
    };
    // An answer to a request from before the pause says nothing about now.
    const isCurrent = () => isProbe || this.refusalsInARow === 0;
    return {
      answered: (remaining) => {
        this.observed = remaining ?? this.observed;
        if (isCurrent()) {
          this.refusalsInARow = 0;
        }
        settle();
      },
      refused: (retryAfterMs) => {
        this.pause(isCurrent(), retryAfterMs);
        settle();
      },
      released: settle,
    };
  }

  private pause(isCurrent: boolean, retryAfterMs = 0): void {
    const now = this.clock.now();
    this.observed = 0;
    let pause = Math.max(retryAfterMs, this.intervalMs);
    if (isCurrent) {
      if (this.refusalsInARow === 0) {
        this.refusedSince = now;
      }
      // Where Heroku said how long, and it was not enough, the wait doubles from less.
      const first = retryAfterMs > 0 ? this.intervalMs : FIRST_PAUSE_MS;
      pause = Math.max(
        pause,
        Math.min(first * 2 ** this.refusalsInARow, LONGEST_PAUSE_MS),
      );
      this.refusalsInARow++;
    }
    this.pausedUntil = Math.max(this.pausedUntil, now + pause);
  }

  private isPaced(): boolean {
    return this.remaining !== undefined && this.remaining <= this.reserve;
  }

  private mustWait(): boolean {
    return (
      !this.end.signal.aborted &&
      (this.waiting > 0 || this.refusalsInARow > 0 || this.isPaced())
    );
  }

  private async waitForTurn(): Promise<void> {
    while (!this.end.signal.aborted) {
      if (this.probe) {
        await this.probe;
        continue;
      }
      const now = this.clock.now();
      const isPaced = this.isPaced();
      const goesAt = Math.max(this.pausedUntil, isPaced ? this.nextPacedAt : 0);
      if (goesAt <= now) {
        if (isPaced) {
          // From when it was due, not from when the timer fired: late timers must not add up. What is lost
          // beyond one interval comes back as a level above the reserve.
          const isLate = now - this.nextPacedAt < this.intervalMs;
          this.nextPacedAt =
            (isLate ? this.nextPacedAt : now) + this.intervalMs;
        }
        return;
      }
      await this.clock.sleep(goesAt - now, this.end.signal);
    }
  }
}
