import {
  IntegrationProviderAPIError,
  IntegrationProviderAuthenticationError,
  IntegrationProviderAuthorizationError,
  IntegrationProviderRetriesExceededError,
} from '@jupiterone/integration-sdk-core';
import type { HerokuFailure } from './failure';
import { describeFailure } from './failure';
import { RequestFailed } from './http/failure';
import { remedyFor } from './remedies';

/** An error of the Platform API that says what failed. */
export type HerokuError = Error & { readonly failure: HerokuFailure };

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
  constructor(readonly failure: HerokuFailure) {
    super(providerOptions(failure));
    const { attempts = 1 } = failure;
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

/** The error in the form that JupiterOne knows; one that did not come from a request stays as it is. */
export function toHerokuError(error: unknown): unknown {
  if (!(error instanceof RequestFailed)) {
    return error;
  }
  const { failure } = error;
  switch (failure.kind) {
    case 'authentication':
      return new HerokuAuthenticationError(failure);
    case 'authorization':
      return new HerokuAuthorizationError(failure);
    case 'notFound':
      return new HerokuNotFoundError(failure);
    case 'incompleteList':
      return new HerokuIncompleteListError(failure);
    case 'retriesExceeded':
      return new HerokuRetriesExceededError(failure);
    case 'unavailable':
      return new HerokuUnavailableError(failure);
    case 'final':
      return new HerokuRequestError(failure);
  }
}

/** Whether Heroku itself answered that there is no such thing. It says the same of what it hides. */
export function isNotFound(error: unknown): boolean {
  return error instanceof HerokuNotFoundError;
}

/** Whether Heroku refused something: to this user, or since there is no such thing. */
export function isRefusal(error: unknown): boolean {
  return (
    error instanceof HerokuNotFoundError ||
    error instanceof HerokuAuthorizationError
  );
}
