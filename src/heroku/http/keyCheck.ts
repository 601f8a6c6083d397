import type { Connection } from './connection';
import type { Request } from './request';
import { isTrouble } from './status';

/** Whether the key is still good, as far as asking could tell. */
export type KeyState = 'good' | 'refused' | 'unknown';

/**
 * Settles a 401: one may be a passing fault, or about one thing only. So what the key was good for before is asked
 * for once more. A key that never was good for anything is refused.
 */
export class KeyCheck {
  readonly #connection: Connection;
  #proof: { request: Request; range: string | undefined } | undefined;
  #running: Promise<KeyState> | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** The key was good for this request. The first one is kept. */
  prove(request: Request, range: string | undefined): void {
    this.#proof ??= { request, range };
  }

  /** Resolves when no check is under way. */
  async settled(): Promise<void> {
    await this.#running;
  }

  /**
   * Asks; all that want to know at the same time share one question.
   *
   * @param onRefused called before anything else goes on where the key is refused
   */
  run(onRefused: () => Promise<void>): Promise<KeyState> {
    this.#running ??= this.#ask()
      .then(async (state) => {
        if (state === 'refused') {
          await onRefused();
        }
        return state;
      })
      .finally(() => {
        this.#running = undefined;
      });
    return this.#running;
  }

  async #ask(): Promise<KeyState> {
    if (this.#proof === undefined) {
      return 'refused';
    }
    const { request, range } = this.#proof;
    const { status } = await this.#connection.exchange(request, range);
    if (status === 401) {
      return 'refused';
    }
    return status === undefined || isTrouble(status) ? 'unknown' : 'good';
  }
}
