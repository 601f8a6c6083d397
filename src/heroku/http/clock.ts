import { setTimeout as delay } from 'node:timers/promises';

/** Time, so that tests and benchmarks can run faster than it. */
export interface Clock {
  /** Milliseconds since some fixed instant. It only goes forward, whatever happens to the computer's date. */
  now(): number;
  /** Resolves after `ms` milliseconds, or as soon as `signal` is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  sleep: async (ms, signal) => {
    try {
      await delay(ms, undefined, { signal });
    } catch (error) {
      if (!signal?.aborted) {
        throw error;
      }
    }
  },
};
