import type { Clock } from './clock';

export interface LifeSignsOptions {
  clock: Clock;
  /** Requests in a row that used up their tries before the API may count as dead. */
  deadAfter: number;
  /** How long it must have given no sign of life besides, in milliseconds. */
  deadAfterMs: number;
  /** Asks whether the API is there at all. */
  ask: () => Promise<boolean>;
}

/**
 * Whether the API has stopped answering: many requests in a row have used up their tries, over more than one route,
 * for a good while nothing has come from it, and it does not answer the question whether it is there either. One route
 * that is down is not the API.
 */
export class LifeSigns {
  readonly #options: LifeSignsOptions;
  #lastAt: number;
  #exhausted = 0;
  readonly #routes = new Set<string>();
  #asking: Promise<boolean> | undefined;

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

  /** Counts a request that has used up its tries. Resolves with whether that proves the API dead. */
  async isDeadAfter(route: string): Promise<boolean> {
    this.#exhausted++;
    this.#routes.add(route);
    if (!this.#areMissing) {
      return false;
    }
    this.#asking ??= this.#options.ask().finally(() => {
      this.#asking = undefined;
    });
    const isAlive = await this.#asking;
    if (isAlive) {
      this.note();
    }
    return !isAlive;
  }

  get #areMissing(): boolean {
    const { clock, deadAfter, deadAfterMs } = this.#options;
    return (
      this.#exhausted >= deadAfter &&
      this.#routes.size > 1 &&
      clock.now() - this.#lastAt >= deadAfterMs
    );
  }
}
