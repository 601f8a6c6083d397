import type {
  IntegrationStep,
  IntegrationStepExecutionContext,
} from '@jupiterone/integration-sdk-core';
import type { IntegrationConfig } from '../config';
import type {
  EntityDeclaration,
  MappedRelationshipDeclaration,
  RelationshipDeclaration,
} from '../model';

export type StepContext = IntegrationStepExecutionContext<IntegrationConfig>;

/** What the key and the user behind it must have for a step to see everything it looks for. */
export interface Needs {
  /** OAuth scopes, any one of which will do. Without one of them the step is not run. */
  scopes: readonly string[];
  /** The role or permission of the user, to complete "give the user behind the API key …". */
  role: string;
  /** Whether the data is a user's own: the token of a team has none. */
  isOwnAccount?: true;
  /** Parts that need further scopes, any one of each. Without it, that part is left out. */
  parts?: readonly { name: string; scopes: readonly string[] }[];
}

/** What a step declares of itself: its place among the others, its types, what it needs and what it costs. */
export interface StepDeclaration {
  id: string;
  name: string;
  entities: EntityDeclaration[];
  relationships: RelationshipDeclaration[];
  mappedRelationships?: MappedRelationshipDeclaration[];
  /**
   * The steps that added the parents whose lists this one reads, or the two ends of the relationships that it builds.
   * No others: when one of these misses something, JupiterOne counts the types of this step as partial too.
   */
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
