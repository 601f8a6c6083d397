import { plainProse, plainToken } from './prose';

test.each([
  ['an API key', 'HRKU-AAd31a5e0c-8f0a-4f1e-9a43-0d2f6a9b1c77'],
  ['an API key of the old form', '01234567-89ab-cdef-0123-456789abcdef'],
  ['a key in quotes', '"HRKU-sandbox-0000-0000-0000-000000000000",'],
  ['a URL with credentials', 'https://user:hunter@drains.example.com/in'],
  ['any URL', 'syslog+tls://drains.example.com'],
  ['an address with a password', 'user:hunter@db.example.com'],
  ['a setting with its value', 'token=hunter'],
  ['a long run of letters', 'abcdefghijklmnopqrstuvwxyzabcdefghij'],
  ['letters mixed with digits', 's3cr3tt0ken'],
  ['a canary with a digit', 'CANARY-log-drain-url-3'],
  ['a canary without one', 'CANARY-log-drain-url'],
  ['base64', 'QWxhZGRpbjpvcGVu'],
])('%s is taken out', (_, secret) => {
  const text = plainProse(`The value ${secret} was refused.`);

  expect(text).toBe('The value [redacted] was refused.');
});

test('a key stays out behind the scheme it was sent with', () => {
  expect(plainProse('Authorization: Bearer HRKU-sandbox-0000-0000')).toBe(
    'Authorization: Bearer [redacted]',
  );
});

test.each([
  'Invalid credentials provided.',
  "Couldn't find that team.",
  'You do not have access to the app my-shop.',
  'Your account reached the API rate limit',
  'A second authentication factor is required. (two-factor)',
  'The account has become delinquent as a result of non-payment.',
  'Page 3 of 12: über-größe, 日本語',
])('a sentence such as "%s" stays as it is', (sentence) => {
  expect(plainProse(sentence)).toBe(sentence);
});

test('text becomes one line without control characters', () => {
  expect(
    plainProse(
      'one\r\ntwo\u0000three\u001b[31m\u2028four\u2029\u202efive\t six',
    ),
  ).toBe('one two three [31m four five six');
});

test('a secret that the cut at the greatest length goes through leaves nothing of itself', () => {
  const secret = 'HRKU-abcdefg';
  for (let gap = 1190; gap <= 1200; gap++) {
    expect(plainProse(`${' '.repeat(gap)}${secret}`)).not.toContain('HRKU');
  }
});

test('text is cut to a length that a log line can hold', () => {
  const text = plainProse('word '.repeat(100_000));

  expect(text.length).toBeLessThanOrEqual(300);
  expect(text.startsWith('word word word')).toBe(true);
});

test.each([[undefined], [null], [42], [{ message: 'hello' }], [['hello']]])(
  '%p, which is no text, becomes nothing',
  (value) => {
    expect(plainProse(value)).toBe('');
  },
);

test.each(['forbidden', 'not_found', 'rate_limit', 'two_factor'])(
  'the error id %s is a token',
  (id) => {
    expect(plainToken(id)).toBe(id);
  },
);

test.each([
  ['a key', 'HRKU-sandbox-0000'],
  ['a UUID', 'abcdef01-2345-6789-abcd-ef0123456789'],
  ['letters with digits', 'abc123'],
  ['a long run of letters', 'abcdefghijklmnopqrstuvwxyzabcdefghij'],
  ['two lines', 'forbidden\nINFO all is well'],
  ['an empty text', ''],
  ['no text', { id: 'forbidden' }],
])('%s is no token', (_, value) => {
  expect(plainToken(value)).toBeUndefined();
});
