import { notRun, readCommands, WRITES } from './commands';
import type { Arguments, Subjects } from './subjects';

/** A command as the manifest of the command line has it. */
export interface ManifestCommand {
  flags?: Record<string, unknown>;
}

/** What becomes of the commands there are. */
export interface Plan {
  /** Command lines to run, without the program's name. */
  lines: string[][];
  /** Commands that read and are not run, with the reason. */
  skipped: Map<string, string>;
  /** How many commands change something. */
  writes: number;
  /** Commands that nobody has said anything about: they are newer than this tool. */
  unknown: string[];
}

/** Decides what to run of the commands that the manifest has. */
export function plan(
  manifest: Readonly<Record<string, ManifestCommand>>,
  subjects: Subjects,
): Plan {
  const result: Plan = {
    lines: [],
    skipped: new Map(),
    writes: 0,
    unknown: [],
  };
  for (const id of Object.keys(manifest).sort()) {
    const templates = readCommands[id];
    const reason = notRun.find(([expression]) => expression.test(id))?.[1];
    if (templates !== undefined) {
      const lines = templates.flatMap((template) =>
        withJson(expand(template, subjects), manifest[id]),
      );
      if (lines.length === 0) {
        result.skipped.set(id, 'the organisation has nothing to show with it');
      }
      result.lines.push(...lines.map((line) => [id, ...line]));
    } else if (WRITES.test(id)) result.writes++;
    else if (reason !== undefined) result.skipped.set(id, reason);
    else result.unknown.push(id);
  }
  return result;
}

/** One command line for each thing that a word in braces stands for. */
export function expand(template: string, subjects: Subjects): Arguments[] {
  let lines: Arguments[] = [[]];
  for (const word of template.split(' ').filter(Boolean)) {
    const kind = /^\{(\w+)\}$/.exec(word)?.[1];
    const choices = kind === undefined ? [[word]] : subjects.get(kind);
    if (choices === undefined) throw new Error(`Nothing is called ${word}`);
    lines = lines.flatMap((line) => choices.map((one) => [...line, ...one]));
  }
  return lines;
}

/** The lines, and the first of them as JSON where the command can do that and says nothing else of its output. */
function withJson(
  lines: Arguments[],
  command: ManifestCommand | undefined,
): Arguments[] {
  const [first] = lines;
  const canJson = command?.flags?.['json'] !== undefined;
  const isPlain = first?.every(
    (word) => !/^--(shell|csv|extended)$/.test(word),
  );
  return first !== undefined && canJson && isPlain
    ? [...lines, [...first, '--json']]
    : lines;
}
