import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const ROOT = path.resolve(__dirname, '..');

/** Who imports whom, by what {@link roomOf} calls them. */
type Imports = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The rooms of `src/` and who imports whom, as dependency-cruiser finds it: a Mermaid flowchart. An arrow that others
 * imply is left out, such as that from `steps` to `model`, which `collection` imports too.
 */
export async function architecturePicture(): Promise<string> {
  const imports = await importsBetweenRooms();
  const arrows = [...imports]
    .flatMap(([from, targets]) =>
      [...targets]
        .filter((to) => !isImplied(imports, from, to))
        .map((to) => `  ${nodeOf(from)} --> ${nodeOf(to)}`),
    )
    .sort();
  return ['```mermaid', 'flowchart TD', ...arrows, '```'].join('\n');
}

async function importsBetweenRooms(): Promise<Imports> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      path.join(ROOT, 'node_modules/.bin/depcruise'),
      '--output-type',
      'json',
      'src',
    ],
    { cwd: ROOT, maxBuffer: 2 ** 26 },
  );
  const { modules } = JSON.parse(stdout) as {
    modules: { source: string; dependencies: { resolved: string }[] }[];
  };
  const imports = new Map<string, Set<string>>();
  for (const { source, dependencies } of modules) {
    const from = roomOf(source);
    for (const { resolved } of dependencies) {
      const to = roomOf(resolved);
      if (from !== undefined && to !== undefined && from !== to) {
        imports.set(from, (imports.get(from) ?? new Set()).add(to));
      }
    }
  }
  return imports;
}

/** `src/heroku/http/answer.ts` is of `heroku/http`; what is outside of `src/` is of no room. */
function roomOf(file: string): string | undefined {
  return /^src\/(heroku\/http|[^/]+)/.exec(file)?.[1];
}

/** Whether one room imports another through a third. */
function isImplied(imports: Imports, from: string, to: string): boolean {
  return [...(imports.get(from) ?? [])].some(
    (between) => between !== to && reaches(imports, between, to),
  );
}

function reaches(imports: Imports, from: string, to: string): boolean {
  const targets = imports.get(from) ?? new Set();
  return (
    targets.has(to) || [...targets].some((next) => reaches(imports, next, to))
  );
}

/** Mermaid takes no slashes and dots in the name of a node. */
function nodeOf(room: string): string {
  const id = room.replace(/\W/g, '_');
  return id === room ? room : `${id}["${room}"]`;
}
