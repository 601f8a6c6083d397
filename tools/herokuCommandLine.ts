import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startSandbox, type Sandbox } from '../test/sandbox';
import {
  createOrganisation,
  organisationNames,
} from '../test/sandbox/organisations';
import { lastLines, runCommand } from './command';
import { CommandLine } from './herokuCommandLine/commandLine';
import { plan, type ManifestCommand } from './herokuCommandLine/plan';
import { subjectsOf } from './herokuCommandLine/subjects';

const PACKAGE = 'heroku';
const INSTALL_TIMEOUT_MS = 900_000;
const COMMAND_TIMEOUT_MS = 60_000;

const USAGE = `Usage: npm run check:cli -- [--organisation NAME] [--folder PATH | --keep] [--only TEXT]

Runs the read commands of Heroku's own command line against the sandbox, and prints which fail.
The command line comes from the package registry into a scratch folder, about 400 MB. It gets the
sandbox's key and address, and no way to another host.

Options:
  --organisation NAME   ${organisationNames.join(', ')} (enterprise unless given)
  --keep                keep the scratch folder, and say where it is
  --folder PATH         use the folder that an earlier run kept
  --only TEXT           run only the command lines that contain it
  --help                show this`;

interface Options {
  organisation: (typeof organisationNames)[number];
  keep: boolean;
  folder?: string;
  only: string;
}

async function main(): Promise<void> {
  const options = readOptions();
  if (options === undefined) return;
  const folder =
    options.folder ??
    (await mkdtemp(path.join(tmpdir(), 'graph-heroku-command-line-')));
  const organisation = createOrganisation(options.organisation);
  const sandbox = await startSandbox({ organisation });
  try {
    if (options.folder === undefined) await install(folder);
    await check(sandbox, folder, options);
  } finally {
    await sandbox.close();
    if (options.keep) console.log(`Kept: ${folder}`);
    else if (options.folder === undefined) {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

function readOptions(): Options | undefined {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      keep: { type: 'boolean', default: false },
      folder: { type: 'string' },
      only: { type: 'string', default: '' },
      organisation: { type: 'string', default: 'enterprise' },
    },
  });
  const organisation = organisationNames.find(
    (name) => name === values.organisation,
  );
  if (values.help || organisation === undefined) {
    console.error(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return undefined;
  }
  return { ...values, organisation };
}

async function install(folder: string): Promise<void> {
  console.log(`Installing ${PACKAGE} …`);
  await writeFile(path.join(folder, 'package.json'), '{"private":true}');
  const args = [
    'install',
    PACKAGE,
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
  ];
  const result = await runCommand('npm', args, {
    cwd: folder,
    timeoutMs: INSTALL_TIMEOUT_MS,
  });
  if (result.exitCode !== 0) {
    throw new Error(`npm ${args.join(' ')}:\n${lastLines(result.output, 20)}`);
  }
}

async function check(
  sandbox: Sandbox,
  folder: string,
  { only }: Options,
): Promise<void> {
  const program = path.join(folder, 'node_modules', PACKAGE);
  const { commands } = JSON.parse(
    await readFile(path.join(program, 'oclif.manifest.json'), 'utf8'),
  ) as { commands: Record<string, ManifestCommand> };
  const { lines, skipped, writes, unknown } = plan(
    commands,
    subjectsOf(sandbox.organisation),
  );
  const chosen = lines.filter((line) => line.join(' ').includes(only));

  console.log(`Running ${chosen.length} command lines …\n`);
  const failed: string[] = [];
  const commandLine = new CommandLine(
    program,
    {
      PATH: process.env['PATH'],
      HOME: folder,
      HEROKU_HOST: sandbox.url,
      HEROKU_API_KEY: sandbox.apiKey,
      DISABLE_TELEMETRY: 'true',
      HEROKU_SKIP_NEW_VERSION_CHECK: '1',
      NO_COLOR: '1',
    },
    COMMAND_TIMEOUT_MS,
  );
  try {
    for (const line of chosen) {
      const { exitCode, output } = await commandLine.run(line);
      if (exitCode === 0) continue;
      const why = lastLines(output, 6).replace(/^/gm, '        ');
      failed.push(`${line.join(' ')}\n${why}`);
    }
  } finally {
    commandLine.close();
  }

  for (const failure of failed) console.log(`FAILED  ${failure}\n`);
  console.log(`Not run (${skipped.size}):`);
  for (const [id, reason] of skipped) console.log(`  ${id}: ${reason}`);
  if (unknown.length > 0) {
    console.log(`\nNot known to this check: ${unknown.join(', ')}`);
  }
  console.log(
    `\n${chosen.length} read command lines, ${failed.length} failed; ${skipped.size} commands not run, ${writes} write.`,
  );
  if (failed.length > 0 || unknown.length > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
