import type {
  Entity,
  IntegrationInvocationConfig,
  IntegrationStepExecutionContext,
} from '@jupiterone/integration-sdk-core';
import { executeStepWithDependencies } from '@jupiterone/integration-sdk-testing/dist/src/executeStepWithDependencies';
import type { IntegrationConfig } from '../src';
import { invocationConfig } from '../src';
import type { TransportOptions } from '../src/heroku';
import type { ExecutionConfig } from '../src/collection';
import {
  HEROKU_ORIGIN,
  RECORDED_ORGANISATION,
  replayHeroku,
} from './recording';

/** What a step and the steps before it added. */
export type StepResult = Awaited<
  ReturnType<typeof executeStepWithDependencies>
>;

/** When the runs of tests begin, in milliseconds since 1970: what is asked for depends on the month. */
export const STARTED_ON = Date.UTC(2026, 4, 1, 10);

/** Executes a step, after those that it depends on, with a client of its own. */
export function executeStep(
  stepId: string,
  heroku: Partial<TransportOptions> & { apiKey: string },
): Promise<StepResult> {
  const { apiKey, ...options } = heroku;
  const executionConfig: ExecutionConfig = { heroku: options };
  return executeStepWithDependencies({
    stepId,
    // The SDK's type does not let a config that has fields of its own through.
    invocationConfig: {
      ...invocationConfig,
      integrationSteps: invocationConfig.integrationSteps.map((step) => ({
        ...step,
        executionHandler: (
          context: IntegrationStepExecutionContext<IntegrationConfig>,
        ) =>
          step.executionHandler({
            ...context,
            executionHistory: { current: { startedOn: STARTED_ON } },
          }),
      })),
      loadExecutionConfig: () => executionConfig,
    } as unknown as IntegrationInvocationConfig,
    // A new object each time: a run is known by it.
    instanceConfig: { apiKey },
  });
}

/** Executes a step, after those that it depends on, on the recording that `npm run record` makes. */
export async function executeRecordedStep(stepId: string): Promise<StepResult> {
  const recording = replayHeroku(RECORDED_ORGANISATION);
  try {
    return await executeStep(stepId, {
      apiKey: 'none-for-replay',
      baseUrl: new URL(HEROKU_ORIGIN),
      // What is not in the recording never will be.
      maxAttempts: 1,
    });
  } finally {
    await recording.stop();
  }
}

/** The names of what a step added of a type, sorted. */
export function namesOfType(
  { collectedEntities }: StepResult,
  type: string,
): unknown[] {
  return collectedEntities
    .filter(({ _type }) => _type === type)
    .map(({ name }) => name)
    .sort();
}

/** The entity of this name that a step added. */
export function entityNamed(
  { collectedEntities }: StepResult,
  name: string,
): Entity {
  const found = collectedEntities.filter((entity) => entity.name === name);
  if (found.length !== 1 || found[0] === undefined) {
    throw new Error(`${found.length} entities are called ${name}`);
  }
  return found[0];
}
