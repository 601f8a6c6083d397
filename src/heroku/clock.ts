import { setTimeout as delay } from 'node:timers/promises';

/** Time, so that tests and benchmarks can run faster than it. */
export interface Clock {
  /** Milliseconds since some fixed instant. */
  now(): number;
  /** Resolves after `ms` milliseconds. */
  sleep(ms: number): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms) => {
    await delay(ms);
  },
};
