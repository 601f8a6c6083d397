import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import type { JupiterOne } from '../jupiterone/server';
import { startJupiterOne } from '../jupiterone/server';
import { readGraph } from './graph';
import { parseLog } from './log';
import type { CliOptions, CliResult } from './process';
import { runCli } from './process';
import type { ThrowawayProject } from './throwawayProject';
import { createThrowawayProject } from './throwawayProject';

/** One step that writes what it sees of its process into an entity, and misbehaves as the environment says. */
const SOURCE = `
exports.invocationConfig = {
  instanceConfigFields: { apiKey: { type: 'string', mask: true } },
  async validateInvocation() {
    if (process.env.REFUSE) throw new Error('the key was refused');
  },
  integrationSteps: [{
    id: 'fetch-things',
    name: 'Fetch things',
    entities: [{ resourceName: 'Thing', _type: 'thing', _class: 'Record' }],
    relationships: [],
    async executionHandler({ jobState, logger, instance }) {
      if (process.env.HANG) {
        console.log('the step hangs');
        await new Promise((resolve) => setTimeout(resolve, 60_000));
      }
      logger.warn({ stepsDone: 0 }, 'a warning');
      await jobState.addEntities([{
        _key: 'thing:0000001',
        _type: 'thing',
        _class: 'Record',
        name: instance.config.apiKey,
        displayName: process.cwd(),
        environment: Object.keys(process.env),
      }]);
      if (process.env.FAIL) throw new Error('the step failed');
    },
  }],
};
`;
const DOTENV_KEY = 'from the project dotenv file';

let project: ThrowawayProject;
const results: CliResult[] = [];

beforeAll(async () => {
  project = await createThrowawayProject(SOURCE, {
    '.env': `API_KEY=${DOTENV_KEY}\n`,
    'docs/jupiterone.md': '# Before\n',
  });
});

afterEach(async () => {
  await Promise.all(results.splice(0).map((result) => result.cleanUp()));
});

afterAll(async () => {
  await project.remove();
});

async function runProject(
  command: Parameters<typeof runCli>[0],
  options: CliOptions = {},
): Promise<CliResult> {
  const result = await runCli(command, {
    projectPath: project.projectPath,
    env: { API_KEY: 'key' },
    ...options,
  });
  results.push(result);
  return result;
}

test('runs beside each other write to folders of their own, and nothing into the project', async () => {
  const runs = await Promise.all(
    ['one', 'two'].map((key) =>
      runProject('collect', { env: { API_KEY: key } }),
    ),
  );

  const graphs = await Promise.all(
    runs.map((run) => readGraph(run.storageDirectory)),
  );
  expect(
    graphs.map(({ entities }) => entities.map(({ name }) => name)),
  ).toEqual([['one'], ['two']]);
  expect(existsSync(path.join(project.projectPath, '.j1-integration'))).toBe(
    false,
  );
});

test('the process sees the environment it is given and nothing of ours', async () => {
  process.env.GRAPH_HEROKU_LEAK = 'leak';

  const { storageDirectory } = await runProject('collect', {
    env: { API_KEY: 'key', GIVEN: 'yes' },
  });

  delete process.env.GRAPH_HEROKU_LEAK;
  const { entities } = await readGraph(storageDirectory);
  expect(entities[0]?.environment).toEqual([
    'PATH',
    'HOME',
    'API_KEY',
    'GIVEN',
    // The SDK sets these for itself.
    'JUPITERONE_INTEGRATION_STORAGE_DIRECTORY',
    'ENABLE_GRAPH_OBJECT_SCHEMA_VALIDATION',
  ]);
});

test("the project's .env stays out of the run", async () => {
  const result = await runProject('collect', { env: {} });

  expect(result.exitCode).toBe(1);
  expect(result.stderr).toContain('Expected environment variable "API_KEY"');
});

test('without a folder of its own the process runs where it is told, on the project it is told', async () => {
  const { workingDirectory, storageDirectory } = await runProject('collect', {
    cwd: path.dirname(project.projectPath),
    args: ['-p', path.basename(project.projectPath)],
  });

  expect(storageDirectory).toBe(
    path.join(project.projectPath, '.j1-integration'),
  );
  const { entities } = await readGraph(storageDirectory);
  expect(entities[0]?.displayName).toBe(workingDirectory);
});

