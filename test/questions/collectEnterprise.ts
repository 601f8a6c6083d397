import { collectInMemory } from '../collectInMemory';
import type { CollectedGraph } from '../e2e/graph';
import { startSandbox } from '../sandbox';
import { createOrganisation } from '../sandbox/organisations';

/** The present of the organisation, of its collection and of the questions: what is 30 days old stays so. */
export const NOW = new Date('2026-05-01T10:00:00Z');

/** Collects everything there is of the enterprise organisation, as of {@link NOW}. */
export async function collectEnterprise(): Promise<CollectedGraph> {
  const sandbox = await startSandbox({
    organisation: createOrganisation('enterprise', { now: NOW }),
  });
  const clock = jest.spyOn(Date, 'now').mockReturnValue(NOW.getTime());
  try {
    const { graph, endedBy } = await collectInMemory(sandbox, {
      ingestAppDetails: true,
      startedOn: NOW.getTime(),
    });
    if (endedBy) throw endedBy;
    return graph;
  } finally {
    clock.mockRestore();
    await sandbox.close();
  }
}
