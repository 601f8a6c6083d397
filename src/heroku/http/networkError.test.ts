import {
  isCertificateError,
  isOfConnecting,
  isPermanent,
  isUntrustedCertificate,
  networkCodeOf,
} from './networkError';

test.each([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
])('%s is an authority that is not known here, for good', (code) => {
  expect(isUntrustedCertificate(code)).toBe(true);
  expect(isCertificateError(code)).toBe(true);
  expect(isPermanent(code, true)).toBe(true);
});

test.each([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REVOKED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'HOSTNAME_MISMATCH',
  'INVALID_PURPOSE',
])('%s is a certificate that no authority would mend, for good', (code) => {
  expect(isUntrustedCertificate(code)).toBe(false);
  expect(isCertificateError(code)).toBe(true);
  expect(isPermanent(code, true)).toBe(true);
});

test.each([
  'ECONNRESET',
  'ECONNREFUSED',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'EPIPE',
  'EHOSTUNREACH',
  'TIMEOUT',
  'PROXY_503',
  'HPE_INVALID_CONSTANT',
  'NETWORK_ERROR',
])('%s may pass', (code) => {
  expect(isCertificateError(code)).toBe(false);
  expect(isPermanent(code, false)).toBe(false);
});

test('a name that has resolved before may do so again', () => {
  expect(isPermanent('ENOTFOUND', false)).toBe(true);
  expect(isPermanent('ENOTFOUND', true)).toBe(false);
});

test.each([
  [{ code: 'ECONNRESET' }, 'ECONNRESET'],
  [{ code: 'PROXY_407' }, 'PROXY_407'],
  [{ code: 'a secret of somebody' }, 'NETWORK_ERROR'],
  [{ code: 7 }, 'NETWORK_ERROR'],
  [{}, 'NETWORK_ERROR'],
])('the code of %j is %s', (error, code) => {
  expect(networkCodeOf(error)).toBe(code);
});

test.each([
  ['ECONNREFUSED', true],
  ['ENOTFOUND', true],
  ['EAI_AGAIN', true],
  ['ECONNRESET', false],
  ['NETWORK_ERROR', false],
])('%s: the host was not reached at all: %s', (code, isOne) => {
  expect(isOfConnecting(code)).toBe(isOne);
});
