import { parseArgs } from 'node:util';

/** Something that the user typed is wrong; the message says what. */
export class UsageError extends Error {}

/** What `npm run sandbox` was asked to do. */
export interface CommandLine<Name extends string> {
  help: boolean;
  organisation: Name;
  /** 0 for a free one. */
  port: number;
  scopes: string[];
  latencyMs: number;
  /** Whether answers and ranges are those of the published schema and no more. */
  bySchema: boolean;
}

const DEFAULT_ORGANISATION = 'enterprise';

/** @param organisations a sentence on each, by name */
export function usage(organisations: ReadonlyMap<string, string>): string {
  const width = Math.max(...[...organisations.keys()].map((n) => n.length));
  const list = [...organisations].map(
    ([name, sentence]) => `  ${name.padEnd(width)}  ${sentence}`,
  );
  return `Usage: npm run sandbox -- [organisation] [options]

Starts a simulated Heroku Platform API on this machine.

Organisations (${DEFAULT_ORGANISATION} unless given):
${list.join('\n')}

Options:
  --port N         listen on this port (a free one unless given)
  --scopes a,b     scopes of the token (global unless given)
  --latency MS     wait before each answer
  --by-schema      send what the published schema says, and nothing that the real service adds
  --help           show this`;
}

/** Reads the command line. Throws a {@link UsageError} for what makes no sense. */
export function parseCommandLine<Name extends string>(
  args: string[],
  organisations: readonly Name[],
): CommandLine<Name> {
  const { values, positionals } = parseOptions(args);
  const [asked = DEFAULT_ORGANISATION, ...more] = positionals;
  if (more.length > 0) {
    throw new UsageError(
      `One organisation at a time, not ${positionals.join(' and ')}.`,
    );
  }
  const organisation = organisations.find((name) => name === asked);
  if (organisation === undefined) {
    throw new UsageError(
      `There is no organisation "${asked}". There are: ${organisations.join(', ')}.`,
    );
  }
  const scopes = (values.scopes ?? 'global')
    .split(',')
    .map((scope) => scope.trim());
  if (scopes.includes('')) {
    throw new UsageError(
      '--scopes takes names with commas between them, e.g. read,identity.',
    );
  }
  return {
    help: values.help ?? false,
    organisation,
    port: wholeNumber('--port', values.port, 65_535),
    scopes,
    bySchema: values['by-schema'] ?? false,
    latencyMs: wholeNumber('--latency', values.latency, 600_000),
  };
}

function parseOptions(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        port: { type: 'string' },
        scopes: { type: 'string' },
        latency: { type: 'string' },
        'by-schema': { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(
      error instanceof Error ? error.message : String(error),
    );
  }
}

function wholeNumber(
  option: string,
  text: string | undefined,
  most: number,
): number {
  if (text === undefined) return 0;
  if (!/^\d+$/.test(text) || Number(text) > most) {
    throw new UsageError(
      `${option} takes a whole number up to ${most}, not "${text}".`,
    );
  }
  return Number(text);
}
