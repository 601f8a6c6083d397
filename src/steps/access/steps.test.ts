import { idOf } from '../../../test/e2e/expectedProperties';
import type { JsonObject, Sandbox } from '../../../test/sandbox';
import { listOf, startSandbox } from '../../../test/sandbox';
import { createOrganisation } from '../../../test/sandbox/organisations';
import { collectSources } from '../../../test/sandboxStep';
import { Sources, Steps } from '../ids';

const now = new Date('2026-05-01T10:00:00Z');
const GUEST = {
  id: '0193abab-0000-4000-8000-00000000000a',
  email: 'guest@example.net',
};
const STRANGER = {
  id: '0193abab-0000-4000-8000-00000000000d',
  email: 'stranger@example.net',
};
let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox({
    organisation: createOrganisation('enterprise', { now }),
  });
});
afterEach(() => sandbox.close());

function teamIds(): string[] {
  return [...sandbox.organisation.resources.keys()].flatMap(
    (path) => /^\/teams\/([^/]+)\/permissions$/.exec(path)?.[1] ?? [],
  );
}

/** Lets somebody view the first app or space of this type in the permissions of a team. */
function letView(guest: JsonObject, teamId: string, type: string): string {
  const path = `/teams/${teamId}/permissions`;
  const entries = listOf(sandbox.organisation, path);
  const entry = entries.find((one) => one.type === type);
  if (!entry) throw new Error(`The team has no ${type}`);
  sandbox.organisation.resources.set(
    path,
    entries.map((one) =>
      one === entry
        ? {
            ...one,
            users: [
              ...(one.users as JsonObject[]),
              { ...guest, permissions: ['view'] },
            ],
          }
        : one,
    ),
  );
  return idOf(entry);
}

function teamWith(type: string, skip = 0): string {
  const found = teamIds().filter((id) =>
    listOf(sandbox.organisation, `/teams/${id}/permissions`).some(
      (entry) => entry.type === type,
    ),
  );
  return found[skip]!;
}

const collect = (...sources: Parameters<typeof collectSources>[1]) =>
  collectSources(sandbox, [Sources.APP_ACCESS, ...sources]);

test('somebody from outside, in the permissions of several teams, is one user with an edge from each app', async () => {
  const apps = [0, 1, 2].map((skip) =>
    letView(GUEST, teamWith('app', skip), 'app'),
  );

  const { graph, failedSteps } = await collect();

  expect(failedSteps).toEqual([]);
  expect(graph.entities.filter(({ _key }) => _key === GUEST.id)).toHaveLength(
    1,
  );
  expect(
    graph.relationships
      .filter(({ _toEntityKey }) => _toEntityKey === GUEST.id)
      .map(({ _fromEntityKey }) => _fromEntityKey)
      .sort(),
  ).toEqual(apps.sort());
});

test('whoever may use a Private Space only is a user while the spaces are collected, and is not without them', async () => {
  const space = letView(GUEST, teamWith('space'), 'space');

  const withSpaces = await collect(Sources.PRIVATE_SPACES);
  const without = await collect();

  expect([withSpaces.failedSteps, without.failedSteps]).toEqual([[], []]);
  expect(withSpaces.graph.relationships).toContainEqual(
    expect.objectContaining({
      _key: `heroku_space:${space}|allows|${GUEST.id}`,
      viewPermission: true,
      managePermission: false,
    }),
  );
  expect(without.entities.map(({ _key }) => _key)).not.toContain(GUEST.id);
});

test('a member keeps what the lists of members say, though permissions say less', async () => {
  const { entities } = await collect();
  const own = sandbox.organisation.resources.get('/account') as JsonObject;

  expect(entities.find(({ _key }) => _key === idOf(own))).toMatchObject({
    active: true,
    mfaEnabled: own.two_factor_authentication,
  });
});

test('access to an app that no list of apps has, and to what is neither app nor space, is passed over', async () => {
  const path = `/teams/${teamIds()[0]}/permissions`;
  const unseen = '0193abab-0000-4000-8000-00000000000b';
  sandbox.organisation.resources.set(path, [
    {
      id: unseen,
      name: 'made-in-between',
      type: 'app',
      users: [{ ...GUEST, permissions: ['view'] }],
    },
    {
      id: unseen.replace(/b$/, 'c'),
      name: 'x',
      type: 'satellite',
      users: [{ ...STRANGER, permissions: ['view'] }],
    },
  ]);

  const { graph, failedSteps } = await collect();

  expect(failedSteps).toEqual([]);
  expect(JSON.stringify(graph)).not.toContain(unseen);
  expect(JSON.stringify(graph)).not.toContain(STRANGER.id);
  // Who may use an app of the team is known all the same.
  expect(graph.entities.map(({ _key }) => _key)).toContain(GUEST.id);
});

test('refused permissions cost one team its access, and mark what is built on them incomplete', async () => {
  const refused = teamWith('space');
  sandbox.inject({
    kind: 'status',
    status: 403,
    match: `/teams/${refused}/permissions`,
    times: Infinity,
  });

  const { graph, failedSteps, warnings } = await collect(
    Sources.PRIVATE_SPACES,
  );

  expect(failedSteps).toEqual([Steps.ACCESS]);
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toContain('Could not read the permissions of the team');
  expect(warnings[0]).toContain('the role admin in the team');
  const allows = (appId: string) =>
    graph.relationships.some(
      ({ _fromEntityKey, _class }) =>
        _fromEntityKey === appId && _class === 'ALLOWS',
    );
  const appsOf = (teamId: string) =>
    listOf(sandbox.organisation, `/teams/${teamId}/permissions`)
      .filter(({ type }) => type === 'app')
      .map(idOf);
  expect(appsOf(refused).some(allows)).toBe(false);
  expect(
    teamIds()
      .filter((id) => id !== refused)
      .flatMap(appsOf)
      .some(allows),
  ).toBe(true);
  expect(graph.summary?.metadata.partialDatasets.types).toEqual(
    expect.arrayContaining([
      'heroku_account_member',
      'heroku_application_allows_account_member',
      'heroku_space_allows_account_member',
    ]),
  );
});

test('a personal app whose collaborators are refused costs no other', async () => {
  const [refused, ...others] = listOf(sandbox.organisation, '/users/~/apps');
  sandbox.inject({
    kind: 'status',
    status: 403,
    match: `/apps/${idOf(refused!)}/collaborators`,
    times: Infinity,
  });

  const { graph, failedSteps } = await collect();

  expect(failedSteps).toEqual([Steps.PERSONAL_ACCESS]);
  const collaborators = new Set(
    graph.relationships
      .filter(({ role, _class }) => role !== undefined && _class === 'ALLOWS')
      .map(({ _fromEntityKey }) => _fromEntityKey),
  );
  expect([...collaborators].sort()).toEqual(others.map(idOf).sort());
});

test('only personal apps are asked for their collaborators: those of teams come with the lists of teams', async () => {
  const personal = listOf(sandbox.organisation, '/users/~/apps').map(idOf);
  sandbox.requests.length = 0;

  await collect();

  expect(
    sandbox.requests
      .filter(({ route }) => route === '/apps/:id/collaborators')
      .map(({ path }) => path)
      .sort(),
  ).toEqual(personal.map((id) => `/apps/${id}/collaborators`).sort());
});
