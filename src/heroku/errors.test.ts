import {
  IntegrationProviderAPIError,
  IntegrationProviderAuthenticationError,
  IntegrationProviderAuthorizationError,
  IntegrationProviderRetriesExceededError,
} from '@jupiterone/integration-sdk-core';
import type { HerokuFailure } from './failure';
import { describeFailure, isMissingScope } from './failure';
import {
  HerokuAuthenticationError,
  HerokuAuthorizationError,
  HerokuIncompleteListError,
  HerokuNotFoundError,
  HerokuRequestError,
  HerokuRetriesExceededError,
  HerokuUnavailableError,
  isHerokuError,
} from './errors';
import { remedyFor } from './remedies';

const failure: HerokuFailure = {
  kind: 'authorization',
  route: 'GET /teams/{team}/apps',
  path: '/teams/shop/apps',
  status: 403,
  statusText: 'Forbidden',
};
const scopes = {
  scopesAccepted: ['global', 'write'],
  scopesHeld: ['read', 'identity'],
};

describe('describeFailure', () => {
  test('names route and status', () => {
    expect(describeFailure(failure)).toBe(
      'GET /teams/{team}/apps answered 403 Forbidden',
    );
  });

  test('tells what never was an answer from one', () => {
    expect(
      describeFailure({
        ...failure,
        status: 'ECONNREFUSED',
        statusText: 'no complete answer from api.heroku.com',
      }),
    ).toBe(
      'GET /teams/{team}/apps failed with ECONNREFUSED: no complete answer from api.heroku.com',
    );
  });

  test('adds what Heroku says and the request id', () => {
    expect(
      describeFailure({
        ...failure,
        herokuId: 'forbidden',
        herokuMessage: 'No access.',
        requestId: 'r-1',
      }),
    ).toBe(
      'GET /teams/{team}/apps answered 403 Forbidden; Heroku says forbidden: No access; request r-1',
    );
    expect(describeFailure({ ...failure, herokuMessage: 'No access.' })).toBe(
      'GET /teams/{team}/apps answered 403 Forbidden; Heroku says No access',
    );
  });

  test('names the scopes where they are the cause, and only there', () => {
    expect(describeFailure({ ...failure, ...scopes })).toContain(
      'the route takes the scope global or write, the key holds read, identity',
    );
    expect(
      describeFailure({ ...failure, ...scopes, scopesHeld: ['global'] }),
    ).not.toContain('scope');
  });
});

describe('a missing scope', () => {
  test('is a 403 whose route takes none of the scopes held', () => {
    expect(isMissingScope({ ...failure, ...scopes })).toBe(true);
  });

  test.each<[string, Partial<HerokuFailure>]>([
    ['one of the scopes is held', { scopesHeld: ['write'] }],
    ['it is not known what is held', { scopesHeld: undefined }],
    ['it is not known what is taken', { scopesAccepted: undefined }],
    ['the status is another', { status: 404 }],
  ])('is not the cause where %s', (_, change) => {
    expect(isMissingScope({ ...failure, ...scopes, ...change })).toBe(false);
  });
});

test.each([
  [HerokuAuthenticationError, IntegrationProviderAuthenticationError],
  [HerokuAuthorizationError, IntegrationProviderAuthorizationError],
  [HerokuNotFoundError, IntegrationProviderAPIError],
  [HerokuRequestError, IntegrationProviderAPIError],
  [HerokuIncompleteListError, IntegrationProviderAPIError],
  [HerokuUnavailableError, IntegrationProviderRetriesExceededError],
])('%p is the SDK’s kind of error and says what failed', (type, sdkType) => {
  const error = new type(failure);

  expect(error).toBeInstanceOf(sdkType);
  expect(error).toMatchObject({ failure, endpoint: failure.path, status: 403 });
  expect(error.message).toContain('GET /teams/{team}/apps');
  expect(isHerokuError(error)).toBe(true);
});

test('only a refused key ends the run', () => {
  expect(new HerokuAuthenticationError(failure).fatal).toBe(true);
  expect(new HerokuAuthorizationError(failure).fatal).toBeFalsy();
  expect(new HerokuRetriesExceededError(failure).fatal).toBeFalsy();
  expect(new HerokuUnavailableError(failure).fatal).toBeFalsy();
});

test.each([
  [1, 'given up after 1 attempt'],
  [5, 'given up after 5 attempts'],
])('an error of %i attempts says so', (attempts, words) => {
  const error = new HerokuRetriesExceededError({ ...failure, attempts });

  expect(error).toBeInstanceOf(IntegrationProviderRetriesExceededError);
  expect(error.message.endsWith(words)).toBe(true);
});

test('an error of something else is none of Heroku’s', () => {
  expect(isHerokuError(new Error('failure'))).toBe(false);
  expect(isHerokuError({ failure })).toBe(false);
});

describe('the remedy', () => {
  test.each<[string, Partial<HerokuFailure>, RegExp]>([
    ['a refused key', { status: 401 }, /authorizations:create/],
    [
      'a key that was not sent',
      { status: 'INVALID_API_KEY' },
      /authorizations:create/,
    ],
    ['a suspended account', { herokuId: 'suspended' }, /suspended/],
    ['an unpaid bill by status', { status: 402 }, /unpaid bill/],
    ['an unpaid bill by id', { herokuId: 'delinquent' }, /unpaid bill/],
    ['a second factor', { herokuId: 'two_factor' }, /second factor/],
    ['a missing scope', scopes, /scope global or write\./],
    ['a role', {}, /Give the user behind the API key the role admin\./],
    ['a 404', { status: 404 }, /hides it.* the role admin\./],
    ['a 410', { status: 410 }, /hides it/],
    ['a broken API', { status: 503 }, /next run asks again/],
    ['a broken network', { status: 'ECONNRESET' }, /next run asks again/],
  ])('for %s says what to do', (_, change, words) => {
    expect(remedyFor({ ...failure, ...change }, 'the role admin')).toMatch(
      words,
    );
  });

  test('without a known role asks for access', () => {
    expect(remedyFor(failure)).toContain('access to it');
    expect(remedyFor({ ...failure, status: 404 })).toContain('access to it');
  });
});

test('a key that was refused comes with what to do', () => {
  const { message } = new HerokuAuthenticationError({
    kind: 'authentication',
    route: 'GET /account',
    path: '/account',
    status: 401,
    statusText: 'Unauthorized',
  });
  expect(message).toContain('heroku authorizations:create');
});
