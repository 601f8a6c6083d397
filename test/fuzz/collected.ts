import type { Outcome } from '../collectInMemory';
import { collectInMemory } from '../collectInMemory';
import { byKey } from '../reliability/checks';
import type { GraphObject } from '../reliability/checks';
import type { Sandbox } from '../sandbox';

/** What a collection of everything came to. */
export interface Collected extends Outcome {
  objects: Map<string, GraphObject>;
}

/**
 * Collects with every source on. No request is tried again, and none is held back.
 *
 * @throws where the run ends early
 */
export async function collectEverything(sandbox: Sandbox): Promise<Collected> {
  const outcome = await collectInMemory(sandbox, {
    ingestAppDetails: true,
    startedOn: Date.parse('2026-01-01T00:00:00Z'),
    heroku: {
      maxAttempts: 1,
      timeoutMs: 20_000,
      reserve: 0,
      refillPerMinute: 1e9,
    },
  });
  if (outcome.endedBy) throw outcome.endedBy;
  return { ...outcome, objects: byKey(outcome.graph) };
}
