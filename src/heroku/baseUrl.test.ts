import { IntegrationValidationError } from '@jupiterone/integration-sdk-core';
import { herokuBaseUrl } from './baseUrl';

test.each([[undefined], [''], ['  ']])(
  'HEROKU_API_URL of %p means Heroku itself',
  (value) => {
    expect(herokuBaseUrl({ HEROKU_API_URL: value }).href).toBe(
      'https://api.heroku.com/',
    );
  },
);

test.each([
  'https://proxy.example.com',
  'https://proxy.example.com:8443/',
  'http://127.0.0.1:5000',
  'http://127.10.0.1:5000',
  'http://localhost:5000',
  'http://[::1]:5000',
  ' http://localhost:5000 ',
])('%s may be used', (value) => {
  expect(herokuBaseUrl({ HEROKU_API_URL: value }).origin).toBe(
    new URL(value.trim()).origin,
  );
});

test.each([
  ['http elsewhere', 'http://api.heroku.com'],
  [
    'http on a host that only looks like loopback',
    'http://127.0.0.1.example.com',
  ],
  ['http on a private address', 'http://10.0.0.1'],
  ['http on all interfaces', 'http://0.0.0.0:5000'],
  ['a user name', 'https://hunter@proxy.example.com'],
  ['a user name and password', 'https://user:hunter@proxy.example.com'],
  ['a password alone', 'https://:hunter@proxy.example.com'],
  ['a path, which requests would lose', 'https://proxy.example.com/hunter'],
  ['a query', 'https://proxy.example.com/?hunter'],
  ['another scheme', 'ftp://127.0.0.1/hunter'],
  ['a file', 'file:///hunter'],
  ['no URL', 'hunter'],
])('%s is refused, without saying what it was', (_, value) => {
  let refusal: unknown;
  try {
    herokuBaseUrl({ HEROKU_API_URL: value });
  } catch (error) {
    refusal = error;
  }

  expect(refusal).toBeInstanceOf(IntegrationValidationError);
  expect(String(refusal)).toContain('HEROKU_API_URL');
  expect(String(refusal)).not.toContain('hunter');
});
