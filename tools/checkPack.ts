import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import packageJson from '../package.json';
import { readGraph } from '../test/e2e/graph';
import { startSandbox } from '../test/sandbox';
import { createOrganisation } from '../test/sandbox/organisations';
import { lastLines, runCommand } from './command';
import { COMPLETE_ORGANISATION, faultsOf } from './demoReport';

/**
 * `npm run check:pack`: packs the integration, installs it with the SDK's CLI in an empty folder and uses it there as
 * a stranger would.
 */

const PROJECT_ROOT = path.resolve(__dirname, '..');
const INSTALLED = path.join('node_modules', packageJson.name);
const SDK = '@jupiterone/integration-sdk';
const SDK_VERSION = packageJson.devDependencies[`${SDK}-cli`];
const INSTALL_TIMEOUT_MS = 300_000;
const TIMEOUT_MS = 120_000;

/** As `docs/development.md` and the README say it. */
const COLLECT = ['j1-integration', 'collect', '-p', `${INSTALLED}/dist`];

/** What the package has no business holding. */
const UNWANTED =
  /\.map$|\.test\.|(^|\/)(test|tools|bench|sandbox|__recordings__|\.env.*)(\/|$)|(?<!\.d)\.ts$/;

const TYPES_PROGRAM = `
import type { IntegrationConfig } from '${packageJson.name}';
import { invocationConfig } from '${packageJson.name}';

const validate: (context: never) => unknown = invocationConfig.validateInvocation!;
const ids: string[] = invocationConfig.integrationSteps.map(({ id }) => id);
const config: IntegrationConfig = { apiKey: 'an example' };
// @ts-expect-error: what has no types would be a number too.
const wrong: number = invocationConfig.integrationSteps;
// @ts-expect-error: the key is required.
const keyless: IntegrationConfig = {};

export { validate, ids, config, wrong, keyless };
`;

