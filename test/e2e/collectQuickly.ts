import type { CollectOptions, Outcome } from '../collectInMemory';
import { collectInMemory } from '../collectInMemory';
import { JumpingClock } from '../reliability/jumpingClock';
import type { Sandbox, SandboxOptions } from '../sandbox';
import { startSandbox } from '../sandbox';

/**
 * A sandbox that can be asked as often as it takes.
 *
 * @param options.latencyOf how long each answer takes, in ms
 */
export function startGenerousSandbox({
  latencyOf = () => 0,
  ...options
}: SandboxOptions & { latencyOf?: () => number }): Promise<Sandbox> {
  return startSandbox({
    ...options,
    rateLimit: { capacity: 1e9 },
    gzip: false,
    get latencyMs() {
      return latencyOf();
    },
  });
}

/**
 * Collects in this process, in memory and on a clock that jumps: the same graph as the CLI writes, several times faster.
 * The collection begins at the instant that all dates of the organisation are relative to.
 */
export function collectQuickly(
  sandbox: Sandbox,
  options: Omit<CollectOptions, 'startedOn' | 'heroku'> = {},
): Promise<Outcome> {
  return collectInMemory(sandbox, {
    ...options,
    startedOn: sandbox.organisation.now.getTime(),
    heroku: {
      clock: new JumpingClock(),
      reserve: 0,
      refillPerMinute: 1e9,
      retryDelayMs: 1,
    },
  });
}