test('document rewrites a copy', async () => {
  const { exitCode, workingDirectory } = await runProject('document');

  const read = (folder: string) =>
    readFile(path.join(folder, 'docs/jupiterone.md'), 'utf8');
  expect(exitCode).toBe(0);
  expect(await read(workingDirectory)).toContain('`thing`');
  expect(await read(project.projectPath)).toBe('# Before\n');
});

test('cleaning up leaves nothing on the disk', async () => {
  const result = await runProject('collect');
  const { workingDirectory } = result;
  expect(existsSync(workingDirectory)).toBe(true);

  await result.cleanUp();

  expect(existsSync(path.dirname(workingDirectory))).toBe(false);
});

test('a process that does not end in time is killed and said to be', async () => {
  const result = await runProject('collect', {
    env: { API_KEY: 'key', HANG: '1' },
    timeoutMs: 3_000,
  });

  expect(result).toMatchObject({ timedOut: true, signal: 'SIGKILL' });
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s is sent when the output says so, and ends the process',
  async (signal) => {
    const result = await runProject('collect', {
      env: { API_KEY: 'key', HANG: '1' },
      signalAfter: { signal, when: /the step hangs/ },
    });

    expect(result).toMatchObject({ timedOut: false, signal, exitCode: null });
    expect(await readGraph(result.storageDirectory)).toMatchObject({
      entities: [],
      summary: undefined,
    });
  },
);

test('a signal is sent when a promise is fulfilled', async () => {
  const result = await runProject('collect', {
    env: { API_KEY: 'key', HANG: '1' },
    signalAfter: { signal: 'SIGTERM', when: Promise.resolve() },
  });

  expect(result.signal).toBe('SIGTERM');
});

test('the log is read with its levels and messages', async () => {
  const { stdout } = await runProject('collect', {
    env: { API_KEY: 'key', FAIL: '1' },
  });

  const log = parseLog(stdout);
  const at = (level: string) => log.filter((record) => record.level === level);
  expect(at('WARN').map(({ message }) => message)).toEqual([
    'a warning (stepId=fetch-things, stepsDone=0)',
  ]);
  expect(at('ERROR')).toHaveLength(1);
  expect(at('ERROR')[0]?.details).toContain('Error: the step failed');
});

test('a failed step ends with exit code 0 and its types partial', async () => {
  const { exitCode, storageDirectory } = await runProject('collect', {
    env: { API_KEY: 'key', FAIL: '1' },
  });

  const { entities, summary } = await readGraph(storageDirectory);
  expect(exitCode).toBe(0);
  expect(entities).toHaveLength(1);
  expect(summary?.metadata.partialDatasets.types).toEqual(['thing']);
});

describe('run against the stand-in of JupiterOne', () => {
  let jupiterOne: JupiterOne;

  beforeEach(async () => {
    jupiterOne = await startJupiterOne({ withEvents: true });
  });

  afterEach(async () => {
    await jupiterOne.close();
  });

  const upload = (env: Record<string, string> = {}) =>
    runProject('run', {
      args: jupiterOne.runArguments('instance-1'),
      env: { API_KEY: 'key', ...jupiterOne.env, ...env },
    });

  test('what was collected is uploaded and kept', async () => {
    const { storageDirectory } = await upload();

    const { entities } = await readGraph(storageDirectory);
    expect(entities).toHaveLength(1);
    expect(jupiterOne.graph.entities('instance-1')).toEqual(entities);
    expect(jupiterOne.jobs[0]).toMatchObject({
      status: 'FINISHED',
      partialTypes: [],
    });
    expect(jupiterOne.jobs[0]?.events.map(({ name }) => name)).toContain(
      'step_end',
    );
  });

  test('a failed step is finalized with its types partial, and nothing is deleted', async () => {
    await upload();
    jupiterOne.inject({ kind: 'status', status: 400, on: 'entities' });

    const { exitCode } = await upload({ FAIL: '1' });

    const job = jupiterOne.jobs[1];
    expect(exitCode).toBe(0);
    expect(job?.entities).toEqual([]);
    expect(job?.partialTypes).toEqual(['thing']);
    expect(job?.result?.entities.deleted).toEqual([]);
    expect(jupiterOne.graph.entities('instance-1')).toHaveLength(1);
  });

  test('a failed validation aborts the job with its reason and exits with 0', async () => {
    const { exitCode } = await upload({ REFUSE: '1' });

    expect(exitCode).toBe(0);
    expect(jupiterOne.jobs[0]).toMatchObject({
      status: 'ABORTED',
      abortReason: 'the key was refused',
    });
  });
});
