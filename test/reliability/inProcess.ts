import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { IntegrationEvent } from '@jupiterone/integration-sdk-core';
import { StepResultStatus } from '@jupiterone/integration-sdk-core';
import {
  createIntegrationLogger,
  executeIntegrationInstance,
  FileSystemGraphObjectStore,
  LOCAL_INTEGRATION_INSTANCE,
} from '@jupiterone/integration-sdk-runtime';
import { invocationConfig } from '../../src';
import type { TransportOptions } from '../../src/heroku';
import type { CollectedGraph } from '../e2e/graph';
import { readGraph } from '../e2e/graph';
import type { Sandbox } from '../sandbox';
import { JumpingClock } from './jumpingClock';

/** What one collection came to. */
export interface Outcome {
  graph: CollectedGraph;
  /** The warnings published to the operator. */
  warnings: IntegrationEvent[];
  /** Why the run ended before its time; undefined where it did not. */
  endedBy: Error | undefined;
  /** The steps that ran, whatever came of them. */
  stepsRun: string[];
  failedSteps: string[];
  partialTypes: string[];
  durationMs: number;
}

/** What a collection is of. */
export interface Collecting {
  /** Ingestion sources that are turned off. */
  disabledSources?: string[];
  /** Whether the sources that ask once for every app are on. */
  ingestAppDetails?: boolean;
}

/** What the client of a collection is tuned to. */
export type Tuning = Partial<Omit<TransportOptions, 'apiKey' | 'baseUrl'>>;

/** Collections in this process, one after the other: the SDK finds its folder by an environment variable. */
export class InProcess {
  private constructor(
    private readonly folder: string,
    private readonly collecting: Collecting,
  ) {}

  static async start(collecting: Collecting = {}): Promise<InProcess> {
    const folder = await mkdtemp(path.join(tmpdir(), 'graph-heroku-matrix-'));
    process.env.JUPITERONE_INTEGRATION_STORAGE_DIRECTORY = folder;
    process.env.DISABLE_DISK_USAGE_METRIC = '1';
    process.env.LOG_LEVEL = 'fatal';
    return new InProcess(folder, collecting);
  }

  /** Collects from a sandbox, with waits for the rate limit that take no time. */
  async collect(sandbox: Sandbox, tuning: Tuning = {}): Promise<Outcome> {
    const { disabledSources = [], ingestAppDetails = false } = this.collecting;
    const logger = createIntegrationLogger({ name: 'test', invocationConfig });
    const warnings: IntegrationEvent[] = [];
    logger.on('event', (event: IntegrationEvent) => {
      if (event.name.startsWith('warn_')) warnings.push(event);
    });

    const startedAt = performance.now();
    let endedBy: Error | undefined;
    const graphObjectStore = new FileSystemGraphObjectStore();
    const running: Promise<void>[] = [];
    const integrationSteps = invocationConfig.integrationSteps.map((step) => ({
      ...step,
      executionHandler: (
        context: Parameters<typeof step.executionHandler>[0],
      ) => {
        const handled = Promise.resolve(step.executionHandler(context));
        running.push(handled);
        return handled;
      },
    }));
    await executeIntegrationInstance(
      logger,
      {
        ...LOCAL_INTEGRATION_INSTANCE,
        config: { apiKey: sandbox.apiKey, ingestAppDetails },
        disabledSources: disabledSources.map((ingestionSourceId) => ({
          ingestionSourceId,
        })),
      },
      {
        ...invocationConfig,
        integrationSteps,
        loadExecutionConfig: () => ({
          heroku: {
            baseUrl: new URL(sandbox.url),
            retryDelayMs: 1,
            timeoutMs: 2_000,
            clock: new JumpingClock(),
            ...tuning,
          },
        }),
      },
      { current: { startedOn: 0 } },
      {
        enableSchemaValidation: true,
        graphObjectStore,
      },
    ).catch((error: Error) => {
      endedBy = error;
    });
    const durationMs = performance.now() - startedAt;
    // A run that ends before its time leaves steps behind, which would write into the folder of the next one.
    await Promise.allSettled(running);
    await graphObjectStore.flush();

    const graph = await readGraph(this.folder);
    const results = graph.summary?.integrationStepResults ?? [];
    return {
      graph,
      warnings,
      endedBy,
      stepsRun: results
        .filter(({ status }) => status !== StepResultStatus.DISABLED)
        .map(({ id }) => id),
      failedSteps: results
        .filter(({ status }) => status === StepResultStatus.FAILURE)
        .map(({ id }) => id)
        .sort(),
      partialTypes: [
        ...(graph.summary?.metadata.partialDatasets.types ?? []),
      ].sort(),
      durationMs,
    };
  }

  async stop(): Promise<void> {
    delete process.env.JUPITERONE_INTEGRATION_STORAGE_DIRECTORY;
    delete process.env.DISABLE_DISK_USAGE_METRIC;
    delete process.env.LOG_LEVEL;
    await rm(this.folder, { recursive: true, force: true });
  }
}
