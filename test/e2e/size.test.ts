import type { RequestRecord } from '../sandbox';
import { listOf } from '../sandbox';
import { createSizedOrganisation } from '../sandbox/organisations';
import { integrationSteps } from '../../src/steps';
import { checkGraph, unreachableFrom } from './checkGraph';
import { collectQuickly, startGenerousSandbox } from './collectQuickly';
import { expectedWhole, wholeDifferences } from './surroundings/expectedWhole';

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

test('50 teams, 800 members, 5,000 apps and 12,000 add-ons are collected whole: the documented graph in 5 + 2E + 3T requests, all of it in 15 + 3E + 10T + 4P + 5S and one for each personal app', async () => {
  const organisation = createSizedOrganisation(SIZE, {
    now: new Date('2026-05-01T10:00:00Z'),
  });
  const sandbox = await startGenerousSandbox({ organisation });
  const { graph, partialTypes } = await collectQuickly(sandbox);
  await sandbox.close();

  const { requests } = sandbox;
  const asked = requests.map(({ path, range }) => `${path} ${range}`);
  expect(asked.filter((one, index) => asked.indexOf(one) !== index)).toEqual(
    [],
  );
  const { enterpriseAccounts: E, teams: T, personalApps } = SIZE;
  const documented = requests.filter(({ route }) => DOCUMENTED.has(route));
  expect(firsts(documented).length).toBe(5 + 2 * E + 3 * T);
  const P = listOf(organisation, '/pipelines').length;
  const S = listOf(organisation, '/spaces').length;
  expect(firsts(requests).length).toBeLessThanOrEqual(
    15 + 3 * E + 10 * T + 4 * P + 5 * S + personalApps,
  );
  // Each further page is asked for because the page before it named it.
  const furtherPages = requests.filter(
    ({ nextRange }) => nextRange !== undefined,
  ).length;
  expect(requests.length - firsts(requests).length).toBe(furtherPages);

  const expected = expectedWhole(organisation, {
    at: organisation.now,
    appDetails: false,
  });
  expect(wholeDifferences(expected, graph).slice(0, 20)).toEqual([]);
  expect(partialTypes).toEqual([]);
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
