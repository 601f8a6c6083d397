import { startSandbox } from '../../../test/sandbox';
import { createOrganisation } from '../../../test/sandbox/organisations';
import {
  collectSources,
  executeSandboxStep,
  perApp,
  requestsUnder,
} from '../../../test/sandboxStep';
import { metadataOf } from '../../../test/stepMetadata';
import { PROCESS } from '../../model';
import { Sources, Steps } from '../ids';

const now = new Date('2026-05-01T10:00:00Z');
const start = () =>
  startSandbox({ organisation: createOrganisation('enterprise', { now }) });

test('every app has its processes, those without a dyno too', async () => {
  const sandbox = await start();
  try {
    const result = await executeSandboxStep(Steps.PROCESSES, sandbox);

    expect(result).toMatchStepMetadata(metadataOf(Steps.PROCESSES));
    const listed = perApp(sandbox, 'formation');
    expect(
      result.collectedRelationships
        .map((one) => [one._fromEntityKey, one._toEntityKey])
        .sort(),
    ).toEqual(
      listed.map(({ appId, id }) => [appId, `heroku_process:${id}`]).sort(),
    );
    const running = new Map(
      result.collectedEntities.map((one) => [one.displayName, one.running]),
    );
    expect(running.get('example-ci-runner web')).toBe(true);
    expect(running.get('example-ci-runner runner')).toBe(false);
    const apps = sandbox.organisation.resources.get('/apps') as unknown[];
    expect(requestsUnder(sandbox, '/apps')).toEqual({
      '/apps/:id/formation': apps.length,
    });
  } finally {
    await sandbox.close();
  }
});

test('an app that is deleted while the run is under way costs nothing', async () => {
  const sandbox = await start();
  try {
    const { aliases, resources } = sandbox.organisation;
    const id = aliases.get('pay-api')!;
    for (const path of [...resources.keys()]) {
      if (path.startsWith(`/apps/${id}`)) resources.set(path, []);
    }
    sandbox.inject({
      kind: 'status',
      status: 404,
      herokuId: 'not_found',
      match: new RegExp(`^/apps/${id}`),
      times: Infinity,
    });

    const outcome = await collectSources(sandbox, [Sources.PROCESSES], {
      ingestAppDetails: true,
    });

    expect(outcome.failedSteps).toEqual([]);
    expect(
      outcome.entities.filter(
        ({ _type, applicationId }) =>
          _type === PROCESS._type && applicationId === id,
      ),
    ).toEqual([]);
    expect(requestsUnder(sandbox, '/apps')['/apps/:id']).toBe(1);
  } finally {
    await sandbox.close();
  }
});

test('a refused app costs its own processes, and marks them partial', async () => {
  const sandbox = await start();
  try {
    const id = sandbox.organisation.aliases.get('pay-api')!;
    sandbox.inject({
      kind: 'status',
      status: 403,
      herokuId: 'forbidden',
      match: `/apps/${id}/formation`,
      times: Infinity,
    });

    const outcome = await collectSources(sandbox, [Sources.PROCESSES], {
      ingestAppDetails: true,
    });

    expect(outcome.failedSteps).toEqual([Steps.PROCESSES]);
    expect(outcome.warnings.join()).toMatch(
      /processes of the app pay-api: .*403.*the view permission in the app/,
    );
    const others = outcome.entities.filter(
      ({ _type }) => _type === PROCESS._type,
    );
    expect(others).toHaveLength(
      perApp(sandbox, 'formation').filter(({ appId }) => appId !== id).length,
    );
  } finally {
    await sandbox.close();
  }
});
