import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type {
  IntegrationEvent,
  IntegrationInvocationConfig,
} from '@jupiterone/integration-sdk-core';
import { StepResultStatus } from '@jupiterone/integration-sdk-core';
import {
  createIntegrationLogger,
  executeIntegrationInstance,
  FileSystemGraphObjectStore,
  LOCAL_INTEGRATION_INSTANCE,
} from '@jupiterone/integration-sdk-runtime';
import { invocationConfig } from '../src';
import { Sources } from '../src/steps/ids';
import type { ExecutionConfig } from '../src/collection';
import type { CollectedGraph } from './e2e/graph';
import { readGraph } from './e2e/graph';
import type { StoredEntity } from './jupiterone/graphObjects';
import type { StepResult } from './recordedStep';
import { executeStep, STARTED_ON } from './recordedStep';
import type { JsonObject, Sandbox } from './sandbox';

/** The id of an ingestion source. */
export type Source = (typeof Sources)[keyof typeof Sources];

/** Where to collect from, and how. */
type Heroku = NonNullable<ExecutionConfig['heroku']> & { apiKey: string };

/** Executes a step, after those that it depends on, against a sandbox over real HTTP. */
export function executeSandboxStep(
  stepId: string,
  sandbox: Sandbox,
): Promise<StepResult> {
  return executeStep(stepId, { apiKey: sandbox.apiKey, ...tuning(sandbox) });
}

/** What a collection with some of the sources came to. */
export interface SourcesOutcome {
  graph: CollectedGraph;
  /** The same as in `graph`. */
  entities: StoredEntity[];
  /** The instant by which the support of stacks is judged, in milliseconds since 1970. */
  startedOn: number;
  failedSteps: string[];
  warnings: string[];
}

/** Collects the documented graph and these sources, and no other, from a sandbox over real HTTP. */
export function collectSources(
  sandbox: Sandbox,
  sources: readonly Source[],
  { ingestAppDetails }: { ingestAppDetails?: boolean } = {},
): Promise<SourcesOutcome> {
  return collect(
    { apiKey: sandbox.apiKey, ...tuning(sandbox) },
    sources,
    ingestAppDetails,
  );
}

/** Collects all there is: every source, and the details of every app. */
export function collectEverything(heroku: Heroku): Promise<SourcesOutcome> {
  return collect(heroku, Object.values(Sources), true);
}

async function collect(
  { apiKey, ...options }: Heroku,
  sources: readonly Source[],
  ingestAppDetails: boolean | undefined,
): Promise<SourcesOutcome> {
  const executionConfig: ExecutionConfig = { heroku: options };
  const config = {
    ...invocationConfig,
    loadExecutionConfig: () => executionConfig,
    // The SDK's type does not let a config that has fields of its own through.
  } as unknown as IntegrationInvocationConfig;
  process.env.LOG_LEVEL = 'fatal';
  const logger = createIntegrationLogger({
    name: 'test',
    invocationConfig: config,
  });
  const warnings: string[] = [];
  logger.on('event', ({ name, description }: IntegrationEvent) => {
    if (name.startsWith('warn_')) warnings.push(description);
  });
  // The SDK writes to the folder that the environment names.
  const folder = await mkdtemp(path.join(tmpdir(), 'graph-heroku-sources-'));
  process.env.JUPITERONE_INTEGRATION_STORAGE_DIRECTORY = folder;
  try {
    const { integrationStepResults } = await executeIntegrationInstance(
      logger,
      {
        ...LOCAL_INTEGRATION_INSTANCE,
        config: { apiKey, ingestAppDetails },
        disabledSources: Object.values(Sources)
          .filter((source) => !sources.includes(source))
          .map((ingestionSourceId) => ({ ingestionSourceId })),
      },
      config,
      { current: { startedOn: STARTED_ON } },
      {
        enableSchemaValidation: true,
        graphObjectStore: new FileSystemGraphObjectStore({
          integrationSteps: config.integrationSteps,
        }),
      },
    );
    const graph = await readGraph(folder);
    return {
      graph,
      entities: graph.entities,
      startedOn: STARTED_ON,
      failedSteps: integrationStepResults
        .filter(({ status }) => status === StepResultStatus.FAILURE)
        .map(({ id }) => id)
        .sort(),
      warnings,
    };
  } finally {
    delete process.env.JUPITERONE_INTEGRATION_STORAGE_DIRECTORY;
    delete process.env.LOG_LEVEL;
    await rm(folder, { recursive: true, force: true });
  }
}

function tuning({ url }: Sandbox) {
  return { baseUrl: new URL(url), retryDelayMs: 1, timeoutMs: 10_000 };
}

/** What a sandbox lists below every app, such as all domains of all apps. */
export function perApp(
  { organisation }: Sandbox,
  list: string,
): { appId: string; id: string; object: JsonObject }[] {
  return [...organisation.resources].flatMap(([route, objects]) => {
    const [, appId = '', name] = /^\/apps\/([^/]+)\/(.+)$/.exec(route) ?? [];
    return name === list && Array.isArray(objects)
      ? objects.map((object) => ({ appId, id: object.id as string, object }))
      : [];
  });
}

/** How often each route below a path was asked for: `{'/spaces/:id/nat': 3}`. */
export function requestsUnder(
  { requests }: Sandbox,
  root: string,
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { route } of requests) {
    if (route === root || route.startsWith(`${root}/`)) {
      counts[route] = (counts[route] ?? 0) + 1;
    }
  }
  return counts;
}