async function main(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'graph-heroku-pack-'));
  try {
    const tarball = await pack(folder);
    await install(folder, tarball);
    for (const [name, check] of CHECKS) {
      const problem = await check(folder);
      if (problem !== undefined) {
        throw new Error(`${name}: ${problem}`);
      }
      console.log(`ok  ${name}`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Each answers what is wrong, or nothing. */
const CHECKS: readonly [
  string,
  (folder: string) => Promise<string | undefined>,
][] = [
  ['the package holds what is used and nothing else', checkFiles],
  ['there is one copy of the SDK', checkOneSdk],
  ['require() gives the complete invocation config', checkRequire],
  ['its types resolve under strict', checkTypes],
  [`npx ${COLLECT.join(' ')} collects`, checkCollect],
];

async function pack(folder: string): Promise<string> {
  await run('npm', ['pack', '--pack-destination', folder], {
    cwd: PROJECT_ROOT,
    timeoutMs: TIMEOUT_MS,
  });
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) {
    throw new Error('npm pack made no tarball');
  }
  return `./${tarball}`;
}

async function install(folder: string, tarball: string): Promise<void> {
  await writeFile(path.join(folder, 'package.json'), '{"private":true}\n');
  const packages = ['cli', 'runtime'].map(
    (name) => `${SDK}-${name}@${SDK_VERSION}`,
  );
  await run(
    'npm',
    ['install', '--no-audit', '--no-fund', '--prefer-offline'].concat(
      tarball,
      packages,
    ),
    { cwd: folder, timeoutMs: INSTALL_TIMEOUT_MS },
  );
}

async function checkFiles(folder: string): Promise<string | undefined> {
  const root = path.join(folder, INSTALLED);
  const files = await filesIn(root);
  const names = files.map((file) =>
    path.relative(root, file).split(path.sep).join('/'),
  );
  const wanted = [
    'package.json',
    'README.md',
    'CHANGELOG.md',
    'LICENSE',
    'docs/jupiterone.md',
    'dist/src/index.js',
    'dist/src/index.d.ts',
  ];
  const missing = wanted.filter((name) => !names.includes(name));
  if (missing.length > 0) {
    return `${missing.join(', ')} not in it`;
  }
  const unwanted = names.filter((name) => UNWANTED.test(name));
  if (unwanted.length > 0) {
    return `${unwanted.slice(0, 5).join(', ')}${unwanted.length > 5 ? ` and ${unwanted.length - 5} more` : ''} should not be in it`;
  }
  for (const file of files) {
    const content = await readFile(file, 'utf8');
    if (content.includes(PROJECT_ROOT + path.sep)) {
      return `${path.relative(root, file)} names a path of this machine`;
    }
  }
  return undefined;
}

/** The SDK tells errors by their class: with two copies of it, a refused key would be an unknown error. */
async function checkOneSdk(folder: string): Promise<string | undefined> {
  const copies = (await filesIn(path.join(folder, 'node_modules'))).filter(
    (file) => file.endsWith(path.normalize(`${SDK}-core/package.json`)),
  );
  return copies.length === 1 ? undefined : `there are ${copies.length}`;
}

async function checkRequire(folder: string): Promise<string | undefined> {
  const program = `
    const { invocationConfig: config } = require('${packageJson.name}');
    const steps = config.integrationSteps;
    const problems = [
      ...['validateInvocation', 'getStepStartStates'].filter((name) => typeof config[name] !== 'function'),
      ...['instanceConfigFields', 'ingestionConfig'].filter((name) => typeof config[name] !== 'object'),
      ...(config.instanceConfigFields.apiKey.mask ? [] : ['a masked apiKey']),
      ...(steps.length > 0 ? [] : ['steps']),
      ...steps.filter((step) => typeof step.executionHandler !== 'function').map((step) => step.id),
    ];
    if (problems.length > 0) throw new Error('incomplete: ' + problems.join(', '));`;
  await run(process.execPath, ['-e', program], {
    cwd: folder,
    timeoutMs: TIMEOUT_MS,
  });
  return undefined;
}

async function checkTypes(folder: string): Promise<string | undefined> {
  const compilerOptions = {
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    target: 'es2022',
    module: 'node16',
    types: [],
  };
  await writeFile(path.join(folder, 'uses.ts'), TYPES_PROGRAM);
  await writeFile(
    path.join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, files: ['uses.ts'] }),
  );
  const tsc = path.join(PROJECT_ROOT, 'node_modules/typescript/bin/tsc');
  await run(process.execPath, [tsc, '-p', '.'], {
    cwd: folder,
    timeoutMs: TIMEOUT_MS,
  });
  return undefined;
}

async function checkCollect(folder: string): Promise<string | undefined> {
  const sandbox = await startSandbox({
    organisation: createOrganisation(COMPLETE_ORGANISATION),
  });
  try {
    const result = await runCommand('npx', COLLECT, {
      cwd: folder,
      env: { ...process.env, ...sandbox.environment() },
      timeoutMs: TIMEOUT_MS,
    });
    const faults = faultsOf({
      ...result,
      organisation: COMPLETE_ORGANISATION,
      graph: await readGraph(
        path.join(folder, INSTALLED, 'dist/.j1-integration'),
      ),
      requests: sandbox.requests.length,
    });
    return faults.length === 0
      ? undefined
      : `${faults.join(' ')}\n${lastLines(result.output, 30)}`;
  } finally {
    await sandbox.close();
  }
}

async function filesIn(folder: string): Promise<string[]> {
  const children = await readdir(folder, {
    withFileTypes: true,
    recursive: true,
  });
  return children
    .filter((child) => child.isFile())
    .map((child) => path.join(child.parentPath, child.name));
}

async function run(
  command: string,
  args: string[],
  options: { cwd: string; timeoutMs: number },
): Promise<void> {
  const { exitCode, timedOut, output } = await runCommand(
    command,
    args,
    options,
  );
  if (exitCode !== 0) {
    const ended = timedOut ? 'did not end in time' : `ended with ${exitCode}`;
    throw new Error(
      `${path.basename(command)} ${args.slice(0, 2).join(' ')} ${ended}:\n${lastLines(output, 30)}`,
    );
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
