/** What the command was asked to do. There is no credential in it: those stay in the environment. */
export interface Invocation {
  command: 'collect' | 'run';
  /** The folder that the graph and the summary are written to. The SDK empties it first. */
  storageDirectory: string;
  /** Where `run` uploads to. */
  apiBaseUrl: string;
  /** Which integration instance `run` uploads for. */
  integrationInstanceId?: string;
}

/** How one step ended, in the SDK's words: `success`, `failure`, `disabled` … */
export interface StepOutcome {
  id: string;
  name: string;
  status: string;
}

/** Why a collection or an upload did not come to its end. */
export interface Failure {
  /** The SDK's code, such as `PROVIDER_AUTHENTICATION_ERROR`. */
  code: string;
  /** A sentence for whoever runs the command, with what to do. */
  message: string;
  /** Whether only a developer can do something about it. Then the stack is worth reading. */
  isDefect: boolean;
}

/** The synchronization job at JupiterOne. */
export interface Upload {
  jobId: string;
  status: string;
  entities: number;
  relationships: number;
}

/** What a collection, and the upload where there was one, came to. */
export interface Outcome {
  /** The version of the SDK's runtime. */
  sdk?: string;
  steps: StepOutcome[];
  /** The types of which JupiterOne keeps what it had. */
  partialTypes: string[];
  entities: number;
  relationships: number;
  upload?: Upload;
  failure?: Failure;
}

/** An event of the integration's job log, as JupiterOne shows it. */
export interface JobEvent {
  name: string;
  description: string;
}

/** What the collecting process tells the command. */
export type Message =
  | { kind: 'steps'; count: number }
  | { kind: 'event'; event: JobEvent }
  | { kind: 'outcome'; outcome: Outcome };
