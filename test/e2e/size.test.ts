import type { RequestRecord } from '../sandbox';
import { listOf, startSandbox } from '../sandbox';
import { createSizedOrganisation } from '../sandbox/organisations';
import { integrationSteps } from '../../src/steps';
import { checkGraph, unreachableFrom } from './checkGraph';
import { differences, documentedGraph } from './documentedGraph';
import { expectedGraph } from './expectedGraph';
import { readGraph } from './graph';
import { runCli } from './process';

const SIZE = {
  enterpriseAccounts: 2,
  teams: 50,
  members: 800,
  apps: 5_000,
  addons: 12_000,
  personalApps: 2,
  // A default page, a whole page, one more than that, and several.
  appsPerTeam: [200, 1_000, 1_001, 2_500],
};

/** The routes that the documented graph needs. */
const DOCUMENTED = new Set([
  '/account',
  '/addons',
  '/enterprise-accounts',
  '/enterprise-accounts/:id/members',
  '/enterprise-accounts/:id/teams',
  '/teams',
  '/teams/:id/addons',
  '/teams/:id/apps',
  '/teams/:id/members',
  '/users/~/apps',
]);

/** The first requests for lists and objects, without further pages. */
function firsts(requests: RequestRecord[]): RequestRecord[] {
  return requests.filter(
    ({ range }) => range === undefined || range.startsWith('id ..'),
  );
}

test('50 teams, 800 members, 5,000 apps and 12,000 add-ons are collected whole, in 5 + 2E + 3T requests', async () => {
  const organisation = createSizedOrganisation(SIZE, {
    now: new Date('2026-05-01T10:00:00Z'),
  });
  const sandbox = await startSandbox({ organisation });
  const result = await runCli('collect', {
    env: sandbox.environment(),
    timeoutMs: 120_000,
  });
  const graph = await readGraph(result.storageDirectory);
  await result.cleanUp();
  await sandbox.close();

  const asked = sandbox.requests.map(({ path, range }) => `${path} ${range}`);
  expect(asked.filter((one, index) => asked.indexOf(one) !== index)).toEqual(
    [],
  );
  const documented = sandbox.requests.filter(({ route }) =>
    DOCUMENTED.has(route),
  );
  const { enterpriseAccounts: E, teams: T } = SIZE;
  expect(firsts(documented).length).toBeLessThanOrEqual(5 + 2 * E + 3 * T);
  // Each further page is asked for because the page before it named it.
  const furtherPages = sandbox.requests.filter(
    ({ nextRange }) => nextRange !== undefined,
  ).length;
  expect(sandbox.requests.length - firsts(sandbox.requests).length).toBe(
    furtherPages,
  );

  expect(
    differences(expectedGraph(organisation), documentedGraph(graph)).slice(
      0,
      20,
    ),
  ).toEqual([]);
  expect(checkGraph(graph, integrationSteps)).toEqual([]);
  expect(unreachableFrom(graph, 'heroku_account')).toEqual([]);
  const teams = listOf(organisation, '/teams');
  expect(
    SIZE.appsPerTeam.map(
      (_, index) =>
        graph.entities.filter(
          ({ _type, teamId }) =>
            _type === 'heroku_application' &&
            teamId === teams.find(({ name }) => name === `team-${index}`)?.id,
        ).length,
    ),
  ).toEqual(SIZE.appsPerTeam);
}, 150_000);
