import type {
  EntityDeclaration,
  MappedRelationshipDeclaration,
  RelationshipDeclaration,
} from '../model';
import type {
  IntegrationStep,
  IntegrationStepExecutionContext,
} from '@jupiterone/integration-sdk-core';
import type { IntegrationConfig } from '../config';
import type { Collection } from './collect';
import { collect } from './collect';

export type StepContext = IntegrationStepExecutionContext<IntegrationConfig>;

/** What the key and the user behind it must have for a step to see everything it looks for. */
export interface Needs {
  /** OAuth scopes, any one of which will do. Without one of them the step is not run. */
  scopes: readonly string[];
  /** The role or permission of the user, to complete "give the user behind the API key …". */
  role: string;
}

/** What a step declares of itself: its place among the others, its types, what it needs and what it costs. */
export interface StepDeclaration {
  id: string;
  name: string;
  entities: EntityDeclaration[];
  relationships: RelationshipDeclaration[];
  mappedRelationships?: MappedRelationshipDeclaration[];
  dependsOn: string[];
  ingestionSourceId?: string;
  /** Whether it asks once for every app: such a step runs only with the setting `ingestAppDetails`. */
  isPerApp?: boolean;
  needs: Needs;
  /** Requests beyond further pages, as a formula: E enterprise accounts, T teams, S Private Spaces, A apps. */
  requests: string;
}

export type HerokuStep = Omit<
  IntegrationStep<IntegrationConfig>,
  keyof StepDeclaration
> &
  StepDeclaration;

/** Makes a step whose handler runs under the failure rule: see {@link collect}. */
export function defineStep(
  declaration: StepDeclaration,
  handler: (collection: Collection) => Promise<void>,
): HerokuStep {
  return {
    ...declaration,
    executionHandler: (context: StepContext) =>
      collect(context, declaration, handler),
  };
}
