import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Report } from '../../src/cli/report';
import { readGraph } from '../e2e/graph';
import type { JupiterOne } from '../jupiterone/server';
import { startJupiterOne } from '../jupiterone/server';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { createOrganisation } from '../sandbox/organisations';
import { InstalledPackage } from './command';

jest.setTimeout(120_000);

const INSTANCE = 'an-integration-instance';
const JUPITERONE_KEY = 'jupiterone-key-0123456789';
const JUPITERONE = {
  JUPITERONE_ACCOUNT: 'test-account',
  JUPITERONE_API_KEY: JUPITERONE_KEY,
};

let installed: InstalledPackage;
let sandbox: Sandbox;
let jupiterOne: JupiterOne;

beforeAll(async () => {
  installed = await InstalledPackage.create();
});

afterAll(() => installed.remove());

beforeEach(async () => {
  sandbox = await startSandbox({
    organisation: createOrganisation('team-only'),
  });
  jupiterOne = await startJupiterOne({
    apiKey: JUPITERONE_KEY,
    withEvents: true,
  });
});

afterEach(async () => {
  await jupiterOne.close();
  await sandbox.close();
});

/** The arguments of `run` that lead to the stand-in of JupiterOne. */
const runArguments = () => [
  'run',
  '-i',
  INSTANCE,
  '--api-base-url',
  jupiterOne.url,
];

const refuseTeamApps = () =>
  sandbox.inject({
    kind: 'status',
    status: 403,
    match: '/teams/:id/apps',
    times: Infinity,
  });

describe('collect', () => {
  test('exits with 0 when everything was complete, and writes to the working folder', async () => {
    const { exitCode, stdout, stderr, workingDirectory } = await installed.run(
      ['collect'],
      sandbox.environment(),
    );

    const graph = await readGraph(
      path.join(workingDirectory, '.j1-integration'),
    );
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toBe(
      `Complete: ${graph.entities.length} entities and ${graph.relationships.length + graph.mappedRelationships.length} relationships are in .j1-integration/graph.\n`,
    );
    expect(graph.entities.length).toBeGreaterThan(10);
  });

  test('exits with 2 when something was refused, and says what to do in at most ten lines', async () => {
    refuseTeamApps();

    const { exitCode, stdout, stderr } = await installed.run(
      ['collect'],
      sandbox.environment(),
    );

    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: '' });
    expect(stdout.trimEnd().split('\n').length).toBeLessThanOrEqual(10);
    expect(stdout).toMatch(/^Partial: /);
    expect(stdout).toMatch(
      /^- Could not read the apps of the team .* 403 .*Give the user behind the API key/m,
    );
    expect(stdout).toMatch(
      /^JupiterOne keeps what it had of: .*heroku_application/m,
    );
  });

  test('exits with 1 when Heroku refuses the key, in one sentence without a stack', async () => {
    const { exitCode, stdout, stderr } = await installed.run(['collect'], {
      ...sandbox.environment(),
      API_KEY: 'not-the-right-key',
    });

    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
    expect(stdout).toMatch(/^Failed: Heroku refused the API key: [^\n]+\n$/);
    expect(stdout).not.toContain('not-the-right-key');
  });

  test('exits with 1 when the key is missing, and asks nobody anything', async () => {
    const { HEROKU_API_URL = '' } = sandbox.environment();

    const { exitCode, stdout, stderr } = await installed.run(['collect'], {
      HEROKU_API_URL,
    });

    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
    expect(stdout).toMatch(/^Failed: API_KEY is not set: .*heroku auth/);
    expect(stdout).not.toMatch(/^ +at /m);
    expect(sandbox.requests).toEqual([]);
  });

  test('--quiet prints nothing when all was complete; what the environment lacks comes from .env', async () => {
    const { API_KEY = '', HEROKU_API_URL = '' } = sandbox.environment();

    const { exitCode, stdout, stderr } = await installed.run(
      ['collect', '--quiet'],
      { HEROKU_API_URL },
      { files: { '.env': `API_KEY=${API_KEY}\n` } },
    );

    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: '',
    });
  });

  test('--quiet prints the report of what was not complete', async () => {
    refuseTeamApps();

    const { exitCode, stdout, stderr } = await installed.run(
      ['collect', '--quiet'],
      sandbox.environment(),
    );

    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: '' });
    expect(stdout).toMatch(/^Partial: /);
  });

  test('--verbose prints the log beside the report, and --output names the folder of the output', async () => {
    const { stdout, stderr, workingDirectory } = await installed.run(
      ['collect', '--verbose', '--output', 'elsewhere'],
      sandbox.environment(),
    );

    expect(stderr).toMatch(/^[\d:]{8} INFO {2}Completed step "Fetch teams"/m);
    expect(stdout).toContain(' are in elsewhere/.j1-integration/graph.');
    expect(existsSync(path.join(workingDirectory, '.j1-integration'))).toBe(
      false,
    );
  });

  test.each([
    ['process.abort()', /^Failed: .* SIGABRT: most likely memory ran out/],
    ['process.exit(0)', /^Failed: .* before it was done \(exit code 0\)/],
    ['throw new Error("Oh")', /^Failed: .* before it was done[^]*Error: Oh/],
  ])(
    'a collecting process that ends by %s has failed',
    async (crash, message) => {
      const { exitCode, stdout } = await installed.run(
        ['collect'],
        { ...sandbox.environment(), NODE_OPTIONS: '--require ./crash.js' },
        {
          files: {
            'crash.js': `if (/worker/.test(process.argv[1])) { ${crash} }`,
          },
        },
      );

      expect(exitCode).toBe(1);
      expect(stdout).toMatch(message);
      expect(stdout.trimEnd().split('\n').length).toBeLessThanOrEqual(10);
    },
  );

  test('SIGTERM ends it with 1, also while it waits for Heroku', async () => {
    let kill: (signal: NodeJS.Signals) => void = () => undefined;
    sandbox.inject({
      kind: 'transform',
      match: '/teams',
      times: 1,
      change: (body) => {
        sandbox.inject({ kind: 'never', match: /./, times: Infinity });
        setImmediate(() => kill('SIGTERM'));
        return body;
      },
    });

    const { exitCode, stdout } = await installed.run(
      ['collect'],
      sandbox.environment(),
      { onStart: (send) => (kill = send) },
    );

    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^Failed: Interrupted by SIGTERM\./);
  });
});

