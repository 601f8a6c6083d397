export interface RateLimitOptions {
  /** Most tokens that the bucket holds; Heroku's is 4,500. */
  capacity?: number;
  /** Tokens that come back per minute; about 75 at Heroku. */
  refillPerMinute?: number;
  /** Tokens at the start; a full bucket unless said otherwise. */
  remaining?: number;
}

/** The token bucket that all clients of one Heroku account share. */
export class TokenBucket {
  private readonly capacity: number;
  private readonly refillPerMs: number;
  private tokens: number;
  private filledAt: number;

  /** @param now clock in ms; a test that speeds it up speeds up the refill */
  constructor(
    options: RateLimitOptions,
    private readonly now: () => number,
  ) {
    this.capacity = options.capacity ?? 4500;
    this.refillPerMs = (options.refillPerMinute ?? 75) / 60_000;
    this.tokens = Math.min(options.remaining ?? this.capacity, this.capacity);
    this.filledAt = now();
  }

  /** Whole tokens that are there now. */
  remaining(): number {
    this.refill();
    // Refilling in many small steps sums up fractions: 0.9999999 is a token.
    return Math.floor(this.tokens + 1e-6);
  }

  /** Takes one token for a request; false when there is none. */
  take(): boolean {
    if (this.remaining() < 1) return false;
    this.drain(1);
    return true;
  }

  /** Spends up to `count` tokens, as another client of the same account would. */
  drain(count: number): void {
    this.refill();
    this.tokens = Math.max(0, this.tokens - count);
  }

  private refill(): void {
    const now = this.now();
    const elapsed = Math.max(0, now - this.filledAt);
    this.filledAt = now;
    this.tokens = Math.min(
      this.capacity,
      this.tokens + elapsed * this.refillPerMs,
    );
  }
}
