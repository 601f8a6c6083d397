import { setImmediate } from 'node:timers/promises';
import type { TransportOptions } from '../../src/heroku';

/** A clock on which a wait is over at once: hours of rate limit pass in no time. */
export class JumpingClock implements NonNullable<TransportOptions['clock']> {
  private elapsedMs = 0;

  now(): number {
    return this.elapsedMs;
  }

  async sleep(ms: number): Promise<void> {
    const until = this.elapsedMs + ms;
    await setImmediate();
    this.elapsedMs = Math.max(this.elapsedMs, until);
  }
}
