import { StepResultStatus } from '@jupiterone/integration-sdk-core';
import { integrationSteps } from '../../src/steps';
import { Steps } from '../../src/steps/ids';
import type { JsonObject, Organisation } from '../sandbox';
import { listOf, startSandbox } from '../sandbox';
import type { OrganisationName } from '../sandbox/organisations';
import { createOrganisation } from '../sandbox/organisations';
import { checkGraph, unreachableFrom } from './checkGraph';
import { runCliInProcess } from './cliInProcess';
import { differences, documentedGraph } from './documentedGraph';
import type { Sight } from './expectedGraph';
import { expectedGraph, READ_ONLY, TEAM_TOKEN } from './expectedGraph';
import { idIn, idOf } from './expectedProperties';
import { readGraph } from './graph';

const now = new Date('2026-05-01T10:00:00Z');

/** What belongs to a user: the token of a team has none of it. */
const OF_USER = [
  '/account',
  '/account/app-transfers',
  '/account/delinquency',
  '/account/keys',
  '/oauth/authorizations',
  '/oauth/clients',
  '/users/~/apps',
];

/** An organisation as the token of one of its teams sees it: that team and what is in it. */
function seenByTeam(name: OrganisationName, teamName: string): Organisation {
  const organisation = createOrganisation(name, { now });
  const { resources } = organisation;
  const only = (path: string, isSeen: (object: JsonObject) => boolean) =>
    resources.set(path, listOf(organisation, path).filter(isSeen));

  only('/teams', (team) => team.name === teamName);
  const [teamId = ''] = listOf(organisation, '/teams').map(idOf);
  const appIds = new Set(
    listOf(organisation, `/teams/${teamId}/apps`).map(idOf),
  );
  resources.set('/enterprise-accounts', []);
  resources.set('/users/~/apps', []);
  only('/spaces', (space) => idIn(space, 'team') === teamId);
  only('/pipelines', (pipeline) => idIn(pipeline, 'owner') === teamId);
  for (const path of ['/addons', '/addon-attachments', '/pipeline-couplings']) {
    only(path, (object) => appIds.has(idIn(object, 'app') ?? ''));
  }
  organisation.refusals = new Map([
    ...(organisation.refusals ?? []),
    ...OF_USER.map(
      (path) =>
        [
          path,
          { status: 403, id: 'forbidden', message: 'This is a team token.' },
        ] as const,
    ),
  ]);
  return organisation;
}

async function collectWithTeamToken(organisation: Organisation, scope: string) {
  const sandbox = await startSandbox({ organisation, scopes: [scope] });
  const result = await runCliInProcess('collect', {
    env: sandbox.environment(),
  });
  try {
    return { graph: await readGraph(result.storageDirectory), result };
  } finally {
    await result.cleanUp();
    await sandbox.close();
  }
}

/** What a token of scope `read` cannot ask for. */
const isReadable = (source: string) =>
  !['delinquency', 'addon-controls'].includes(source);

describe.each<[OrganisationName, string, string, Record<string, unknown>]>([
  [
    'enterprise',
    'open-source-guild',
    'on the team itself',
    { accountType: 'team', name: 'open-source-guild' },
  ],
  [
    'enterprise',
    'example-payments',
    'on its enterprise account, by what the team says of it',
    { accountType: 'enterprise', name: 'Example Corp' },
  ],
])('a token of a team of %s, %s', (name, teamName, root, account) => {
  test.each<[string, Sight, (source: string) => boolean]>([
    ['global', TEAM_TOKEN, () => true],
    ['read', { ...READ_ONLY, account: 'team' }, isReadable],
  ])(
    `with the scope %s collects what hangs ${root}, fails at nothing, and says what it leaves out`,
    async (scope, sight, isOn) => {
      const organisation = seenByTeam(name, teamName);

      const { graph, result } = await collectWithTeamToken(organisation, scope);

      expect(
        graph.entities.filter(({ _type }) => _type === 'heroku_account'),
      ).toEqual([expect.objectContaining(account)]);
      expect(
        differences(
          expectedGraph(organisation, { at: new Date(), isOn }, sight),
          documentedGraph(graph),
        ),
      ).toEqual([]);
      expect(checkGraph(graph, integrationSteps)).toEqual([]);
      expect(unreachableFrom(graph, 'heroku_account')).toEqual([]);
      expect(graph.summary?.metadata.partialDatasets.types).toEqual([]);
      const steps = graph.summary?.integrationStepResults ?? [];
      expect(
        steps.filter(({ status }) => status === StepResultStatus.FAILURE),
      ).toEqual([]);
      expect(steps.find(({ id }) => id === Steps.AUTHORIZATIONS)?.status).toBe(
        'disabled',
      );
      expect(result.stdout).toContain(
        'The API key is the token of a team. What belongs to a user is left out: a Heroku account of its own, personal apps, credentials, OAuth clients and app transfers',
      );
      expect(result.stdout.match(/scopes leave out/g)).toEqual(
        scope === 'read' ? ['scopes leave out'] : null,
      );
    },
  );
});

test('a token of a team that may not list enterprise accounts misses nothing: no token of a team has any', async () => {
  const organisation = seenByTeam('enterprise', 'example-payments');
  organisation.refusals?.set('/enterprise-accounts', {
    status: 403,
    id: 'forbidden',
    message: 'This is a team token.',
  });

  const { graph } = await collectWithTeamToken(organisation, 'global');

  expect(graph.summary?.metadata.partialDatasets.types).toEqual([]);
  expect(
    graph.entities.filter(({ _type }) => _type === 'heroku_account'),
  ).toEqual([expect.objectContaining({ name: 'Example Corp' })]);
});
