import { StepResultStatus } from '@jupiterone/integration-sdk-core';
import { Steps } from '../../src/steps/ids';
import type {
  AnyStoredRelationship,
  StoredEntity,
} from '../jupiterone/graphObjects';
import type { Job } from '../jupiterone/job';
import type { JupiterOne } from '../jupiterone/server';
import { startJupiterOne } from '../jupiterone/server';
import type { JsonObject, Sandbox } from '../sandbox';
import { listOf, startSandbox } from '../sandbox';
import { createOrganisation } from '../sandbox/organisations';
import { byKey, typesBehind } from './checks';
import {
  cleanUp,
  graphOf,
  INSTANCE,
  runInProcess,
  runWholeProcess,
} from './runs';

jest.setTimeout(60_000);

let sandbox: Sandbox;
let jupiterOne: JupiterOne;

beforeEach(async () => {
  sandbox = await startSandbox({
    organisation: createOrganisation('team-only'),
  });
  jupiterOne = await startJupiterOne({ withEvents: true });
});

afterEach(async () => {
  await cleanUp();
  await jupiterOne.close();
  await sandbox.close();
});

/** A run, what JupiterOne received of it, and what it should have received. */
async function run(
  how: typeof runInProcess | typeof runWholeProcess = runInProcess,
) {
  const result = await how(sandbox, jupiterOne);
  const graph = await graphOf(result);
  const job = jupiterOne.jobs.at(-1);
  if (!job) {
    throw new Error('The run started no job');
  }
  const steps = graph.summary?.integrationStepResults ?? [];
  return {
    ...result,
    job,
    collected: byKey(graph),
    uploaded: uploadedTo(job),
    partialTypes: job.partialTypes && [...job.partialTypes].sort(),
    stepsRun: steps
      .filter(({ status }) => status !== StepResultStatus.DISABLED)
      .map(({ id }) => id),
  };
}

function uploadedTo({ entities, relationships }: Job) {
  return new Map<string, StoredEntity | AnyStoredRelationship>(
    [...entities, ...relationships].map((object) => [object._key, object]),
  );
}

/** The keys of all that JupiterOne has kept. */
function kept(): Set<string> {
  const { graph } = jupiterOne;
  return new Set(
    [...graph.entities(INSTANCE), ...graph.relationships(INSTANCE)].map(
      ({ _key }) => _key,
    ),
  );
}

/** What was collected and not uploaded, and whose type is not partial: lost without a word. */
function lostInSilence({
  collected,
  uploaded,
  partialTypes = [],
}: Awaited<ReturnType<typeof run>>): string[] {
  return [...collected.values()]
    .filter(
      ({ _key, _type }) => !uploaded.has(_key) && !partialTypes.includes(_type),
    )
    .map(({ _key, _type }) => `${_type} ${_key}`);
}

/** A team with apps, and what is kept of it under which path. */
function busyTeam(): { path: string; apps: JsonObject[] } {
  for (const { id } of listOf(sandbox.organisation, '/teams')) {
    const path = `/teams/${id as string}`;
    const apps = listOf(sandbox.organisation, `${path}/apps`);
    if (apps.length > 1) {
      return { path, apps };
    }
  }
  throw new Error('The organisation has no team with several apps');
}

test('what a run uploads is what a collection of the same organisation writes', async () => {
  const collected = byKey(await graphOf(await runWholeProcess(sandbox)));

  const { uploaded, job } = await run(runWholeProcess);

  expect(uploaded.size).toBeGreaterThan(40);
  expect(uploaded).toEqual(collected);
  expect(job).toMatchObject({ status: 'FINISHED', partialTypes: [] });
  expect(kept()).toEqual(new Set(collected.keys()));
});

test('a refused team deletes nothing that is alive, and the next complete run deletes what is gone', async () => {
  await run();
  const before = kept();
  const { path, apps } = busyTeam();
  sandbox.inject({
    kind: 'status',
    status: 403,
    match: `${path}/apps`,
    times: Infinity,
  });

  const refused = await run();

  expect(refused.partialTypes).toEqual(
    typesBehind([Steps.APPLICATIONS], refused.stepsRun),
  );
  expect(refused.job.events).toContainEqual({
    name: 'warn_missing_permission',
    description: expect.stringMatching(
      /GET \/teams\/\{team\}\/apps answered 403 .*Give the user behind the API key membership of the team/,
    ) as string,
  });
  expect(kept()).toEqual(before);

  sandbox.clearFaults();
  const [deleted, ...alive] = apps;
  const id = deleted?.id as string;
  sandbox.organisation.resources.set(`${path}/apps`, alive);
  sandbox.organisation.resources.set(
    `${path}/addons`,
    listOf(sandbox.organisation, `${path}/addons`).filter(
      ({ app }) => (app as JsonObject).id !== id,
    ),
  );
  const complete = await run();

  expect(complete.partialTypes).toEqual([]);
  expect(complete.job.result?.entities.deleted).toContainEqual(
    expect.objectContaining({ _key: id, _type: 'heroku_application' }),
  );
  expect(kept()).toEqual(new Set(complete.collected.keys()));
});

