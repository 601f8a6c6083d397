import type {
  IntegrationExecutionContext,
  IntegrationIngestionConfigFieldMap,
  StepStartStates,
} from '@jupiterone/integration-sdk-core';
import { DisabledStepReason } from '@jupiterone/integration-sdk-core';
import type { IntegrationConfig } from './config';
import { holdsOneOf } from './heroku';
import { integrationSteps } from './steps';
import { runOf } from './steps/run';
import type { HerokuStep } from './steps/step';

/** What a user can turn off. The documented graph is always on. */
export const ingestionConfig: IntegrationIngestionConfigFieldMap = {};

/** The steps that a key with these scopes can read nothing for. */
export function stepsWithoutScope(scopes: readonly string[]): HerokuStep[] {
  return integrationSteps.filter(
    ({ needs }) => !holdsOneOf(scopes, needs.scopes),
  );
}

/** Turns off the steps for which the key's scopes, known after validation, can never be enough. */
export function getStepStartStates(
  context: IntegrationExecutionContext<IntegrationConfig>,
): StepStartStates {
  const { scopes } = runOf(context).client;
  return Object.fromEntries(
    integrationSteps.map(({ id, needs }) => [
      id,
      holdsOneOf(scopes, needs.scopes)
        ? { disabled: false }
        : {
            disabled: true,
            disabledReason: DisabledStepReason.PERMISSION,
          },
    ]),
  );
}
