import type { StepTestConfig } from '@jupiterone/integration-sdk-testing';
import { registerMatchers } from '@jupiterone/integration-sdk-testing';
import { invocationConfig } from '../src';

registerMatchers(expect);

// The data model's own schemas are not as strict as the validator would like: nothing that these tests could mend.
const warn = console.warn.bind(console);
beforeAll(() => {
  jest.spyOn(console, 'warn').mockImplementation((...message: unknown[]) => {
    if (!String(message[0]).startsWith('strict mode:')) warn(...message);
  });
});
afterAll(() => {
  jest.restoreAllMocks();
});

/**
 * What `toMatchStepMetadata` compares a step's result with.
 *
 * @param unseen declared types that the step had no occasion to add: the matcher wants one of each of the others
 */
export function metadataOf(
  stepId: string,
  unseen: readonly string[] = [],
): StepTestConfig {
  const isSeen = ({ _type }: { _type: string }) => !unseen.includes(_type);
  const integrationSteps = invocationConfig.integrationSteps.map((step) =>
    step.id === stepId
      ? {
          ...step,
          entities: step.entities.filter(isSeen),
          relationships: step.relationships.filter(isSeen),
          // The matcher knows nothing of them.
          mappedRelationships: [],
        }
      : step,
  );
  return {
    stepId,
    instanceConfig: {},
    // The SDK's type does not let a config that has fields of its own through.
    invocationConfig: {
      ...invocationConfig,
      integrationSteps,
    } as unknown as StepTestConfig['invocationConfig'],
  };
}
