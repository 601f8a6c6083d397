import { redactor, secretsIn } from './secrets';

const KEY = 'HRKU-0123/456+789=';

function redacted(text: string, environment: NodeJS.ProcessEnv): string {
  return redactor(secretsIn(environment))(text);
}

test.each(['API_KEY', 'JUPITERONE_API_KEY', 'GITHUB_TOKEN', 'db_password'])(
  'what %s holds is taken out of any text',
  (name) => {
    expect(redacted(`Bearer ${KEY}, ${KEY}`, { [name]: KEY })).toBe(
      'Bearer [redacted], [redacted]',
    );
  },
);

test.each([
  ['a URL', encodeURIComponent(KEY)],
  ['base64', Buffer.from(KEY).toString('base64')],
])('a key is taken out as %s spells it', (_, spelling) => {
  expect(redacted(`<${spelling}>`, { API_KEY: KEY })).toBe('<[redacted]>');
});

test('a key with quotes is taken out of JSON', () => {
  const key = 'a "quoted" key';

  expect(redacted(JSON.stringify({ key }), { API_KEY: key })).toBe(
    '{"key":"[redacted]"}',
  );
});

test('a key is taken out without the spaces and line breaks around it, and line by line', () => {
  expect(redacted(`<${KEY}>`, { API_KEY: ` ${KEY}\n` })).toBe('<[redacted]>');
  expect(
    redacted('first-line-of-it second-line-of-it', {
      API_KEY: 'first-line-of-it\nsecond-line-of-it',
    }),
  ).toBe('[redacted] [redacted]');
});

test('of two keys of which one begins with the other, nothing is left', () => {
  expect(
    redacted('long-key-and-more', {
      API_KEY: 'long-key',
      JUPITERONE_API_KEY: 'long-key-and-more',
    }),
  ).toBe('[redacted]');
});

test('the password of a proxy is taken out, encoded or not', () => {
  const environment = { https_proxy: 'http://user:p%40ss@proxy.example.com' };

  expect(redacted('p%40ss p@ss', environment)).toBe('[redacted] [redacted]');
  expect(
    redacted(Buffer.from('user:p@ss').toString('base64'), environment),
  ).toBe('[redacted]');
});

test('the address of a proxy that is no good URL stops nothing', () => {
  const environment = { HTTPS_PROXY: 'http://user:100%@proxy.example.com' };

  expect(redacted('100%', environment)).toBe('[redacted]');
});

test('a short key of ours is taken out, a short value of others is an ordinary word', () => {
  expect(redacted('wrong', { API_KEY: 'wrong' })).toBe('[redacted]');
  expect(redacted('true', { USE_API_KEY: 'true' })).toBe('true');
});

test('without credentials a text stays as it is', () => {
  expect(redacted('a text', { PATH: 'a text', HTTPS_PROXY: 'no URL' })).toBe(
    'a text',
  );
});
