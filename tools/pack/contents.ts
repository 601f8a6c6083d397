import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import packageJson from '../../package.json';
import type { Consumer } from './consumer';
import { filesIn, PROJECT_ROOT } from './consumer';

/** What the package has no business holding. */
const UNWANTED =
  /\.map$|\.test\.|(^|\/)(test|tools|bench|sandbox|__recordings__|\.env.*)(\/|$)|(?<!\.d)\.ts$/;

const WANTED = [
  'package.json',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'docs/jupiterone.md',
  'dist/src/index.js',
  'dist/src/index.d.ts',
  'dist/src/cli/main.js',
  'dist/src/cli/worker.js',
];

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

/** Something that must hold for a consumer. It answers what is wrong, or nothing. */
export type Check = readonly [
  name: string,
  check: (consumer: Consumer) => Promise<string | undefined>,
];

/** What holds of the installed package, before it is run. */
export const CONTENT_CHECKS: readonly Check[] = [
  ['the package holds what is used and nothing else', checkFiles],
  ['there is one copy of the SDK', checkOneSdk],
  ['require() gives the complete invocation config', checkRequire],
  ['its types resolve under strict', checkTypes],
];

async function checkFiles({
  packageFolder,
}: Consumer): Promise<string | undefined> {
  const files = await filesIn(packageFolder);
  const names = files.map((file) =>
    path.relative(packageFolder, file).split(path.sep).join('/'),
  );
  const missing = WANTED.filter((name) => !names.includes(name));
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
      return `${path.relative(packageFolder, file)} names a path of this machine`;
    }
  }
  return undefined;
}

/** SDK 8 recognises its errors by their class: with two copies of it, a refused key would be an unknown error. */
async function checkOneSdk({ folder }: Consumer): Promise<string | undefined> {
  const files = await filesIn(path.join(folder, 'node_modules'));
  const copies = files.filter((file) =>
    file.endsWith(path.normalize('/integration-sdk-core/package.json')),
  );
  return copies.length === 1 ? undefined : `there are ${copies.length}`;
}

async function checkRequire(consumer: Consumer): Promise<string | undefined> {
  await consumer.mustRun(process.execPath, [
    '-e',
    `
    const { invocationConfig: config } = require('${packageJson.name}');
    const steps = config.integrationSteps;
    const problems = [
      ...['validateInvocation', 'getStepStartStates'].filter((name) => typeof config[name] !== 'function'),
      ...['instanceConfigFields', 'ingestionConfig'].filter((name) => typeof config[name] !== 'object'),
      ...(config.instanceConfigFields.apiKey.mask ? [] : ['a masked apiKey']),
      ...(steps.length > 0 ? [] : ['steps']),
      ...steps.filter((step) => typeof step.executionHandler !== 'function').map((step) => step.id),
    ];
    if (problems.length > 0) throw new Error('incomplete: ' + problems.join(', '));`,
  ]);
  return undefined;
}

async function checkTypes(consumer: Consumer): Promise<string | undefined> {
  const compilerOptions = {
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    target: 'es2022',
    module: 'node16',
    types: [],
  };
  await writeFile(path.join(consumer.folder, 'uses.ts'), TYPES_PROGRAM);
  await writeFile(
    path.join(consumer.folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, files: ['uses.ts'] }),
  );
  await consumer.mustRun(process.execPath, [
    path.join(PROJECT_ROOT, 'node_modules/typescript/bin/tsc'),
    '-p',
    '.',
  ]);
  return undefined;
}
