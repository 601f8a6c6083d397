import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const PROJECT_ROOT = path.resolve(__dirname, '..');
const MODULES = path.join(PROJECT_ROOT, 'node_modules');

const COLLECTORS = ['integration', 'floor', 'reading'] as const;

/** What is measured: this integration, or a bare one that shows what the SDK, or reading, takes. */
export type Collector = (typeof COLLECTORS)[number];

/** A temporary folder with the compiled integration and a project for each collector. */
export interface Workspace {
  folder: string;
  projectOf(collector: Collector): string;
  /** The compiled module that is loaded before everything else in a measured process. */
  usageModule: string;
  remove(): Promise<void>;
}

/** Compiles the integration and the collectors as they are now. */
export async function createWorkspace(): Promise<Workspace> {
  const folder = await mkdtemp(path.join(tmpdir(), 'graph-heroku-bench-'));
  const build = path.join(folder, 'build');
  const compiled = (name: string) =>
    path.join(build, 'bench/collectors', `${name}.js`);
  const projectOf = (collector: Collector) => path.join(folder, collector);

  await mkdir(build);
  await symlink(MODULES, path.join(build, 'node_modules'));
  await compile(build);
  for (const collector of COLLECTORS) {
    const src = path.join(projectOf(collector), 'src');
    await mkdir(src, { recursive: true });
    await writeFile(
      path.join(src, 'index.js'),
      `module.exports = require(${JSON.stringify(compiled(collector))});\n`,
    );
  }
  return {
    folder,
    projectOf,
    usageModule: compiled('usage'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function compile(outDir: string): Promise<void> {
  const child = spawn(
    process.execPath,
    [
      path.join(MODULES, 'typescript/bin/tsc'),
      ...['-p', path.join(__dirname, 'tsconfig.build.json')],
      ...['--outDir', outDir],
    ],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (exitCode !== 0) {
    throw new Error('The integration does not compile');
  }
}
