import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type {
  Entity,
  IntegrationEvent,
  Relationship,
} from '@jupiterone/integration-sdk-core';
import { StepResultStatus } from '@jupiterone/integration-sdk-core';
import {
  createIntegrationLogger,
  executeIntegrationInstance,
  InMemoryGraphObjectStore,
  LOCAL_INTEGRATION_INSTANCE,
} from '@jupiterone/integration-sdk-runtime';
import type { ExecutionConfig } from '../src/collection';
import type { CollectedGraph, CollectionSummary } from './e2e/graph';
import type {
  AnyStoredRelationship,
  StoredEntity,
  StoredRelationship,
} from './jupiterone/graphObjects';
import { isStoredMappedRelationship } from './jupiterone/graphObjects';
import { observedIntegration } from './observedIntegration';
import type { Sandbox } from './sandbox';

/** What the client of a collection is tuned to. */
export type Tuning = Omit<NonNullable<ExecutionConfig['heroku']>, 'baseUrl'>;

export interface CollectOptions {
  /** Ingestion sources that are turned off. */
  disabledSources?: readonly string[];
  /** Whether the sources that ask once for every app are on. */
  ingestAppDetails?: boolean;
  /** When the collection begins, in milliseconds since 1970. */
  startedOn?: number;
  heroku?: Tuning;
}

/** What one step added. */
export interface Added {
  entities: Entity[];
  relationships: Relationship[];
}

/** What one collection came to. */
export interface Outcome {
  /** As it would be written to disk. */
  graph: CollectedGraph;
  /** The keys in the order in which they were added: one key may come twice. */
  keysAdded: string[];
  /** What each step added, by its id. */
  addedBy: ReadonlyMap<string, Added>;
  /** The warnings published to the operator. */
  warnings: string[];
  /** Why the run ended early; undefined where it did not. */
  endedBy: Error | undefined;
  /** The steps that ran, whatever came of them. */
  stepsRun: string[];
  failedSteps: string[];
  partialTypes: string[];
  durationMs: number;
}

/**
 * Collects from a sandbox over real HTTP, in this process and without the disk. One at a time: the SDK takes its
 * settings from the environment.
 */
export async function collectInMemory(
  { url, apiKey }: Pick<Sandbox, 'url' | 'apiKey'>,
  {
    disabledSources = [],
    ingestAppDetails = false,
    startedOn = 0,
    heroku = {},
  }: CollectOptions = {},
): Promise<Outcome> {
  const { config, stepsSettled } = observedIntegration(() => ({
    heroku: { baseUrl: new URL(url), ...heroku },
  }));
  const instance = {
    ...LOCAL_INTEGRATION_INSTANCE,
    config: { apiKey, ingestAppDetails },
    disabledSources: disabledSources.map((ingestionSourceId) => ({
      ingestionSourceId,
    })),
  };
  const store = new RememberingStore();
  const startedAt = performance.now();
  const { warnings, summary, endedBy } = await withSettings(async () => {
    const logger = createIntegrationLogger({
      name: 'test',
      invocationConfig: config,
    });
    const said: string[] = [];
    logger.on('event', ({ name, description }: IntegrationEvent) => {
      if (name.startsWith('warn_')) said.push(description);
    });
    const ended = await executeIntegrationInstance(
      logger,
      instance,
      config,
      { current: { startedOn } },
      { enableSchemaValidation: true, graphObjectStore: store },
    ).then(
      (result) => ({ summary: result, endedBy: undefined }),
      (error: Error) => ({ summary: undefined, endedBy: error }),
    );
    await stepsSettled();
    return { warnings: said, ...ended };
  });

  const results = summary?.integrationStepResults ?? [];
  const withStatus = (isWanted: (status: StepResultStatus) => boolean) =>
    results.filter(({ status }) => isWanted(status)).map(({ id }) => id);
  return {
    graph: store.graph(summary),
    keysAdded: store.added.map(({ _key }) => _key),
    addedBy: store.addedBy,
    warnings,
    endedBy,
    stepsRun: withStatus((status) => status !== StepResultStatus.DISABLED),
    failedSteps: withStatus(
      (status) => status === StepResultStatus.FAILURE,
    ).sort(),
    partialTypes: [...(summary?.metadata.partialDatasets.types ?? [])].sort(),
    durationMs: performance.now() - startedAt,
  };
}

/** Keeps all that was added, in order, and reads it back from memory. */
class RememberingStore extends InMemoryGraphObjectStore {
  readonly added: (Entity | Relationship)[] = [];
  readonly addedBy = new Map<string, Added>();

  override async addEntities(stepId: string, entities: Entity[]) {
    this.added.push(...entities);
    this.of(stepId).entities.push(...entities);
    await super.addEntities(stepId, entities);
  }

  override async addRelationships(
    stepId: string,
    relationships: Relationship[],
  ) {
    this.added.push(...relationships);
    this.of(stepId).relationships.push(...relationships);
    await super.addRelationships(stepId, relationships);
  }

  private of(stepId: string): Added {
    const known = this.addedBy.get(stepId) ?? {
      entities: [],
      relationships: [],
    };
    this.addedBy.set(stepId, known);
    return known;
  }

  /** What there is to write is in memory already. */
  override async flush(): Promise<void> {}

  graph(summary: CollectionSummary | undefined): CollectedGraph {
    const relationships = this.collectRelationships().map(
      (relationship) => stored(relationship) as AnyStoredRelationship,
    );
    return {
      entities: this.collectEntities().map(
        (entity) => stored(entity) as StoredEntity,
      ),
      relationships: relationships.filter(
        (relationship): relationship is StoredRelationship =>
          !isStoredMappedRelationship(relationship),
      ),
      mappedRelationships: relationships.filter(isStoredMappedRelationship),
      summary,
    };
  }
}

/** As JSON has it: without what is undefined. */
function stored(object: Entity | Relationship): unknown {
  return JSON.parse(JSON.stringify(object));
}

/** Runs `work` with the settings that the SDK reads from the environment. */
async function withSettings<T>(work: () => Promise<T>): Promise<T> {
  // The SDK empties this folder and leaves its summary there.
  const folder = await mkdtemp(path.join(tmpdir(), 'graph-heroku-memory-'));
  const settings = {
    JUPITERONE_INTEGRATION_STORAGE_DIRECTORY: folder,
    DISABLE_DISK_USAGE_METRIC: '1',
    LOG_LEVEL: 'fatal',
  };
  Object.assign(process.env, settings);
  try {
    return await work();
  } finally {
    for (const name of Object.keys(settings)) delete process.env[name];
    await rm(folder, { recursive: true, force: true });
  }
}
