import type { Entity, Relationship } from '@jupiterone/integration-sdk-core';
import {
  createApiClient,
  createIntegrationLogger,
  finalizeSynchronization,
  initiateSynchronization,
  uploadGraphObjectData,
} from '@jupiterone/integration-sdk-runtime';
import { collectInMemory } from '../../collectInMemory';
import type { CollectedGraph } from '../../e2e/graph';
import type { DatedGraph } from '../../jupiterone/history';
import type { JupiterOne } from '../../jupiterone/server';
import { JumpingClock } from '../../reliability/jumpingClock';
import type { Fault, Organisation } from '../../sandbox';
import { startSandbox } from '../../sandbox';
import { NOW } from '../collectEnterprise';

/** How one run differs from one that sees everything, in Heroku's usual order. */
export interface RunOptions {
  faults?: readonly Fault[];
  disabledSources?: readonly string[];
  /** Lists in another order, which this number decides. */
  shuffle?: number;
}

/** What a run collects. The clock stands still: what hangs on the present is the same in each run. */
export async function collected(
  organisation: Organisation,
  { faults = [], disabledSources = [], shuffle }: RunOptions = {},
): Promise<CollectedGraph> {
  const sandbox = await startSandbox({
    organisation,
    shuffle,
    rateLimit: { capacity: 1e9 },
  });
  faults.forEach((fault) => sandbox.inject(fault));
  const clock = jest.spyOn(Date, 'now').mockReturnValue(NOW.getTime());
  try {
    const { graph, endedBy } = await collectInMemory(sandbox, {
      ingestAppDetails: true,
      disabledSources,
      startedOn: NOW.getTime(),
      heroku: { clock: new JumpingClock(), retryDelayMs: 1 },
    });
    if (endedBy) throw endedBy;
    return graph;
  } finally {
    clock.mockRestore();
    await sandbox.close();
  }
}

/** What a query is asked of, at a certain time. */
export interface Snapshot {
  at: number;
  graph: DatedGraph;
  withDeleted: DatedGraph;
}

/** Uploads a collected graph with the SDK's own functions, at a certain time; what JupiterOne has then. */
export async function uploaded(
  jupiterOne: JupiterOne,
  { entities, relationships, mappedRelationships, summary }: CollectedGraph,
  at: number,
): Promise<Snapshot> {
  process.env.LOG_LEVEL = 'fatal';
  const logger = createIntegrationLogger({ name: 'test' });
  delete process.env.LOG_LEVEL;
  const clock = jest.spyOn(Date, 'now').mockReturnValue(at);
  try {
    const context = await initiateSynchronization({
      logger,
      apiClient: createApiClient({
        apiBaseUrl: jupiterOne.url,
        accessToken: jupiterOne.env.JUPITERONE_API_KEY,
        account: jupiterOne.env.JUPITERONE_ACCOUNT,
        retryOptions: { attempts: 0 },
      }),
      source: 'integration-managed',
      integrationInstanceId: 'instance-1',
    });
    await uploadGraphObjectData(context, {
      entities: entities as Entity[],
      relationships: [
        ...relationships,
        ...mappedRelationships,
      ] as Relationship[],
    });
    await finalizeSynchronization({
      ...context,
      partialDatasets: summary?.metadata.partialDatasets ?? { types: [] },
    });
  } finally {
    clock.mockRestore();
  }
  const { history } = jupiterOne.graph;
  return {
    at,
    graph: history.graph(),
    withDeleted: history.graph({ includeDeleted: true }),
  };
}
