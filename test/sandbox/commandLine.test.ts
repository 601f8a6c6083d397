import { parseCommandLine, usage, UsageError } from './commandLine';
import { organisationDescriptions } from './organisations';

const NAMES = ['empty', 'enterprise'];

test('without anything it serves the enterprise organisation on a free port with a global token', () => {
  expect(parseCommandLine([], NAMES)).toEqual({
    help: false,
    organisation: 'enterprise',
    port: 0,
    scopes: ['global'],
    latencyMs: 0,
    bySchema: false,
  });
});

test('takes an organisation, a port, scopes and a latency', () => {
  const args = [
    'empty',
    '--port',
    '5001',
    '--scopes',
    'read, identity',
    '--latency',
    '20',
    '--by-schema',
  ];
  expect(parseCommandLine(args, NAMES)).toMatchObject({
    organisation: 'empty',
    port: 5001,
    scopes: ['read', 'identity'],
    latencyMs: 20,
    bySchema: true,
  });
});

test.each([
  [
    ['nowhere'],
    'There is no organisation "nowhere". There are: empty, enterprise.',
  ],
  [['empty', 'enterprise'], 'One organisation at a time'],
  [['--port', 'http'], '--port takes a whole number up to 65535, not "http"'],
  [['--port', '65536'], '--port takes a whole number'],
  [['--latency', '-1'], 'latency'],
  [['--scopes', 'read,,write'], '--scopes takes names'],
  [['--colour'], '--colour'],
])('%j is refused with a reason', (args, reason) => {
  expect(() => parseCommandLine(args, NAMES)).toThrow(UsageError);
  expect(() => parseCommandLine(args, NAMES)).toThrow(reason);
});

test('its help says what each organisation shows', () => {
  const help = usage(organisationDescriptions);
  expect(organisationDescriptions.size).toBeGreaterThan(4);
  for (const [name, sentence] of organisationDescriptions) {
    expect(help).toMatch(new RegExp(`^  ${name} +\\S`, 'm'));
    expect(help).toContain(sentence);
  }
});