describe('collect --json', () => {
  test('prints one object that says how each step ended, and nothing else', async () => {
    refuseTeamApps();

    const { exitCode, stdout, stderr, workingDirectory } = await installed.run(
      ['collect', '--json'],
      sandbox.environment(),
    );

    const report = JSON.parse(stdout) as Report;
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: '' });
    expect(report).toEqual({
      command: 'collect',
      version: expect.stringMatching(/^\d+\.\d+\.\d+/) as string,
      sdk: '8.41.0',
      result: 'partial',
      exitCode: 2,
      durationSeconds: expect.any(Number) as number,
      steps: expect.arrayContaining([
        {
          id: 'fetch-teams',
          name: 'Fetch teams',
          status: 'success',
        },
        {
          id: 'fetch-applications',
          name: 'Fetch applications of teams',
          status: 'failure',
        },
      ]) as Report['steps'],
      partialTypes: expect.arrayContaining(['heroku_application']) as string[],
      entities: expect.any(Number) as number,
      relationships: expect.any(Number) as number,
      problems: [
        expect.stringMatching(
          /^Could not read the apps of the team /,
        ) as string,
      ],
      failedSteps: [
        {
          name: 'Fetch applications of teams',
          code: 'PROVIDER_AUTHORIZATION_ERROR',
        },
      ],
      notAllowed: [],
      graph: path.join(workingDirectory, '.j1-integration/graph'),
    });
  });

  test('prints the reason of a failure, too', async () => {
    const { stdout } = await installed.run(['collect', '--json']);

    expect(JSON.parse(stdout)).toMatchObject({
      result: 'failed',
      exitCode: 1,
      steps: [],
      failure: { code: 'NOT_CONFIGURED', isDefect: false },
    });
  });

  test('names the steps that the scopes of the key do not allow', async () => {
    sandbox.setScopes(['read', 'identity']);

    const { stdout } = await installed.run(
      ['collect', '--json'],
      sandbox.environment(),
    );

    expect(JSON.parse(stdout)).toMatchObject({
      result: 'complete',
      notAllowed: expect.arrayContaining([
        'Build team memberships',
      ]) as string[],
    });
  });
});

