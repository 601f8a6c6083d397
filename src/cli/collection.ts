import type {
  IntegrationEvent,
  IntegrationInvocationConfig,
  IntegrationStepResult,
} from '@jupiterone/integration-sdk-core';
import type {
  ExecuteIntegrationOptions,
  ExecuteIntegrationResult,
  IntegrationLogger,
} from '@jupiterone/integration-sdk-runtime';
import {
  abortSynchronization,
  createApiClient,
  createEventPublishingQueue,
  createIntegrationInstanceForLocalExecution,
  createIntegrationLogger,
  createPersisterApiStepGraphObjectDataUploader,
  executeIntegrationInstance,
  FileSystemGraphObjectStore,
  finalizeSynchronization,
  initiateSynchronization,
} from '@jupiterone/integration-sdk-runtime';
import { invocationConfig as integration } from '../index';
import { explain } from './failure';
import type { Invocation, JobEvent, Outcome, Upload } from './protocol';

/** As many as `j1-integration run` uploads at once. */
const UPLOAD_CONCURRENCY = 5;

/** What is told while a collection is under way. */
export interface Listener {
  steps(count: number): void;
  event(event: JobEvent): void;
}

/** Collects, and for `run` uploads, with the SDK's runtime. Whatever goes wrong is part of the outcome. */
export async function collect(
  invocation: Invocation,
  listener: Listener,
): Promise<Outcome> {
  const counts = { entities: 0, relationships: 0 };
  const config: IntegrationInvocationConfig = {
    ...(integration as IntegrationInvocationConfig),
    beforeAddEntity: (_, entity) => {
      counts.entities++;
      return entity;
    },
    beforeAddRelationship: (_, relationship) => {
      counts.relationships++;
      return relationship;
    },
  };
  listener.steps(config.integrationSteps.length);
  const logger = createIntegrationLogger({
    name: 'graph-heroku',
    invocationConfig: config,
  });
  logger.on('event', (event: IntegrationEvent) => listener.event(event));

  const outcome: Outcome = { steps: [], partialTypes: [], ...counts };
  try {
    if (invocation.command === 'collect') {
      record(outcome, await execute(config, logger, Date.now()));
    } else {
      await executeAndUpload(invocation, config, logger, outcome);
    }
  } catch (error) {
    outcome.failure = explain(error, invocation);
    if (outcome.failure.isDefect) {
      logger.error(error, 'Unexpected error');
    }
  }
  return { ...outcome, ...counts };
}

/** Uploads while it collects, as `j1-integration run` does. A job that cannot be finalized is aborted. */
async function executeAndUpload(
  { apiBaseUrl, integrationInstanceId }: Invocation,
  config: IntegrationInvocationConfig,
  logger: IntegrationLogger,
  outcome: Outcome,
): Promise<void> {
  const job = await initiateSynchronization({
    logger,
    apiClient: createApiClient({
      apiBaseUrl,
      account: process.env.JUPITERONE_ACCOUNT?.trim() ?? '',
      accessToken: process.env.JUPITERONE_API_KEY?.trim(),
    }),
    source: 'integration-managed',
    integrationInstanceId,
  });
  const events = createEventPublishingQueue(job);
  job.logger.on('event', (event: IntegrationEvent) => events.enqueue(event));
  try {
    const results = await execute(
      config,
      job.logger,
      job.job.startTimestamp,
      (stepId) =>
        createPersisterApiStepGraphObjectDataUploader({
          stepId,
          synchronizationJobContext: job,
          uploadConcurrency: UPLOAD_CONCURRENCY,
        }),
    );
    record(outcome, results);
    await events.onIdle();
    const { partialDatasets } = results.metadata;
    outcome.upload = uploadOf(
      await finalizeSynchronization({ ...job, partialDatasets }),
    );
  } catch (error) {
    await events.onIdle();
    const reason = error instanceof Error ? error.message : String(error);
    // Without an answer JupiterOne ends the job by itself. Why it was to be aborted is what the user needs to know.
    await abortSynchronization({ ...job, reason }).catch(() => undefined);
    throw error;
  }
}

function execute(
  config: IntegrationInvocationConfig,
  logger: IntegrationLogger,
  startedOn: number,
  createStepGraphObjectDataUploader?: ExecuteIntegrationOptions['createStepGraphObjectDataUploader'],
): Promise<ExecuteIntegrationResult> {
  return executeIntegrationInstance(
    logger,
    createIntegrationInstanceForLocalExecution(config),
    config,
    { current: { startedOn } },
    {
      graphObjectStore: new FileSystemGraphObjectStore({
        prettifyFiles: true,
        integrationSteps: config.integrationSteps,
      }),
      createStepGraphObjectDataUploader,
    },
  );
}

function record(
  outcome: Outcome,
  { integrationStepResults, metadata }: ExecuteIntegrationResult,
): void {
  outcome.steps = integrationStepResults.map(
    ({ id, name, status }: IntegrationStepResult) => ({ id, name, status }),
  );
  outcome.partialTypes = metadata.partialDatasets.types;
}

function uploadOf(job: {
  id: string;
  status: string;
  numEntitiesUploaded: number;
  numRelationshipsUploaded: number;
}): Upload {
  return {
    jobId: job.id,
    status: job.status,
    entities: job.numEntitiesUploaded,
    relationships: job.numRelationshipsUploaded,
  };
}
