import type { Settings } from '../../tools/answers';
import { collectInMemory } from '../collectInMemory';
import type { CollectedGraph } from '../e2e/graph';
import type { Fault } from '../sandbox';
import { startSandbox } from '../sandbox';
import { createOrganisation } from '../sandbox/organisations';

/** The present of the organisation, of its collection and of the questions: what is 30 days old stays so. */
export const NOW = new Date('2026-05-01T10:00:00Z');

/** How a collection differs from one that sees everything. */
export interface EnterpriseOptions extends Settings {
  faults?: readonly Fault[];
}

/** Collects the enterprise organisation as of {@link NOW}: by default, everything there is of it. */
export async function collectEnterprise({
  scopes = ['global'],
  ingestAppDetails = true,
  disabledSources = [],
  faults = [],
}: EnterpriseOptions = {}): Promise<CollectedGraph> {
  const sandbox = await startSandbox({
    organisation: createOrganisation('enterprise', { now: NOW }),
    scopes: [...scopes],
  });
  faults.forEach((fault) => sandbox.inject(fault));
  const clock = jest.spyOn(Date, 'now').mockReturnValue(NOW.getTime());
  try {
    const { graph, endedBy } = await collectInMemory(sandbox, {
      ingestAppDetails,
      disabledSources,
      startedOn: NOW.getTime(),
    });
    if (endedBy) throw endedBy;
    return graph;
  } finally {
    clock.mockRestore();
    await sandbox.close();
  }
}
