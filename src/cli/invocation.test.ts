import path from 'node:path';
import { UsageError } from './commandLine';
import { readRequest } from './invocation';

test.each([
  [[], /Say what to do/],
  [['upload'], /no command "upload"/],
  [['collect', '--nope'], /There is no option --nope/],
  [['collect', '--output'], /--output/],
  [['collect', 'twice'], /"twice" is not expected here/],
  [['collect', '--quiet', '--verbose'], /one of --quiet and --verbose/],
  [['collect', '-i', 'x'], /--integration-instance-id goes with "run"/],
  [['collect', '--api-base-url', 'x'], /--api-base-url goes with "run"/],
  [['run'], /say which with --integration-instance-id/],
  [['run', '-i', ' '], /say which with --integration-instance-id/],
  ...['http://example.com', 'ftp://example.com', 'example.com', ''].map(
    (url): [string[], RegExp] => [
      ['run', '-i', 'x', '--api-base-url', url],
      /takes an https address/,
    ],
  ),
])('%j is a mistake that a sentence explains', (args, sentence) => {
  const read = () => readRequest(args);

  expect(read).toThrow(UsageError);
  expect(read).toThrow(sentence);
});

test('collect writes to .j1-integration in the working folder, or in the one that --output names', () => {
  expect(readRequest(['collect'])).toMatchObject({
    kind: 'invocation',
    verbosity: 'normal',
    json: false,
    invocation: {
      command: 'collect',
      storageDirectory: path.resolve('.j1-integration'),
    },
  });
  expect(readRequest(['collect', '-o', 'out', '--json', '-q'])).toMatchObject({
    verbosity: 'quiet',
    json: true,
    invocation: { storageDirectory: path.resolve('out/.j1-integration') },
  });
});

test.each(['http://127.0.0.1:1', 'http://localhost', 'https://example.com'])(
  'run uploads to %s',
  (url) => {
    expect(
      readRequest(['run', '-i', ' an-id ', '--api-base-url', url]),
    ).toMatchObject({
      invocation: { apiBaseUrl: url, integrationInstanceId: 'an-id' },
    });
  },
);

test('--help and --version win over everything else', () => {
  expect(readRequest(['run', '--help'])).toEqual({ kind: 'help' });
  expect(readRequest(['--version'])).toEqual({ kind: 'version' });
});
