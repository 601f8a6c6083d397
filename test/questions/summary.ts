import { StepResultStatus } from '@jupiterone/integration-sdk-core';
import { integrationSteps } from '../../src/steps';
import { outcomesWith } from '../../tools/answers';
import type { Settings } from '../../tools/answers';
import type { CollectionSummary } from '../e2e/graph';

/** What a collection with these settings says of itself where nothing but the named steps failed. */
export function summaryWith(
  settings: Settings,
  failed: readonly string[] = [],
): CollectionSummary {
  const outcomes = outcomesWith(settings);
  const isFailed = (id: string, dependsOn: readonly string[]): boolean =>
    failed.includes(id) ||
    integrationSteps.some(
      (step) =>
        dependsOn.includes(step.id) && isFailed(step.id, step.dependsOn),
    );
  return {
    integrationStepResults: integrationSteps.map(({ id, name, dependsOn }) => ({
      id,
      name,
      declaredTypes: [],
      partialTypes: [],
      encounteredTypes: [],
      status:
        outcomes.get(id)?.state === 'off'
          ? StepResultStatus.DISABLED
          : failed.includes(id)
            ? StepResultStatus.FAILURE
            : isFailed(id, dependsOn)
              ? StepResultStatus.PARTIAL_SUCCESS_DUE_TO_DEPENDENCY_FAILURE
              : StepResultStatus.SUCCESS,
    })),
    metadata: { partialDatasets: { types: [] } },
  };
}

/** All is on, and nothing failed. */
export const WHOLE_COLLECTION = summaryWith({ ingestAppDetails: true });
