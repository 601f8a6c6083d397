import type { IntegrationInvocationConfig } from '@jupiterone/integration-sdk-core';
import { invocationConfig } from '../src';
import type { ExecutionConfig } from '../src/collection';

/** The integration, tuned for a test. */
export interface ObservedIntegration {
  config: IntegrationInvocationConfig;
  /** Resolves when no step is running: a run that ends early leaves some behind. */
  stepsSettled: () => Promise<void>;
}

/** @param loadExecutionConfig what the client of each run is tuned to */
export function observedIntegration(
  loadExecutionConfig: () => ExecutionConfig,
): ObservedIntegration {
  const running: Promise<void>[] = [];
  const config = {
    ...invocationConfig,
    integrationSteps: invocationConfig.integrationSteps.map((step) => ({
      ...step,
      executionHandler: (
        context: Parameters<typeof step.executionHandler>[0],
      ) => {
        const handled = Promise.resolve(step.executionHandler(context));
        running.push(handled);
        return handled;
      },
    })),
    loadExecutionConfig,
    // The SDK's type does not let a config that has fields of its own through.
  } as unknown as IntegrationInvocationConfig;
  return {
    config,
    stepsSettled: async () => {
      await Promise.allSettled(running.splice(0));
    },
  };
}
