import { idOf, objectIn, textIn } from '../../../test/e2e/expectedProperties';
import type { JsonObject, Sandbox } from '../../../test/sandbox';
import { listOf, startSandbox } from '../../../test/sandbox';
import { createOrganisation } from '../../../test/sandbox/organisations';
import { collectSources } from '../../../test/sandboxStep';
import { Sources, Steps } from '../ids';

const now = new Date('2026-05-01T10:00:00Z');
let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox({
    organisation: createOrganisation('enterprise', { now, canaries: true }),
  });
});
afterEach(() => sandbox.close());

const collect = () => collectSources(sandbox, [Sources.TEAM_GOVERNANCE]);

/** The teams whose list of this name has something in it. */
function teamsWith(list: string): string[] {
  return [...sandbox.organisation.resources].flatMap(([path, objects]) => {
    const [, teamId, name] = /^\/teams\/([^/]+)\/(.+)$/.exec(path) ?? [];
    return teamId && name === list && (objects as JsonObject[]).length > 0
      ? [teamId]
      : [];
  });
}

test('a provider of an enterprise account is one entity, used by the account and by each of its teams', async () => {
  const { graph } = await collect();

  const accountId = listOf(sandbox.organisation, '/enterprise-accounts')
    .filter((account) => objectIn(account, 'identity_provider'))
    .map(idOf);
  expect(accountId).toHaveLength(1);
  const teams = teamsWith('identity-providers').filter(
    (id) =>
      objectIn(
        listOf(sandbox.organisation, `/teams/${id}/identity-providers`)[0],
        'owner',
      )?.id === accountId[0],
  );
  expect(teams.length).toBeGreaterThan(1);
  const provider = graph.entities.filter(
    ({ ownerType }) => ownerType === 'enterprise-account',
  );
  expect(provider).toHaveLength(1);
  expect(
    graph.relationships
      .filter(({ _toEntityKey }) => _toEntityKey === provider[0]?._key)
      .map(({ _fromEntityKey }) => _fromEntityKey)
      .sort(),
  ).toEqual([...accountId, ...teams].sort());
});

test('a provider of an account that is not in the graph is used by the teams only, and nothing is missed', async () => {
  const [teamId] = teamsWith('identity-providers');
  const path = `/teams/${teamId}/identity-providers`;
  const id = '0193cdcd-0000-4000-8000-00000000000a';
  const owner = { id, name: 'Elsewhere', type: 'enterprise-account' };
  sandbox.organisation.resources.set(path, [
    { ...listOf(sandbox.organisation, path)[0]!, id, owner },
  ]);

  const { graph, failedSteps } = await collect();

  expect(failedSteps).toEqual([]);
  expect(
    graph.relationships
      .filter(
        ({ _toEntityKey }) => _toEntityKey === `heroku_identity_provider:${id}`,
      )
      .map(({ _fromEntityKey }) => _fromEntityKey),
  ).toEqual([teamId]);
});

test('invitations are asked for by the name of the team, however it is written', async () => {
  const odd = 'größe/../a b?#%41';
  const { resources, aliases } = sandbox.organisation;
  const [teamId = ''] = teamsWith('invitations');
  for (const [path, teams] of resources) {
    if (/(^|s\/[^/]+)\/teams$/.test(path)) {
      resources.set(
        path,
        (teams as JsonObject[]).map((team) =>
          team.id === teamId ? { ...team, name: odd } : team,
        ),
      );
    }
  }
  aliases.set(odd, teamId);

  const { graph, failedSteps } = await collect();

  expect(failedSteps).toEqual([]);
  expect(sandbox.requests.map(({ path }) => path)).toContain(
    `/teams/${encodeURIComponent(odd)}/invitations`,
  );
  expect(
    graph.relationships.filter(
      ({ _type, _fromEntityKey }) =>
        _type === 'heroku_team_has_invitation' && _fromEntityKey === teamId,
    ),
  ).toHaveLength(
    listOf(sandbox.organisation, `/teams/${teamId}/invitations`).length,
  );
});

