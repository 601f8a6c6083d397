import type { ParseArgsConfig } from 'node:util';
import { parseArgs } from 'node:util';

/** A mistake that the user can correct. The message is all there is to say: it needs no stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The options of a command, as `parseArgs` of `node:util` takes them. */
export type Options = NonNullable<ParseArgsConfig['options']>;

/** What was typed: the options by name, and the words between them. */
export type CommandLine<O extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: O; allowPositionals: true }>
>;

/**
 * Reads a command line.
 *
 * @param mostWords how many words may stand beside the options
 * @throws UsageError for an option that does not exist, lacks its value or was given one, and for too many words
 */
export function readCommandLine<O extends Options>(
  args: string[],
  options: O,
  mostWords = 0,
): CommandLine<O> {
  let commandLine: CommandLine<O>;
  try {
    commandLine = parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(sentenceFor(error));
  }
  const tooMany = commandLine.positionals.slice(mostWords);
  if (tooMany.length > 0) {
    throw new UsageError(`"${tooMany.join(' ')}" is not expected here.`);
  }
  return commandLine;
}

/** Node's messages end in advice on escaping that nobody needs here. */
function sentenceFor(error: unknown): string {
  const { message } = error as Error;
  const unknown = /^Unknown option '([^']*)'/.exec(message)?.[1];
  if (unknown !== undefined) {
    return `There is no option ${unknown}.`;
  }
  return `${message.split('\n')[0]?.replace(/\.$/, '')}.`;
}
