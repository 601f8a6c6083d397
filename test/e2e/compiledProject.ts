import { rmSync } from 'node:fs';
import {
  mkdir,
  mkdtemp,
  readdir,
  realpath,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Options } from '@swc/core';
import { transformFile } from '@swc/core';

const PROJECT_ROOT = path.resolve(__dirname, '../..');
const VARIABLE = 'GRAPH_HEROKU_COMPILED_PROJECT';

/** The folder that looks like this project and has compiled sources. */
export function compiledProject(): string {
  const folder = process.env[VARIABLE];
  if (folder === undefined) {
    throw new Error('Only Jest compiles the sources: see jest.config.js.');
  }
  return folder;
}

/**
 * Compiles the sources once for all processes that a run of Jest starts, with the options that Jest itself uses.
 * The CLI would otherwise load TypeScript and compile every file anew each time, which is most of what a short run
 * costs.
 */
export default async function compileProject(
  _: unknown,
  { transform }: { transform: [string, string, Options][] },
): Promise<void> {
  const [, , options] = transform[0] ?? [];
  const folder = await realpath(
    await mkdtemp(path.join(tmpdir(), 'graph-heroku-compiled-')),
  );
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

  const sources = await readdir(path.join(PROJECT_ROOT, 'src'), {
    recursive: true,
  });
  await Promise.all(
    sources
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map(async (name) => {
        const { code } = await transformFile(
          path.join(PROJECT_ROOT, 'src', name),
          { ...options, sourceMaps: false, swcrc: false },
        );
        const file = path.join(folder, 'src', name.replace(/\.ts$/, '.js'));
        await mkdir(path.dirname(file), { recursive: true });
        await writeFile(file, code);
      }),
  );
  for (const name of ['docs', 'package.json', 'node_modules']) {
    await symlink(path.join(PROJECT_ROOT, name), path.join(folder, name));
  }
  process.env[VARIABLE] = folder;
}