test('a scope that validation finds missing turns its steps off; one that only the API reveals makes them partial', async () => {
  sandbox.setScopes(['read', 'identity']);
  const known = await run();

  expect(known.job.events).toContainEqual({
    name: 'step_skip',
    description:
      'Skipped step "Build team memberships". The required permission was not provided to perform this step.',
  });
  expect(known.partialTypes).toEqual([]);
  expect(known.stepsRun).not.toContain(Steps.TEAM_MEMBERSHIPS);

  sandbox.setScopes(['global']);
  sandbox.inject({
    kind: 'status',
    status: 403,
    match: '/teams/:id/members',
    acceptedScopes: ['write-protected'],
    times: Infinity,
  });
  const revealed = await run();

  expect(revealed.partialTypes).toEqual(
    typesBehind([Steps.USERS, Steps.TEAM_MEMBERSHIPS], revealed.stepsRun),
  );
  expect(revealed.job.events).toContainEqual({
    name: 'warn_missing_permission',
    description: expect.stringContaining(
      'Use an API key that holds the scope write-protected.',
    ) as string,
  });
});

test('a key that is revoked in mid-run ends it: the job is aborted with the reason, and nothing is deleted', async () => {
  await run();
  const before = kept();
  sandbox.inject({
    kind: 'transform',
    match: '/teams/:id/apps',
    change: (body) => {
      sandbox.revokeKey();
      return body;
    },
  });

  const { job } = await run(runWholeProcess);

  expect(job.status).toBe('ABORTED');
  expect(job.partialTypes).toBeUndefined();
  expect(job.abortReason).toMatch(/^Heroku refused the API key: .* 401 /);
  expect(kept()).toEqual(before);
});

test('a dead API makes everything partial, and deletes nothing', async () => {
  await run();
  const before = kept();
  sandbox.inject({
    kind: 'status',
    status: 503,
    match: /^(?!\/account$)/,
    times: Infinity,
  });

  const { job, partialTypes, stepsRun } = await run();

  expect(job.status).toBe('FINISHED');
  expect(partialTypes).toEqual(typesBehind(stepsRun, stepsRun));
  expect([...kept()].filter((key) => !before.has(key))).toEqual([]);
  expect(kept()).toEqual(before);
});

test('a key that validation refuses aborts the job with a reason that a user understands', async () => {
  sandbox.revokeKey();

  const { job } = await run();

  expect(job.status).toBe('ABORTED');
  expect(job.abortReason).toMatch(/^Heroku refused the API key/);
});

describe('an upload error loses nothing in silence', () => {
  test.each([
    ['500 once', { kind: 'status', status: 500, times: 1 }, runInProcess],
    ['a closed connection', { kind: 'close', times: 1 }, runWholeProcess],
    ['413 once', { kind: 'tooLarge', limitBytes: 1, times: 1 }, runInProcess],
  ] as const)(
    '%s: everything arrives with the repetition',
    async (_, fault, how) => {
      jupiterOne.inject(fault);

      const { job, collected, uploaded } = await run(how);

      expect(job).toMatchObject({ status: 'FINISHED', partialTypes: [] });
      expect([...uploaded.keys()].sort()).toEqual([...collected.keys()].sort());
    },
  );

  test('a job that JupiterOne has ended is not finalized, and nothing is deleted', async () => {
    await run();
    const before = kept();
    jupiterOne.inject({ kind: 'jobEnded', times: 1 });

    const { job, stdout, stderr } = await run();

    expect(job.status).toBe('ABORTED');
    expect(job.partialTypes).toBeUndefined();
    expect(stdout + stderr).toContain('job has already ended');
    expect(kept()).toEqual(before);
  });

  // Several types, since the steps that run side by side share the SDK's buffer.
  test.each([
    ['entities', 'heroku_application', Steps.APPLICATIONS],
    ['entities', 'heroku_account_member', Steps.USERS],
    ['relationships', 'heroku_team_owns_application', Steps.APPLICATIONS],
    ['relationships', 'heroku_team_has_account_member', Steps.TEAM_MEMBERSHIPS],
  ] as const)(
    'a batch of %s with %s that is refused for good has its types partial',
    async (on, type, step) => {
      jupiterOne.inject({
        kind: 'status',
        status: 400,
        on,
        containing: `"_type":"${type}"`,
      });

      const refused = await run();

      expect(refused.partialTypes).toEqual(
        expect.arrayContaining(typesBehind([step], refused.stepsRun)),
      );
      expect(
        [...refused.uploaded.values()].map(({ _type }) => _type),
      ).not.toContain(type);
      expect(lostInSilence(refused)).toEqual([]);
    },
  );
});
