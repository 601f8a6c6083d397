import fc from 'fast-check';
import { drainAddress, httpAddress, webUrl } from './address';
import { REFUSED } from './form';

const drain = (value: unknown) => drainAddress.decode(value, []);
const page = (value: unknown) => webUrl.decode(value, []);

test.each([
  ['https://logs.example.com/x', { scheme: 'https', host: 'logs.example.com' }],
  [
    'https://logs.example.com:443/',
    { scheme: 'https', host: 'logs.example.com' },
  ],
  ['http://logs.example.com:80/', { scheme: 'http', host: 'logs.example.com' }],
  [
    'https://logs.example.com:8443/',
    { scheme: 'https', host: 'logs.example.com', port: 8443 },
  ],
  [
    'syslog://logs.example.com:514',
    { scheme: 'syslog', host: 'logs.example.com' },
  ],
  [
    'syslog://logs.example.com:6514',
    { scheme: 'syslog', host: 'logs.example.com', port: 6514 },
  ],
  [
    'syslog+tls://logs.example.com:6514',
    { scheme: 'syslog+tls', host: 'logs.example.com' },
  ],
  [
    'syslog+tls://logs.example.com:514',
    { scheme: 'syslog+tls', host: 'logs.example.com', port: 514 },
  ],
  [
    'SYSLOG+TLS://user:password@LOGS.Example.COM:55555',
    { scheme: 'syslog+tls', host: 'logs.example.com', port: 55555 },
  ],
  [
    'https://münchen.example.com/',
    { scheme: 'https', host: 'münchen.example.com' },
  ],
  [
    'https://xn--mnchen-3ya.example.com/',
    { scheme: 'https', host: 'münchen.example.com' },
  ],
  [
    'syslog://MÜNCHEN.example.com',
    { scheme: 'syslog', host: 'münchen.example.com' },
  ],
  [
    'syslog+tls://xn--mnchen-3ya.example.com',
    { scheme: 'syslog+tls', host: 'münchen.example.com' },
  ],
  [
    'https://[2001:DB8::1]:8443/',
    { scheme: 'https', host: '[2001:db8::1]', port: 8443 },
  ],
  ['syslog://[2001:DB8:0::1]:514', { scheme: 'syslog', host: '[2001:db8::1]' }],
  ['syslog://192.0.2.7', { scheme: 'syslog', host: '192.0.2.7' }],
  ['https://*.example.com/', { scheme: 'https', host: '*.example.com' }],
  [
    ' https://logs.example.com/\n',
    { scheme: 'https', host: 'logs.example.com' },
  ],
  ['https://localhost/', { scheme: 'https', host: 'localhost' }],
  [
    'https://logs.example.com/@me?to=a@b',
    { scheme: 'https', host: 'logs.example.com' },
  ],
])('%s points at %j', (url, expected) => {
  expect(drain(url)).toEqual(expected);
});

test.each([
  'user:password@logs.example.com',
  'user:password@logs.example.com:6514/path',
  'token@logs.example.com',
  'logs.example.com:6514',
  'logs.example.com',
  'd.0123456789abcdef',
  '//token.example.com',
  '///token',
  'https:token',
  'https:/token',
  'https:///token/path',
  'https://\\\\token',
  'https://to/ken@logs.example.com',
  'https://user:12/34@logs.example.com',
  'syslog://to/ken@logs.example.com',
  'syslog://user:pass/word@logs.example.com',
  'syslog://to?ken@logs.example.com',
  'syslog://to#ken@logs.example.com',
  'syslog://',
  'syslog:///token',
  'syslog://%2Ftoken',
  'tcp://logs.example.com',
  'mailto:someone@example.com',
  'javascript:alert(1)',
  'urn:ietf:wg:oauth:2.0:oob',
  'https://',
  'https://[::1',
  'https://logs.example.com:99999/',
  'not a URL',
  '',
])('%j is beyond doubt no URL of a drain, and tells nothing', (text) => {
  expect(drain(text)).toBeUndefined();
});

