import { startSandbox } from '../../../test/sandbox';
import { createOrganisation } from '../../../test/sandbox/organisations';
import { collectSources } from '../../../test/sandboxStep';
import { Sources, Steps } from '../ids';

test.each([
  [[Sources.DEPLOYMENTS], Steps.RELEASES],
  [[Sources.DEPLOYMENTS, Sources.PIPELINES], Steps.PIPELINE_COUPLINGS],
])(
  'with %j, %s says that the stages of apps could not be read',
  async (sources, stepId) => {
    const sandbox = await startSandbox({
      organisation: createOrganisation('enterprise'),
    });
    sandbox.inject({
      match: '/pipeline-couplings',
      kind: 'status',
      status: 403,
      times: Infinity,
    });

    const { entities, failedSteps } = await collectSources(sandbox, sources);
    await sandbox.close();

    expect(failedSteps).toEqual([stepId]);
    const releases = entities.filter(({ _type }) => _type === 'heroku_release');
    expect(releases.length).toBeGreaterThan(0);
    expect(releases.map(({ production }) => production)).toEqual(
      releases.map(() => undefined),
    );
  },
);
