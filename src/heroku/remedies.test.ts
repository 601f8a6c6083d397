import type { HerokuFailure } from './failure';
import { remedyFor } from './remedies';

const failure: HerokuFailure = {
  kind: 'authorization',
  route: 'GET /teams/{team}/apps',
  path: '/teams/shop/apps',
  status: 403,
  statusText: 'Forbidden',
  herokuId: 'forbidden',
};
const scopes = { scopesAccepted: ['global', 'write'], scopesHeld: ['read'] };
const final = (status: number | string): Partial<HerokuFailure> => ({
  kind: 'final',
  status,
});
const givenUp = (status: number | string): Partial<HerokuFailure> => ({
  kind: 'retriesExceeded',
  status,
});

test.each<[string, Partial<HerokuFailure>, RegExp]>([
  ['a refused key', { kind: 'authentication' }, /authorizations:create/],
  ['a suspended account', { herokuId: 'suspended' }, /suspended/],
  ['an unpaid bill by status', { status: 402 }, /unpaid bill/],
  ['an unpaid bill by id', { herokuId: 'delinquent' }, /unpaid bill/],
  ['a second factor', { herokuId: 'two_factor' }, /second factor/],
  ['a missing scope', scopes, /scope global or write\./],
  ['a role', {}, /^Give the user behind the API key the role admin\.$/],
  [
    'a refusal that may not be Heroku’s',
    { herokuId: undefined },
    /proxies and firewalls.*give the user .* the role admin\./,
  ],
  ['one 401 with a good key', { status: 401 }, /^Give the user/],
  ['a 404', { kind: 'notFound', status: 404 }, /hides it.* the role admin\./],
  [
    'a 404 that is not Heroku’s',
    { ...final(404), herokuId: undefined },
    /does not come from Heroku's API/,
  ],
  [
    'a 404 of a route',
    { ...final(404), herokuId: 'not_found' },
    /^Please report it/,
  ],
  ['a 410', final(410), /we treat nothing as deleted/],
  ['a redirect', final(302), /does not redirect/],
  ['a list that stopped short', { kind: 'incompleteList' }, /report it/],
  ['an answer of another form', final(200), /report it/],
  ['a body that is too large', final('BODY_TOO_LARGE'), /report it/],
  [
    'an unknown host',
    final('ENOTFOUND'),
    /HTTPS_PROXY.*NO_PROXY.*NODE_EXTRA_CA_CERTS/,
  ],
  [
    'a refused connection',
    givenUp('ECONNREFUSED'),
    /HTTPS_PROXY.*NO_PROXY.*NODE_EXTRA_CA_CERTS/,
  ],
  [
    'an unknown authority',
    final('SELF_SIGNED_CERT_IN_CHAIN'),
    /NODE_EXTRA_CA_CERTS/,
  ],
  [
    'an unknown issuer',
    final('UNABLE_TO_GET_ISSUER_CERT_LOCALLY'),
    /NODE_EXTRA_CA_CERTS/,
  ],
  ['an expired certificate', final('CERT_HAS_EXPIRED'), /date and time/],
  [
    'a certificate of another host',
    final('ERR_TLS_CERT_ALTNAME_INVALID'),
    /Another server answers instead of Heroku/,
  ],
  [
    'a proxy that wants a password',
    final('PROXY_407'),
    /user name and password.*HTTPS_PROXY/,
  ],
  [
    'a proxy that refuses',
    final('PROXY_403'),
    /Allow the proxy to connect.*NO_PROXY/,
  ],
  ['no usable proxy', final('UNUSABLE_PROXY'), /Set HTTPS_PROXY/],
  ['a broken API', givenUp(503), /next run asks again.*status\.heroku\.com/],
  ['a broken network', givenUp('ECONNRESET'), /next run asks again/],
  [
    'what was not asked',
    { kind: 'unavailable', status: 'NOT_ASKED' },
    /next run asks again/,
  ],
])('for %s says what to do', (_, change, words) => {
  expect(remedyFor({ ...failure, ...change }, 'the role admin')).toMatch(words);
});

test.each([
  'ENOTFOUND',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'PROXY_407',
  'BODY_TOO_LARGE',
  404,
  410,
  302,
  200,
])('%s is never said to pass by itself', (status) => {
  expect(remedyFor({ ...failure, ...final(status) })).not.toContain('passes');
});

test('an authority that is trusted would not help an expired certificate', () => {
  const remedy = remedyFor({ ...failure, ...final('CERT_HAS_EXPIRED') });

  expect(remedy).not.toContain('NODE_EXTRA_CA_CERTS');
});

test('without a known role asks for access', () => {
  expect(remedyFor(failure)).toContain('access to it');
  expect(remedyFor({ ...failure, kind: 'notFound' })).toContain('access to it');
});
