/** What a failure means to whoever asked. */
export type FailureKind =
  /** The key was refused: nothing else will work in this run. */
  | 'authentication'
  /** The key is good, but may not read this: a missing scope, a role, or an account that Heroku has stopped. */
  | 'authorization'
  /** Heroku says that there is no such thing, or none that the user may see. */
  | 'notFound'
  /** An answer, or the lack of one, that another attempt would not change. */
  | 'final'
  /** A list that could not be read to its end: what it gave is not all there is. */
  | 'incompleteList'
  /** A passing failure that did not pass within the attempts there are. */
  | 'retriesExceeded'
  /** The request was never sent, since the API has stopped answering. */
  | 'unavailable';

/** What is known of a request that failed. Nothing in it is a secret: it is logged as it is. */
export interface HerokuFailure {
  kind: FailureKind;
  /** The route as Heroku documents it, `GET /teams/{team}/apps`: failures of one kind share it. */
  route: string;
  /** The path that was asked for, `/teams/0193…/apps`. */
  path: string;
  /** The HTTP status, or what took its place: `TIMEOUT`, `ECONNREFUSED`, `NOT_ASKED`. */
  status: number | string;
  /** What the status stands for, in words. */
  statusText: string;
  /** Heroku's error id: `forbidden`, `not_found`, `suspended`. */
  herokuId?: string;
  /** Heroku's message, with whatever might be a credential taken out. */
  herokuMessage?: string;
  /** Heroku's id of the request, for its support. */
  requestId?: string;
  /** The OAuth scopes that the route takes. */
  scopesAccepted?: readonly string[];
  /** The OAuth scopes that the key holds. */
  scopesHeld?: readonly string[];
  /** How often the request was sent, where it was sent more than once in vain. */
  attempts?: number;
}

/** A failure, before it is known what it means to whoever asked. */
export type PlainFailure = Omit<HerokuFailure, 'kind'>;

/** A request that failed for good. The client turns it into an error that JupiterOne knows. */
export class RequestFailed extends Error {
  constructor(readonly failure: HerokuFailure) {
    super(`${failure.route} failed: ${failure.status} ${failure.statusText}`);
  }
}
