import path from 'node:path';
import { readCommandLine, UsageError } from './commandLine';
import type { Invocation } from './protocol';

const JUPITERONE_API_URL = 'https://api.us.jupiterone.io';
/** The name is the SDK's; that it is fixed keeps its emptying of the folder away from anybody's own files. */
const STORAGE = '.j1-integration';

/** How much is printed beside the report: nothing, what needs attention, or the whole log. */
export type Verbosity = 'quiet' | 'normal' | 'verbose';

/** What was typed. */
export type Request =
  | { kind: 'help' }
  | { kind: 'version' }
  | {
      kind: 'invocation';
      invocation: Invocation;
      verbosity: Verbosity;
      json: boolean;
    };

export const USAGE = `Usage: graph-heroku collect [options]
       graph-heroku run -i ID [options]

Reads Heroku into a graph. "collect" writes the graph to this machine; "run" also
uploads it to JupiterOne. Neither changes anything in Heroku.

Options:
  -o, --output FOLDER      write to FOLDER/${STORAGE} (the working folder unless given)
  -i, --integration-instance-id ID
                           with "run": the integration instance in JupiterOne
      --api-base-url URL   with "run": JupiterOne's API, if your account is in another
                           region (${JUPITERONE_API_URL} unless given)
      --json               print the report as JSON
  -q, --quiet              print nothing if everything was complete
  -v, --verbose            print the whole log
  -h, --help               show this
      --version            show the version

Environment, or lines of a .env file in the working folder:
  API_KEY                  the Heroku API key
  JUPITERONE_ACCOUNT       with "run": the id of your JupiterOne account
  JUPITERONE_API_KEY       with "run": a JupiterOne API key that may upload
  INGEST_APP_DETAILS       true for domains, certificates, log drains, webhooks,
                           processes, features and telemetry drains of apps: one
                           request per app for each

Exit codes:
  0  everything was complete
  1  it failed: nothing was collected, or JupiterOne did not take it
  2  partial: something could not be read, and JupiterOne keeps what it had of that`;

const OPTIONS = {
  output: { type: 'string', short: 'o' },
  'integration-instance-id': { type: 'string', short: 'i' },
  'api-base-url': { type: 'string' },
  json: { type: 'boolean' },
  quiet: { type: 'boolean', short: 'q' },
  verbose: { type: 'boolean', short: 'v' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

const OF_RUN_ONLY = ['integration-instance-id', 'api-base-url'] as const;

/**
 * Reads what the command is asked to do.
 *
 * @throws UsageError for what makes no sense, with a sentence on what does
 */
export function readRequest(args: string[]): Request {
  const { values, positionals } = readCommandLine(args, OPTIONS, 1);
  if (values.help) {
    return { kind: 'help' };
  }
  if (values.version) {
    return { kind: 'version' };
  }
  const [command] = positionals;
  if (command !== 'collect' && command !== 'run') {
    throw new UsageError(
      command === undefined
        ? 'Say what to do: "collect" or "run".'
        : `There is no command "${command}", only "collect" and "run".`,
    );
  }
  if (values.quiet && values.verbose) {
    throw new UsageError('Choose one of --quiet and --verbose.');
  }
  const stray = OF_RUN_ONLY.find((name) => values[name] !== undefined);
  if (command === 'collect' && stray !== undefined) {
    throw new UsageError(
      `--${stray} goes with "run": "collect" uploads nothing.`,
    );
  }
  const integrationInstanceId = values['integration-instance-id']?.trim();
  if (command === 'run' && !integrationInstanceId) {
    throw new UsageError(
      '"run" uploads for an integration instance of your JupiterOne account: say which with --integration-instance-id.',
    );
  }
  return {
    kind: 'invocation',
    json: values.json ?? false,
    verbosity: values.verbose ? 'verbose' : values.quiet ? 'quiet' : 'normal',
    invocation: {
      command,
      storageDirectory: path.resolve(values.output ?? '.', STORAGE),
      apiBaseUrl: secureUrl(values['api-base-url'] ?? JUPITERONE_API_URL),
      integrationInstanceId,
    },
  };
}

/** The JupiterOne key goes to this address: only encrypted, or within this machine. */
function secureUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isLoopback =
    url !== undefined &&
    ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (
    url?.protocol !== 'https:' &&
    !(url?.protocol === 'http:' && isLoopback)
  ) {
    throw new UsageError(
      `--api-base-url takes an https address, such as ${JUPITERONE_API_URL}.`,
    );
  }
  return text;
}
