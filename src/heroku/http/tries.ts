import type { HerokuFailure, PlainFailure } from './failure';
import type { KeyState } from './keyCheck';
import type { Request } from './request';
import type { Verdict } from './verdict';

export interface RetryOptions {
  /** How often a request is tried before it counts as failed. */
  maxAttempts: number;
  /** The longest wait before the second try, in milliseconds; each further one is twice as long. */
  retryDelayMs: number;
  /** How often a request is sent again at once because the server had closed its kept-alive connection. */
  maxStale: number;
}

/** What comes after a try that gave no answer: another one, or none. */
export type Next = { inMs: number } | { failure: HerokuFailure };

/** The tries of one request: how often, after which wait, and how much is asked for. */
export class Tries {
  /** What asking for it came to when the key was refused for this request. */
  keyState: KeyState | undefined;
  readonly #ranges: readonly string[];
  #size = 0;
  #sent = 0;
  #counted = 0;
  #stale = 0;
  #wasKeyRefused = false;

  constructor(
    { ranges = [] }: Pick<Request, 'ranges'>,
    private readonly options: RetryOptions,
  ) {
    this.#ranges = ranges;
  }

  /** The `Range` header to ask with. */
  get range(): string | undefined {
    return this.#ranges[this.#size];
  }

  /** Whether an answer that is too large can be asked for again in smaller pages. */
  get canAskForLess(): boolean {
    return this.#size < this.#ranges.length - 1;
  }

  /** What comes after a try that ended with `verdict`. */
  next(verdict: Exclude<Verdict, { is: 'answer' | 'rateLimited' }>): Next {
    const { failure } = verdict;
    this.#sent++;
    switch (verdict.is) {
      case 'final':
        return { failure: verdict.failure };
      case 'tooLarge':
        return this.#askForLess()
          ? { inMs: 0 }
          : { failure: { ...failure, kind: 'final' } };
      case 'keyRefused':
        if (this.keyState !== 'good') {
          return this.#afterWait(failure);
        }
        if (this.#wasKeyRefused) {
          return { failure: { ...failure, kind: 'authorization' } };
        }
        this.#wasKeyRefused = true;
        return { inMs: 0 };
      case 'passing':
        if (verdict.wasStale && this.#stale++ < this.options.maxStale) {
          return { inMs: 0 };
        }
        if (verdict.isTooSlow) {
          this.#askForLess();
        }
        return this.#afterWait(failure, verdict.retryAfterMs);
    }
  }

  #askForLess(): boolean {
    const { canAskForLess } = this;
    this.#size += canAskForLess ? 1 : 0;
    return canAskForLess;
  }

  /**
   * Half of a time that doubles, and at random up to all of it, so that requests that failed together do not come back
   * together.
   */
  #afterWait(failure: PlainFailure, atLeastMs = 0): Next {
    const { maxAttempts, retryDelayMs } = this.options;
    this.#counted++;
    if (this.#counted >= maxAttempts) {
      return {
        failure: { ...failure, kind: 'retriesExceeded', attempts: this.#sent },
      };
    }
    const longest = retryDelayMs * 2 ** (this.#counted - 1);
    const wait = longest / 2 + (Math.random() * longest) / 2;
    return { inMs: Math.max(wait, atLeastMs) };
  }
}
