import {
  IntegrationProviderAPIError,
  IntegrationProviderAuthenticationError,
  IntegrationProviderAuthorizationError,
  IntegrationProviderRetriesExceededError,
} from '@jupiterone/integration-sdk-core';
import { remedyFor } from './remedies';

/** What is known of a request that failed. Nothing in it is a secret: it is logged as it is. */
export interface HerokuFailure {
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
}

/** An error of the Platform API that says what failed. */
export type HerokuError = Error & { readonly failure: HerokuFailure };

/** One line: route, status, Heroku's id and message, request id, and for a refusal the scopes. */
export function describeFailure(failure: HerokuFailure): string {
  const { route, status, statusText } = failure;
  const parts = [
    typeof status === 'number'
      ? `${route} answered ${status} ${statusText}`.trim()
      : `${route} failed with ${status}: ${statusText}`,
  ];
  if (failure.herokuId || failure.herokuMessage) {
    parts.push(
      `Heroku says ${[failure.herokuId, failure.herokuMessage?.replace(/\.$/, '')].filter(Boolean).join(': ')}`,
    );
  }
  if (isMissingScope(failure)) {
    parts.push(
      `the route takes the scope ${orList(failure.scopesAccepted)}, the key holds ${failure.scopesHeld?.join(', ') || 'none'}`,
    );
  }
  if (failure.requestId) {
    parts.push(`request ${failure.requestId}`);
  }
  return parts.join('; ');
}

/** Whether a refusal is explained by the key's scopes, and not by the user's role or Heroku's policy. */
export function isMissingScope(failure: HerokuFailure): boolean {
  const { status, scopesAccepted, scopesHeld } = failure;
  return (
    status === 403 &&
    scopesAccepted !== undefined &&
    scopesHeld !== undefined &&
    !scopesAccepted.some((scope) => scopesHeld.includes(scope))
  );
}

function orList(items: readonly string[] = []): string {
  return items.join(' or ');
}

/** The key was refused. Fatal: nothing else will work in this run. */
export class HerokuAuthenticationError extends IntegrationProviderAuthenticationError {
  constructor(readonly failure: HerokuFailure) {
    super(providerOptions(failure));
    this.message = `Heroku refused the API key: ${describeFailure(failure)}. ${remedyFor({ ...failure, status: 401 })}`;
  }
}

/** The key is good, but this it may not read: a missing scope, a role, or an account that Heroku has stopped. */
export class HerokuAuthorizationError extends IntegrationProviderAuthorizationError {
  constructor(readonly failure: HerokuFailure) {
    super(providerOptions(failure));
    this.message = describeFailure(failure);
  }
}

/** There is no such thing, or Heroku does not say that there is. */
export class HerokuNotFoundError extends IntegrationProviderAPIError {
  constructor(readonly failure: HerokuFailure) {
    super({
      ...providerOptions(failure),
      code: 'HEROKU_NOT_FOUND',
      message: describeFailure(failure),
    });
  }
}

/** An answer that another attempt would not change. */
export class HerokuRequestError extends IntegrationProviderAPIError {
  constructor(readonly failure: HerokuFailure) {
    super({ ...providerOptions(failure), message: describeFailure(failure) });
  }
}

/** A list that could not be read to its end: what it gave may not be taken as all there is. */
export class HerokuIncompleteListError extends IntegrationProviderAPIError {
  constructor(readonly failure: HerokuFailure) {
    super({
      ...providerOptions(failure),
      code: 'HEROKU_INCOMPLETE_LIST',
      message: describeFailure(failure),
    });
  }
}

/** A passing failure that did not pass within the attempts there are. */
export class HerokuRetriesExceededError extends IntegrationProviderRetriesExceededError {
  constructor(
    readonly failure: HerokuFailure,
    attempts: number,
  ) {
    super(providerOptions(failure));
    this.message = `${describeFailure(failure)}; given up after ${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}`;
  }
}

/** The API has failed so often in a row that it is no longer asked in this run. */
export class HerokuUnavailableError extends IntegrationProviderRetriesExceededError {
  constructor(readonly failure: HerokuFailure) {
    super(providerOptions(failure));
    this.message = describeFailure(failure);
  }
}

function providerOptions(failure: HerokuFailure) {
  return {
    endpoint: failure.path,
    status: failure.status,
    statusText: failure.statusText,
  };
}

/** Whether `error` came from a request to the Platform API. */
export function isHerokuError(error: unknown): error is HerokuError {
  return error instanceof Error && 'failure' in error;
}
