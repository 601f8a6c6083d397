import type { Clock } from './clock';

export interface LifeSignsOptions {
  clock: Clock;
  /** Requests in a row that used up their tries before the API may count as dead. */
  deadAfter: number;
  /** How long it must have given no sign of life besides, in milliseconds. */
  deadAfterMs: number;
}

/**
 * Whether the API seems to have stopped answering: many requests in a row have used up their tries, over more than one
 * route, and for a good while nothing has come from it. One route that is down is not the API.
 */
export class LifeSigns {
  readonly #options: LifeSignsOptions;
  #lastAt: number;
  #exhausted = 0;
  readonly #routes = new Set<string>();

  constructor(options: LifeSignsOptions) {
    this.#options = options;
    this.#lastAt = options.clock.now();
  }

  /** The API has said something, whatever it was. */
  note(): void {
    this.#lastAt = this.#options.clock.now();
    this.#exhausted = 0;
    this.#routes.clear();
  }

  /** A request has used up its tries. */
  countExhausted(route: string): void {
    this.#exhausted++;
    this.#routes.add(route);
  }

  /** Whether it is time to ask whether the API is there at all. */
  get areMissing(): boolean {
    const { clock, deadAfter, deadAfterMs } = this.#options;
    return (
      this.#exhausted >= deadAfter &&
      this.#routes.size > 1 &&
      clock.now() - this.#lastAt >= deadAfterMs
    );
  }
}