test('a web page or service has no syslog address', () => {
  expect(httpAddress.decode('syslog://logs.example.com', [])).toBeUndefined();
  expect(httpAddress.decode('https://sso.example.com/saml', [])).toEqual({
    scheme: 'https',
    host: 'sso.example.com',
  });
});

test.each([
  ['https://shop.example.com/', 'https://shop.example.com/'],
  ['https://shop.example.com', 'https://shop.example.com/'],
  [
    'https://addons.example.com:8443/a/b',
    'https://addons.example.com:8443/a/b',
  ],
  ['https://u:p@addons.example.com/a?t=1#x', 'https://addons.example.com/a'],
  ['HTTP://Shop.example.com/A', 'http://shop.example.com/A'],
])('of the page %s the address %s is kept', (url, expected) => {
  expect(page(url)).toBe(expected);
});

test.each([
  'javascript:alert(1)',
  'ftp://shop.example.com/',
  'user:password@shop.example.com',
  'shop.example.com',
  'https://shop example',
  'https:shop.example.com',
  '',
])('%j is no page', (text) => {
  expect(page(text)).toBeUndefined();
});

test('what is no string is refused', () => {
  expect(drain(7)).toBe(REFUSED);
  expect(page({})).toBe(REFUSED);
});

const SECRET = 'canary7secret';

/** Text that is a URL, or nearly, with a secret in some of its parts but never in its host. */
const withSecrets = fc
  .record({
    scheme: fc.constantFrom(
      ...['https:', 'http:', 'syslog:', 'syslog+tls:', 'SYSLOG:', 'tcp:', ''],
      ...[`${SECRET}:`, `${SECRET}+tls:`],
    ),
    slashes: fc.constantFrom('//', '//', '//', '/', '', '///', '\\\\'),
    user: fc.constantFrom(
      '',
      `${SECRET}@`,
      `user:${SECRET}@`,
      `${SECRET}:${SECRET}@`,
      `user:${SECRET}%40${SECRET}@`,
      `user:a@${SECRET}@`,
      `user:${SECRET}/${SECRET}@`,
      `${SECRET}/${SECRET}@`,
      `${SECRET}?${SECRET}@`,
      `${SECRET}#${SECRET}@`,
    ),
    host: fc.constantFrom(
      'logs.example.com',
      '[::1]',
      '192.0.2.7',
      'münchen.de',
    ),
    port: fc.constantFrom('', ':6514', ':443', `:${SECRET}`),
    path: fc.constantFrom(
      '',
      '/',
      `/${SECRET}`,
      `/a/${SECRET}@x`,
      `\\${SECRET}`,
    ),
    query: fc.constantFrom('', `?token=${SECRET}`, `?${SECRET}@b`),
    fragment: fc.constantFrom('', `#${SECRET}`),
    around: fc.constantFrom('', ' ', '\n', '\t'),
  })
  .map(
    ({ scheme, slashes, user, host, port, path, query, fragment, around }) => ({
      text: `${around}${scheme}${slashes}${user}${host}${port}${path}${query}${fragment}${around}`,
      path,
    }),
  );

test('whatever part of a URL holds a secret, no address does', () => {
  fc.assert(
    fc.property(withSecrets, ({ text }) => {
      for (const form of [drainAddress, httpAddress]) {
        expect(JSON.stringify(form.decode(text, [])) ?? '').not.toContain(
          SECRET,
        );
      }
    }),
    { numRuns: 2_000 },
  );
});

test('whatever part of the URL of a page holds a secret, only its path is kept', () => {
  fc.assert(
    fc.property(
      withSecrets.filter(({ path }) => !path.includes(SECRET)),
      ({ text }) => {
        expect(page(text) ?? '').not.toContain(SECRET);
      },
    ),
    { numRuns: 2_000 },
  );
});