describe('run', () => {
  test('exits with 0 when everything was uploaded', async () => {
    const { exitCode, stdout, stderr } = await installed.run(runArguments(), {
      ...sandbox.environment(),
      ...JUPITERONE,
    });

    const [job] = jupiterOne.jobs;
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(/^Complete: .* were uploaded to JupiterOne \(job /);
    expect(job).toMatchObject({ status: 'FINISHED', partialTypes: [] });
    expect(job?.entities.length).toBeGreaterThan(10);
  });

  test('exits with 2 when something was refused, and JupiterOne is told what is partial', async () => {
    refuseTeamApps();

    const { exitCode } = await installed.run(runArguments(), {
      ...sandbox.environment(),
      ...JUPITERONE,
    });

    const [job] = jupiterOne.jobs;
    expect(exitCode).toBe(2);
    expect(job?.status).toBe('FINISHED');
    expect(job?.partialTypes).toContain('heroku_application');
    expect(job?.events).toContainEqual(
      expect.objectContaining({ name: 'warn_missing_permission' }),
    );
  });

  test('exits with 1 when Heroku refuses the key, and aborts the job with the reason', async () => {
    const { exitCode, stdout } = await installed.run(runArguments(), {
      ...sandbox.environment(),
      ...JUPITERONE,
      API_KEY: 'not-the-right-key',
    });

    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^Failed: Heroku refused the API key/);
    expect(jupiterOne.jobs).toMatchObject([
      {
        status: 'ABORTED',
        abortReason: expect.stringContaining('Heroku refused') as string,
      },
    ]);
  });

  test('exits with 1 when JupiterOne refuses its key, and says what to check', async () => {
    const { exitCode, stdout } = await installed.run(runArguments(), {
      ...sandbox.environment(),
      ...JUPITERONE,
      JUPITERONE_API_KEY: 'not-the-right-one',
    });

    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^Failed: .*Check JUPITERONE_API_KEY/);
    expect(stdout).not.toContain('not-the-right-one');
    expect(sandbox.requests).toEqual([]);
  });

  test('names all variables that it lacks', async () => {
    const { exitCode, stdout } = await installed.run(
      runArguments(),
      sandbox.environment(),
    );

    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/JUPITERONE_ACCOUNT is not set/);
    expect(stdout).toMatch(/JUPITERONE_API_KEY is not set/);
  });

  describe('when JupiterOne cannot be reached', () => {
    test.each(['normal', 'verbose', 'json'])(
      '%s: exits with 1, says so, and prints neither key, by no channel',
      async (mode) => {
        await jupiterOne.close();

        const { exitCode, stdout, stderr } = await installed.run(
          [...runArguments(), ...(mode === 'normal' ? [] : [`--${mode}`])],
          {
            ...sandbox.environment(),
            ...JUPITERONE,
            // Node.js itself prints headers then, past everything that we could catch within the process.
            NODE_DEBUG: 'http,https,net',
          },
        );

        expect(exitCode).toBe(1);
        expect(stdout).toContain(
          `JupiterOne cannot be reached at ${new URL(jupiterOne.url).host} (ECONNREFUSED)`,
        );
        expect(stdout + stderr).not.toContain(JUPITERONE_KEY);
        expect(stdout + stderr).not.toContain(sandbox.apiKey);
        if (mode === 'verbose') {
          expect(stderr).toContain('[redacted]');
        }
      },
    );
  });
});

test('without the SDK it says what to install', async () => {
  const bare = await InstalledPackage.create();
  await bare.removeSdk();
  try {
    const { exitCode, stdout, stderr } = await bare.run(
      ['collect'],
      sandbox.environment(),
    );

    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
    expect(stdout).toMatch(
      /^Failed: JupiterOne's SDK is not installed\. .* npm install @jupiterone\/integration-sdk-core@/,
    );
  } finally {
    await bare.remove();
  }
});

test('a mistake on the command line is a sentence, and exit code 1', async () => {
  const { exitCode, stdout, stderr } = await installed.run(['collect', '--no']);

  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
  expect(stderr).toBe(
    'There is no option --no.\n"graph-heroku --help" shows how it is used.\n',
  );
});

test('--help and --version exit with 0', async () => {
  const help = await installed.run(['--help']);
  const version = await installed.run(['--version']);

  expect(help).toMatchObject({ exitCode: 0, stderr: '' });
  expect(help.stdout).toMatch(/^Usage: graph-heroku collect/);
  expect(version).toMatchObject({ exitCode: 0, stderr: '' });
  expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});
