import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A project of one file, to try the harness on something other than the integration. */
export interface ThrowawayProject {
  projectPath: string;
  remove: () => Promise<void>;
}

/**
 * Writes a project whose `src/index.js` is `source`.
 *
 * @param files further files, by path below the project
 */
export async function createThrowawayProject(
  source: string,
  files: Record<string, string> = {},
): Promise<ThrowawayProject> {
  const projectPath = await mkdtemp(path.join(tmpdir(), 'throwaway-project-'));
  const contents = { 'src/index.js': source, ...files };
  for (const [name, content] of Object.entries(contents)) {
    const file = path.join(projectPath, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  return {
    projectPath,
    remove: () => rm(projectPath, { recursive: true, force: true }),
  };
}
