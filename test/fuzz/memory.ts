import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type {
  Entity,
  IntegrationEvent,
  IntegrationInvocationConfig,
  Relationship,
} from '@jupiterone/integration-sdk-core';
import { StepResultStatus } from '@jupiterone/integration-sdk-core';
import {
  createIntegrationLogger,
  executeIntegrationInstance,
  InMemoryGraphObjectStore,
  LOCAL_INTEGRATION_INSTANCE,
} from '@jupiterone/integration-sdk-runtime';
import { invocationConfig } from '../../src';
import type { ExecutionConfig } from '../../src/collection';
import type { Sandbox } from '../sandbox';

/** What a collection of everything came to. */
export interface Collected {
  /** Entities and relationships by key. */
  objects: Map<string, Entity | Relationship>;
  /** In the order in which they were added: one key may come twice. */
  keys: string[];
  partialTypes: string[];
  failedSteps: string[];
  warnings: string[];
}

class RememberingStore extends InMemoryGraphObjectStore {
  readonly added: (Entity | Relationship)[] = [];

  override async addEntities(stepId: string, entities: Entity[]) {
    this.added.push(...entities);
    await super.addEntities(stepId, entities);
  }

  override async addRelationships(
    stepId: string,
    relationships: Relationship[],
  ) {
    this.added.push(...relationships);
    await super.addRelationships(stepId, relationships);
  }

  /** What there is to write is in the memory already. */
  override async flush(): Promise<void> {}
}

/** Runs `work` with the environment that the SDK finds its folder and its settings in. */
export async function inMemory<T>(work: () => Promise<T>): Promise<T> {
  // The SDK empties this folder, even where nothing is written to it.
  const folder = await mkdtemp(path.join(tmpdir(), 'graph-heroku-fuzz-'));
  process.env.JUPITERONE_INTEGRATION_STORAGE_DIRECTORY = folder;
  process.env.DISABLE_DISK_USAGE_METRIC = '1';
  process.env.LOG_LEVEL = 'fatal';
  try {
    return await work();
  } finally {
    delete process.env.JUPITERONE_INTEGRATION_STORAGE_DIRECTORY;
    delete process.env.DISABLE_DISK_USAGE_METRIC;
    delete process.env.LOG_LEVEL;
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Collects with every source on, over real HTTP, into memory.
 *
 * @throws where the run ends before its time
 */
export async function collectInMemory({
  url,
  apiKey,
}: Pick<Sandbox, 'url' | 'apiKey'>): Promise<Collected> {
  const executionConfig: ExecutionConfig = {
    heroku: {
      baseUrl: new URL(url),
      maxAttempts: 1,
      timeoutMs: 20_000,
      // What is sent is no limit here.
      reserve: 0,
      refillPerMinute: 1e9,
    },
  };
  const config = {
    ...invocationConfig,
    loadExecutionConfig: () => executionConfig,
    // The SDK's type does not let a config that has fields of its own through.
  } as unknown as IntegrationInvocationConfig;
  const logger = createIntegrationLogger({
    name: 'fuzz',
    invocationConfig: config,
  });
  const warnings: string[] = [];
  logger.on('event', ({ name, description }: IntegrationEvent) => {
    if (name.startsWith('warn_')) warnings.push(description);
  });
  const store = new RememberingStore();
  const { integrationStepResults, metadata } = await executeIntegrationInstance(
    logger,
    {
      ...LOCAL_INTEGRATION_INSTANCE,
      config: { apiKey, ingestAppDetails: true },
    },
    config,
    { current: { startedOn: Date.parse('2026-01-01T00:00:00Z') } },
    { enableSchemaValidation: true, graphObjectStore: store },
  );
  return {
    objects: new Map(store.added.map((object) => [object._key, object])),
    keys: store.added.map(({ _key }) => _key),
    partialTypes: [...metadata.partialDatasets.types].sort(),
    failedSteps: integrationStepResults
      .filter(({ status }) => status === StepResultStatus.FAILURE)
      .map(({ id }) => id)
      .sort(),
    warnings,
  };
}
