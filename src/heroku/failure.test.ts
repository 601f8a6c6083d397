import type { HerokuFailure } from './failure';
import { describeFailure, isMissingScope } from './failure';

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
        statusText: 'no connection to api.heroku.com',
      }),
    ).toBe(
      'GET /teams/{team}/apps failed with ECONNREFUSED: no connection to api.heroku.com',
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

  test.each([
    [1, 'given up after 1 attempt'],
    [7, 'given up after 7 attempts'],
  ])('says so where %i attempts were in vain', (attempts, words) => {
    expect(describeFailure({ ...failure, attempts })).toMatch(
      new RegExp(`${words}$`),
    );
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