test('a team without a name is asked for by its id', async () => {
  const { resources } = sandbox.organisation;
  const [teamId = ''] = teamsWith('invitations');
  for (const [path, teams] of resources) {
    if (/(^|s\/[^/]+)\/teams$/.test(path)) {
      resources.set(
        path,
        (teams as JsonObject[]).map((team) =>
          team.id === teamId ? { ...team, name: null } : team,
        ),
      );
    }
  }

  const { failedSteps } = await collect();

  expect(failedSteps).toEqual([]);
  expect(sandbox.requests.map(({ path }) => path)).toContain(
    `/teams/${teamId}/invitations`,
  );
});

test('an invitation of two years is told with its date', async () => {
  const { entities } = await collect();

  const oldest = Math.min(
    ...entities
      .filter(({ _type }) => _type === 'heroku_team_invitation')
      .map(({ createdOn }) => Number(createdOn)),
  );
  expect(oldest).toBe(now.getTime() - 730 * 24 * 60 * 60 * 1000);
});

test('no certificate is kept, not even in part', async () => {
  const { graph } = await collect();

  const written = JSON.stringify(graph);
  expect(written).not.toContain('BEGIN CERTIFICATE');
  const canaries = [...sandbox.organisation.canaries].filter(([what]) =>
    what.startsWith('identity-provider'),
  );
  expect(canaries.length).toBeGreaterThan(0);
  expect(canaries.filter(([, canary]) => written.includes(canary))).toEqual([]);
});

test.each([
  ['invitations', Steps.TEAM_INVITATIONS, 'heroku_team_invitation'],
  [
    'identity-providers',
    Steps.IDENTITY_PROVIDERS,
    'heroku_team_uses_identity_provider',
  ],
  ['preferences', Steps.TEAM_PREFERENCES, 'heroku_team_preferences'],
])(
  'refused %s of one team cost that team its own',
  async (list, step, type) => {
    const ofType = ({ graph }: Awaited<ReturnType<typeof collect>>) =>
      [...graph.entities, ...graph.relationships].filter(
        ({ _type }) => _type === type,
      ).length;
    const [teamId = ''] =
      list === 'preferences'
        ? listOf(sandbox.organisation, '/teams').map(idOf)
        : teamsWith(list);
    const whole = ofType(await collect());
    const own =
      list === 'preferences'
        ? 1
        : listOf(sandbox.organisation, `/teams/${teamId}/${list}`).length;
    sandbox.inject({
      kind: 'status',
      status: 403,
      match: `/teams/${teamId}/${list}`,
      times: Infinity,
    });

    const outcome = await collect();

    expect(outcome.failedSteps).toEqual([step]);
    expect(outcome.warnings).toHaveLength(1);
    expect(ofType(outcome)).toBe(whole - own);
    expect(outcome.graph.summary?.metadata.partialDatasets.types).toContain(
      type,
    );
  },
);

describe('of a team, refused', () => {
  const refuse = (teamId: string) =>
    sandbox.inject({
      kind: 'status',
      status: 403,
      match: `/teams/${teamId}/invitations`,
      times: Infinity,
    });
  const withoutFeatures = (change: (feature: JsonObject) => JsonObject[]) => {
    const [teamId = ''] = teamsWith('invitations');
    const path = `/teams/${teamId}/features`;
    sandbox.organisation.resources.set(
      path,
      listOf(sandbox.organisation, path).flatMap(change),
    );
    return teamId;
  };

  test.each<[string, (feature: JsonObject) => JsonObject[]]>([
    ['is off', (feature) => [{ ...feature, enabled: false }]],
    ['is not there', () => []],
  ])(
    'invitations are not missed where the feature %s: people become members at once',
    async (_, change) => {
      refuse(withoutFeatures(change));

      const { failedSteps, warnings } = await collect();

      expect([failedSteps, warnings]).toEqual([[], []]);
    },
  );

  test('invitations are missed where the features cannot be read either', async () => {
    const [teamId = ''] = teamsWith('invitations');
    refuse(teamId);
    sandbox.inject({
      kind: 'status',
      status: 403,
      match: `/teams/${teamId}/features`,
      times: Infinity,
    });

    expect((await collect()).failedSteps).toEqual([Steps.TEAM_INVITATIONS]);
  });
});

