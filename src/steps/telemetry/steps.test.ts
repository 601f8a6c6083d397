import type { Sandbox } from '../../../test/sandbox';
import { listOf, startSandbox } from '../../../test/sandbox';
import { NO_SUCH_ROUTE } from '../../../test/sandbox/errorBodies';
import { createOrganisation } from '../../../test/sandbox/organisations';
import { collectSources, perApp } from '../../../test/sandboxStep';
import { Sources, Steps } from '../ids';

const now = new Date('2026-05-01T10:00:00Z');

describe('where the lists of teams do not say the generation of an app', () => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await startSandbox({
      organisation: createOrganisation('enterprise', { now, bySchema: true }),
    });
  });
  afterEach(() => sandbox.close());

  const collect = (...sources: Parameters<typeof collectSources>[1]) =>
    collectSources(sandbox, sources, { ingestAppDetails: true });

  test('its Private Space says it, collected or not', async () => {
    const { failedSteps, graph } = await collect(
      Sources.TELEMETRY,
      Sources.LOG_DRAINS,
    );

    expect(failedSteps).toEqual([]);
    const listed = perApp(sandbox, 'telemetry-drains').filter(
      ({ object }) => (object.owner as { type?: unknown }).type === 'app',
    );
    expect(listed.length).toBeGreaterThan(0);
    expect(
      graph.relationships
        .filter(
          ({ _type }) => _type === 'heroku_application_has_telemetry_drain',
        )
        .map(({ _fromEntityKey }) => _fromEntityKey)
        .sort(),
    ).toEqual(listed.map(({ appId }) => appId).sort());
  });

  test('the drains of its app are a miss where the Private Spaces cannot be read', async () => {
    sandbox.inject({
      match: '/spaces',
      kind: 'status',
      status: 403,
      times: Infinity,
    });

    const { failedSteps } = await collect(Sources.TELEMETRY);

    expect(failedSteps).toEqual([Steps.APPLICATION_TELEMETRY]);
  });

  test('the drains of its app are a miss where its Private Space is not listed', async () => {
    sandbox.organisation.resources.set('/spaces', []);

    const { failedSteps } = await collect(Sources.TELEMETRY);

    expect(failedSteps).toEqual([Steps.APPLICATION_TELEMETRY]);
  });
});

test('a Fir space need not say whether it is a Shield space', async () => {
  const organisation = createOrganisation('enterprise', { now });
  for (const space of listOf(organisation, '/spaces')) {
    if ((space.generation as { name?: unknown }).name === 'fir') {
      delete space.shield;
    }
  }
  const sandbox = await startSandbox({ organisation });

  const { failedSteps } = await collectSources(sandbox, [
    Sources.PRIVATE_SPACES,
    Sources.TELEMETRY,
  ]);
  await sandbox.close();

  expect(failedSteps).toEqual([]);
});

test.each([
  ['it has no log drain', undefined, []],
  ['there is no such route any more', NO_SUCH_ROUTE, [Steps.SPACE_TELEMETRY]],
])('that %s is told from the other', async (_, message, failed) => {
  const sandbox = await startSandbox({
    organisation: createOrganisation('enterprise', { now }),
  });
  sandbox.inject({
    match: '/spaces/:id/log-drain',
    kind: 'status',
    status: 404,
    message,
    times: Infinity,
  });

  const { failedSteps } = await collectSources(sandbox, [
    Sources.PRIVATE_SPACES,
    Sources.TELEMETRY,
  ]);
  await sandbox.close();

  expect(failedSteps).toEqual(failed);
});
