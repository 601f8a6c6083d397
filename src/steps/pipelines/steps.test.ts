import { idOf, objectIn } from '../../../test/e2e/expectedProperties';
import type { Fault, JsonObject, Organisation } from '../../../test/sandbox';
import { listOf, startSandbox } from '../../../test/sandbox';
import { createOrganisation } from '../../../test/sandbox/organisations';
import type { Source } from '../../../test/sandboxStep';
import { collectSources } from '../../../test/sandboxStep';
import { Sources, Steps } from '../ids';

const now = new Date('2026-05-01T10:00:00Z');
const PIPELINE_ID = '0193ffff-0000-4000-8000-00000000000a';
const CONFIG = '/pipelines/:id/review-app-config';

async function collect(
  organisation: Organisation,
  { sources, faults = [] }: { sources: Source[]; faults?: Fault[] },
) {
  const sandbox = await startSandbox({ organisation });
  faults.forEach((fault) => sandbox.inject(fault));
  try {
    const outcome = await collectSources(sandbox, sources);
    return { ...outcome, requests: sandbox.requests.map(({ path }) => path) };
  } finally {
    await sandbox.close();
  }
}

/** The id of somebody in no account and no team, who may use a personal app of another. */
function outsiderOf(organisation: Organisation): string {
  const apps = listOf(organisation, '/users/~/apps');
  const idIn = (object: JsonObject, field: string) =>
    objectIn(object, field)?.id;
  const known = new Set(
    [...organisation.resources]
      .filter(([path]) => path.endsWith('/members'))
      .flatMap(([, list]) => list as JsonObject[])
      .map((member) => idIn(member, 'user'))
      .concat(apps.map((app) => idIn(app, 'owner'))),
  );
  const found = apps
    .flatMap((app) => listOf(organisation, `/apps/${idOf(app)}/collaborators`))
    .map((collaborator) => objectIn(collaborator, 'user')!)
    .find(({ id }) => !known.has(id));
  if (!found) throw new Error('Nobody is outside');
  return idOf(found);
}

function withPipelineOf(owner: JsonObject): Organisation {
  const organisation = createOrganisation('enterprise', { now });
  organisation.resources.set('/pipelines', [
    ...listOf(organisation, '/pipelines'),
    { id: PIPELINE_ID, name: 'from-outside', owner },
  ]);
  return organisation;
}

describe('a pipeline of somebody outside, whom only access to an app makes known', () => {
  const id = outsiderOf(createOrganisation('enterprise', { now }));
  const organisation = withPipelineOf({ id, type: 'user' });
  const owns = {
    _fromEntityKey: id,
    _type: 'heroku_account_member_owns_pipeline',
    _toEntityKey: `heroku_pipeline:${PIPELINE_ID}`,
  };

  test.each([
    ['access', '/apps/:id/collaborators'],
    ['pipelines', '/pipelines'],
  ])(
    'hangs on that person, even if %s are the last to come',
    async (_, match) => {
      const { graph, failedSteps } = await collect(organisation, {
        sources: [Sources.APP_ACCESS, Sources.PIPELINES],
        // Answered at a later attempt.
        faults: [{ kind: 'status', status: 503, match, times: 3 }],
      });

      expect(failedSteps).toEqual([]);
      expect(graph.relationships).toContainEqual(expect.objectContaining(owns));
    },
  );

  test('is there without its owner while access is not collected', async () => {
    const { graph, failedSteps } = await collect(organisation, {
      sources: [Sources.PIPELINES],
    });

    expect(failedSteps).toEqual([]);
    expect(graph.entities.find(({ name }) => name === 'from-outside')).toEqual(
      expect.objectContaining({ ownerId: id }),
    );
    expect(
      graph.relationships.filter(
        ({ _toEntityKey }) => _toEntityKey === owns._toEntityKey,
      ),
    ).toEqual([]);
  });
});

test('settings of review apps that are refused cost no pipeline, and are not taken for none', async () => {
  const organisation = createOrganisation('enterprise', { now });
  const id = idOf(listOf(organisation, '/pipelines')[0]!);

  const { entities, failedSteps, warnings } = await collect(organisation, {
    sources: [Sources.PIPELINES],
    faults: [
      {
        kind: 'status',
        status: 403,
        match: `/pipelines/${id}/review-app-config`,
        times: Infinity,
      },
    ],
  });

  expect(failedSteps).toEqual([Steps.PIPELINES]);
  expect(warnings).toHaveLength(1);
  const pipelines = entities.filter(({ _type }) => _type === 'heroku_pipeline');
  expect(pipelines).toHaveLength(listOf(organisation, '/pipelines').length);
  for (const pipeline of pipelines) {
    expect('reviewAppsEnabled' in pipeline).toBe(pipeline.id !== id);
  }
});

test('a 404 for the settings of review apps is an answer: nothing more is asked, and no step fails', async () => {
  const { entities, failedSteps, requests } = await collect(
    createOrganisation('enterprise', { now }),
    {
      sources: [Sources.PIPELINES],
      faults: [{ kind: 'status', status: 404, match: CONFIG, times: Infinity }],
    },
  );

  expect(failedSteps).toEqual([]);
  expect(requests.filter((path) => /^\/pipelines\/[^/]+$/.test(path))).toEqual(
    [],
  );
  for (const pipeline of entities.filter(
    ({ _type }) => _type === 'heroku_pipeline',
  )) {
    expect(pipeline.reviewAppsEnabled).toBe(false);
  }
});
