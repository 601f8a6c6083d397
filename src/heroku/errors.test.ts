import {
  IntegrationProviderAPIError,
  IntegrationProviderAuthenticationError,
  IntegrationProviderAuthorizationError,
  IntegrationProviderRetriesExceededError,
} from '@jupiterone/integration-sdk-core';
import {
  herokuError,
  isForbidden,
  isHerokuError,
  isKeyRefused,
  isNotFound,
} from './errors';
import type { FailureKind, HerokuFailure } from './failure';

const failure: HerokuFailure = {
  kind: 'authorization',
  route: 'GET /teams/{team}/apps',
  path: '/teams/shop/apps',
  status: 403,
  statusText: 'Forbidden',
};

const CLASSES = [
  ['authentication', IntegrationProviderAuthenticationError],
  ['authorization', IntegrationProviderAuthorizationError],
  ['notFound', IntegrationProviderAPIError],
  ['final', IntegrationProviderAPIError],
  ['incompleteList', IntegrationProviderAPIError],
  ['retriesExceeded', IntegrationProviderRetriesExceededError],
  ['unavailable', IntegrationProviderRetriesExceededError],
] as const;

test.each(CLASSES)(
  '%s is the SDK’s own class and says what failed',
  (kind, type) => {
    const error = herokuError({ ...failure, kind });

    // Some versions of the SDK go by the class, others by the exact name of it.
    expect(error).toBeInstanceOf(type);
    expect(error.constructor.name).toBe(type.name);
    expect(error).toMatchObject({
      failure: { ...failure, kind },
      endpoint: failure.path,
      status: 403,
    });
    expect(error.message).toContain('GET /teams/{team}/apps');
    expect(isHerokuError(error)).toBe(true);
  },
);

test('what the SDK has no class for has a code of its own', () => {
  const codeOf = (kind: FailureKind) => herokuError({ ...failure, kind }).code;

  expect(codeOf('notFound')).toBe('HEROKU_NOT_FOUND');
  expect(codeOf('incompleteList')).toBe('HEROKU_INCOMPLETE_LIST');
  expect(codeOf('final')).toBe('PROVIDER_API_ERROR');
});

test.each(CLASSES)('only a refused key ends the run, not %s', (kind) => {
  const { fatal } = herokuError({ ...failure, kind });

  expect(Boolean(fatal)).toBe(kind === 'authentication');
});

test.each(CLASSES)('the guards tell %s from the others', (kind) => {
  const error = herokuError({ ...failure, kind });

  expect(isKeyRefused(error)).toBe(kind === 'authentication');
  expect(isForbidden(error)).toBe(kind === 'authorization');
  expect(isNotFound(error)).toBe(kind === 'notFound');
});

test('an error of something else is none of Heroku’s', () => {
  expect(isHerokuError(new Error('failure'))).toBe(false);
  expect(isHerokuError({ failure })).toBe(false);
  expect(isNotFound(new Error('not found'))).toBe(false);
});

test('a key that was refused comes with what to do', () => {
  const { message } = herokuError({ ...failure, kind: 'authentication' });

  expect(message).toContain('heroku authorizations:create');
});
