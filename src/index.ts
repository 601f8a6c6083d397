import type { IntegrationInvocationConfig } from '@jupiterone/integration-sdk-core';
import type { IntegrationConfig } from './config';
import { instanceConfigFields } from './config';
import { getStepStartStates, ingestionConfig } from './ingestion';
import { integrationSteps } from './steps';
import { validateInvocation } from './validation';

export type { IntegrationConfig };

/** The integration: what JupiterOne's SDK runs. */
export const invocationConfig: IntegrationInvocationConfig<IntegrationConfig> =
  {
    instanceConfigFields,
    validateInvocation,
    ingestionConfig,
    getStepStartStates,
    integrationSteps,
  };