test('teams of Heroku Enterprise are not asked for invitations: they send none', async () => {
  await collect();

  const asked = sandbox.requests
    .filter(({ route }) => route === '/teams/:id/invitations')
    .map(({ path }) => path);
  expect(asked).toEqual(['/teams/open-source-guild/invitations']);
});

describe('a team that was renamed while the run is under way', () => {
  const NEW_NAME = 'renamed';

  /** Gives a team another name in its own answer, and takes the old one from it. */
  function rename(list: string): { teamId: string; oldName: string } {
    const { resources, aliases } = sandbox.organisation;
    const [teamId = ''] = teamsWith(list);
    const path = `/teams/${teamId}`;
    const team = resources.get(path) as JsonObject;
    const oldName = team.name as string;
    sandbox.inject({
      kind: 'transform',
      match: path,
      times: Infinity,
      change: () => ({ ...team, name: NEW_NAME }),
    });
    aliases.delete(oldName);
    aliases.set(NEW_NAME, teamId);
    return { teamId, oldName };
  }

  test.each([
    ['invitations', 'heroku_team_has_invitation'],
    ['identity-providers', 'heroku_team_uses_identity_provider'],
  ])('is asked for %s by its present name', async (list, type) => {
    const { teamId } = rename(list);

    const { graph, failedSteps } = await collect();

    expect(failedSteps).toEqual([]);
    expect(
      graph.relationships.filter(
        ({ _type, _fromEntityKey }) =>
          _type === type && _fromEntityKey === teamId,
      ),
    ).toHaveLength(
      listOf(sandbox.organisation, `/teams/${teamId}/${list}`).length,
    );
    expect(sandbox.requests.map(({ path }) => path)).toContain(
      `/teams/${NEW_NAME}/${list}`,
    );
  });

  test('keeps its invitations where another team has taken its name', async () => {
    const { teamId, oldName } = rename('invitations');
    const { resources, aliases } = sandbox.organisation;
    const other = '0193cdcd-0000-4000-8000-00000000000b';
    const [invitation] = listOf(
      sandbox.organisation,
      `/teams/${teamId}/invitations`,
    );
    aliases.set(oldName, other);
    resources.set(`/teams/${other}`, { id: other, name: oldName });
    resources.set(`/teams/${other}/invitations`, [
      {
        ...invitation!,
        id: '0193cdcd-0000-4000-8000-00000000000c',
        team: { id: other, name: oldName },
      },
    ]);

    const { entities, failedSteps } = await collect();

    expect(failedSteps).toEqual([]);
    expect(
      entities
        .filter(({ _type }) => _type === 'heroku_team_invitation')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(
      listOf(sandbox.organisation, `/teams/${teamId}/invitations`)
        .map(idOf)
        .sort(),
    );
  });
});

test('an address in an invitation that is none does not cost the invitation', async () => {
  const [teamId = ''] = teamsWith('invitations');
  const path = `/teams/${teamId}/invitations`;
  const [first] = listOf(sandbox.organisation, path);
  sandbox.organisation.resources.set(path, [
    { ...first!, user: { id: null, email: 'no address' } },
  ]);

  const { entities, failedSteps } = await collect();

  expect(failedSteps).toEqual([]);
  expect(entities.find(({ id }) => id === textIn(first, 'id'))).toMatchObject({
    name: 'no address',
  });
});
