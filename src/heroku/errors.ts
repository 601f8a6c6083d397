import {
  IntegrationProviderAPIError,
  IntegrationProviderAuthenticationError,
  IntegrationProviderAuthorizationError,
  IntegrationProviderRetriesExceededError,
} from '@jupiterone/integration-sdk-core';
import type { FailureKind, HerokuFailure } from './failure';
import { describeFailure, isHerokusNotFound } from './failure';
import { remedyFor } from './remedies';

/**
 * An error of the Platform API that says what failed.
 *
 * It is always one of the SDK's own classes and never one derived from them: some versions of the SDK know an error
 * by its class, others by the name of its class, and report all others as a fault of the integration. What kind of
 * failure it was is in `failure.kind`.
 */
export type HerokuError = IntegrationProviderAPIError & {
  readonly failure: HerokuFailure;
};

/** An error of one kind of failure. */
type HerokuErrorOf<K extends FailureKind> = HerokuError & {
  readonly failure: { readonly kind: K };
};

/** Codes for what the SDK has no class of its own for. */
const CODES: Partial<Record<FailureKind, string>> = {
  notFound: 'HEROKU_NOT_FOUND',
  incompleteList: 'HEROKU_INCOMPLETE_LIST',
};

/** Makes the error for a failure. Only that of a refused key is fatal: nothing else will work in that run. */
export function herokuError(failure: HerokuFailure): HerokuError {
  const error = sdkError(failure);
  error.message =
    failure.kind === 'authentication'
      ? `Heroku refused the API key: ${describeFailure(failure)}. ${remedyFor(failure)}`
      : describeFailure(failure);
  return Object.assign(error, { failure });
}

function sdkError(failure: HerokuFailure): IntegrationProviderAPIError {
  const { kind, path: endpoint, status, statusText } = failure;
  const options = { endpoint, status, statusText };
  switch (kind) {
    case 'authentication':
      return new IntegrationProviderAuthenticationError(options);
    case 'authorization':
      return new IntegrationProviderAuthorizationError(options);
    case 'retriesExceeded':
    case 'unavailable':
      return new IntegrationProviderRetriesExceededError(options);
    case 'notFound':
    case 'incompleteList':
    case 'final': {
      const code = CODES[kind];
      return new IntegrationProviderAPIError(
        code ? { ...options, code } : options,
      );
    }
  }
}

/** Whether `error` came from a request to the Platform API. */
export function isHerokuError(error: unknown): error is HerokuError {
  return error instanceof Error && 'failure' in error;
}

/** Whether Heroku refused the key: nothing else will work in this run. */
export function isKeyRefused(
  error: unknown,
): error is HerokuErrorOf<'authentication'> {
  return isHerokuError(error) && error.failure.kind === 'authentication';
}

/** Whether the key is good, but may not read this: a missing scope, a role, or an account that Heroku has stopped. */
export function isForbidden(
  error: unknown,
): error is HerokuErrorOf<'authorization'> {
  return isHerokuError(error) && error.failure.kind === 'authorization';
}

/** Whether Heroku itself said that there is no such thing. It says the same of what it hides from the user. */
export function isNotFound(error: unknown): error is HerokuErrorOf<'notFound'> {
  return isHerokuError(error) && error.failure.kind === 'notFound';
}

/** Whether Heroku refused something: to this user, or since there is no such thing, or no such route. */
export function isRefusal(error: unknown): boolean {
  return (
    isForbidden(error) ||
    (isHerokuError(error) && isHerokusNotFound(error.failure))
  );
}
