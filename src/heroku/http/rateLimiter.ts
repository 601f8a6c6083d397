import type { Clock } from './clock';

/** Heroku refills an account's bucket at 4,500 an hour. */
const REFILL_PER_MINUTE = 75;

/** Requests that are left to the account's other clients: its deploys, its CI, its people. */
const RESERVE = 300;

/** Below this level requests become no slower, so that a run goes on beside clients that take all there is. */
const LEVEL_OF_SLOWEST = 30;

/** The first wait after a 429 that does not say how long; each further one in a row doubles it. */
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 60_000;

export interface RateLimiterOptions {
  clock: Clock;
  refillPerMinute?: number;
  reserve?: number;
}

/** The leave to send one request. What became of it must be said; what is said first counts. */
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
  /** It was not sent, or no answer came. Does nothing where one of the others was said. */
  released(): void;
}

/**
 * Paces the requests of a whole run by what Heroku says is left in the account's token bucket.
 *
 * Above the reserve a request goes at once. At the reserve, requests leave one after the other at the rate at which
 * the bucket refills, so that the level holds; the further below it, the slower, so that the level rises again and
 * the account's other clients find requests left. After a 429 nothing leaves until the wait is over, and then a
 * single request asks whether the limit has room again.
 */
export class RateLimiter {
  readonly #clock: Clock;
  readonly #intervalMs: number;
  readonly #reserve: number;
  #observed: number | undefined;
  #unanswered = 0;
  #lastLeftAt = -Infinity;
  #pausedUntil = -Infinity;
  #refusalsInARow = 0;
  #refusedSince = 0;
  #probe: Promise<void> | undefined;
  #waiting = 0;
  #turn: Promise<void> = Promise.resolve();
  readonly #end = new AbortController();

  constructor(options: RateLimiterOptions) {
    this.#clock = options.clock;
    this.#intervalMs = 60_000 / (options.refillPerMinute ?? REFILL_PER_MINUTE);
    this.#reserve = options.reserve ?? RESERVE;
  }

  /** Requests left in the bucket, as far as is known: what Heroku last said, less what has not been answered. */
  get remaining(): number | undefined {
    return this.#observed === undefined
      ? undefined
      : Math.max(0, this.#observed - this.#unanswered);
  }

  /** For how long there has been nothing but 429, in milliseconds. 0 where the last answer was another. */
  get refusedForMs(): number {
    return this.#refusalsInARow === 0
      ? 0
      : this.#clock.now() - this.#refusedSince;
  }

  /**
   * How long the requests that wait now will take to leave, in milliseconds. 0 where nothing waits.
   *
   * @param queued requests that have not asked for leave yet, behind those that have
   */
  estimatedWaitMs(queued = 0): number {
    if (this.#waiting === 0) {
      return 0;
    }
    const firstLeavesIn = Math.max(0, this.#nextLeavesAt - this.#clock.now());
    const others = this.#waiting + queued - 1;
    const missing = this.#isPaced() ? this.#reserve - (this.remaining ?? 0) : 0;
    // At today's pace, or as long as the bucket needs to refill for all of them and up to the reserve.
    const paced = others * this.#paceMs;
    const refilled = (others + missing) * this.#intervalMs;
    return firstLeavesIn + Math.min(paced, refilled);
  }

  /** Resolves when one request may be sent, in the order of the calls. */
  async acquire(): Promise<Permit> {
    if (!this.#mustWait()) {
      return this.#permit();
    }
    this.#waiting++;
    const previous = this.#turn;
    let leave = () => {};
    this.#turn = new Promise((resolve) => (leave = resolve));
    try {
      await previous;
      await this.#waitForTurn();
      return this.#permit();
    } finally {
      this.#waiting--;
      leave();
    }
  }

  /** From now on nothing is held back: for a run that will send nothing more and only has to end. */
  stop(): void {
    this.#end.abort();
  }

  #permit(): Permit {
    this.#unanswered++;
    const isProbe = this.#refusalsInARow > 0;
    let probed = () => {};
    if (isProbe) {
      this.#probe = new Promise((resolve) => (probed = resolve));
    }
    let isSettled = false;
    const settle = (consequence?: () => void) => {
      if (isSettled) {
        return;
      }
      isSettled = true;
      consequence?.();
      this.#unanswered--;
      if (isProbe) {
        this.#probe = undefined;
        probed();
      }
    };
    // An answer to a request from before the pause says nothing about now.
    const isCurrent = () => isProbe || this.#refusalsInARow === 0;
    return {
      answered: (remaining) =>
        settle(() => {
          // What a 429 left unknown is taken as the reserve, so that requests leave as fast as the bucket refills.
          const known = isProbe ? this.#reserve : this.#observed;
          this.#observed = remaining ?? known;
          if (isCurrent()) {
            this.#refusalsInARow = 0;
          }
        }),
      refused: (retryAfterMs) =>
        settle(() => this.#pause(isCurrent(), retryAfterMs)),
      released: () => settle(),
    };
  }

  #pause(isCurrent: boolean, retryAfterMs = 0): void {
    const now = this.#clock.now();
    this.#observed = 0;
    let pause = Math.max(retryAfterMs, this.#intervalMs);
    if (isCurrent) {
      if (this.#refusalsInARow === 0) {
        this.#refusedSince = now;
      }
      // Where Heroku said how long, and it was not enough, the wait doubles from less.
      const first = retryAfterMs > 0 ? this.#intervalMs : FIRST_PAUSE_MS;
      pause = Math.max(
        pause,
        Math.min(first * 2 ** this.#refusalsInARow, LONGEST_PAUSE_MS),
      );
      this.#refusalsInARow++;
    }
    this.#pausedUntil = Math.max(this.#pausedUntil, now + pause);
  }

  #isPaced(): boolean {
    return this.remaining !== undefined && this.remaining <= this.#reserve;
  }

  #mustWait(): boolean {
    return (
      !this.#end.signal.aborted &&
      (this.#waiting > 0 || this.#refusalsInARow > 0 || this.#isPaced())
    );
  }

  /** The time between two requests at the present level, in milliseconds. */
  get #paceMs(): number {
    if (!this.#isPaced()) {
      return this.#intervalMs;
    }
    const level = Math.max(this.remaining ?? 0, LEVEL_OF_SLOWEST);
    return this.#intervalMs * Math.max(1, this.#reserve / level);
  }

  /** When the next request may leave, by what is known now. */
  get #nextLeavesAt(): number {
    // The request that asks whether the limit has room again is held back by the pause alone.
    const isPaced = this.#refusalsInARow === 0 && this.#isPaced();
    const pacedAt = isPaced ? this.#lastLeftAt + this.#paceMs : -Infinity;
    return Math.max(this.#pausedUntil, pacedAt);
  }

  async #waitForTurn(): Promise<void> {
    while (!this.#end.signal.aborted) {
      if (this.#probe) {
        await this.#probe;
        continue;
      }
      const now = this.#clock.now();
      const goesAt = this.#nextLeavesAt;
      if (goesAt <= now) {
        // From when it was due, not from when the timer fired: late timers must not add up. What is lost beyond one
        // interval comes back as a level above the reserve.
        const isOnTime = this.#isPaced() && now - goesAt < this.#intervalMs;
        this.#lastLeftAt = isOnTime ? goesAt : now;
        return;
      }
      await this.#clock.sleep(goesAt - now, this.#end.signal);
    }
  }
}
