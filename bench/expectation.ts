import { integrationSteps } from '../src/steps';
import type { Organisation } from '../test/sandbox';
import { listOf } from '../test/sandbox';
import type { Counts } from './declaredRequests';
import { declaredRoutes } from './declaredRequests';
import type { Parents } from './parents';
import { kindOf, parentsOf, pathsOf } from './parents';

const PAGE_SIZE = 1000;

/** What one declared route must be asked of an organisation at least. */
export interface RouteExpectation {
  /** First pages and single things. */
  first: number;
  /** Pages beyond the first. */
  further: number;
  /** Requests of which each needs the answer to the one before: the longest such chain that ends in this route. */
  chain: number;
}

/** What an organisation makes of the declared formulas. */
export interface Expectation {
  counts: Counts;
  /** By route, such as `/teams/{team}/apps`. Several steps may declare the same one; it is asked once for all of them. */
  routes: Record<string, RouteExpectation>;
}

/** Counts, from the organisation alone, what every declared route must be asked. */
export function expectationOf(organisation: Organisation): Expectation {
  const parents = parentsOf(organisation);
  const depths = depthsOf(organisation, parents);
  const routes = new Set(integrationSteps.flatMap(declaredRoutes));
  if (parents.personalApps.length === 0) {
    // The one list of all add-ons is asked for only beside personal apps.
    routes.delete('/addons');
  }
  return {
    counts: {
      E: parents.account.length,
      T: parents.team.length,
      A: parents.app.length,
      P: parents.pipeline.length,
      S: parents.allSpaces.length,
      personalApps: parents.personalApps.length,
      appsWithCustomDomain: parents.appsWithCustomDomain.length,
      teamsWithAddonControls: parents.controllingTeams.length,
      pipelinesWithReviewApps: parents.reviewingPipelines.length,
      firSpaces: parents.firSpaces.length,
      firApps: parents.firApps.length,
    },
    routes: Object.fromEntries(
      [...routes].map((route) => {
        const pages = pathsOf(route, parents).map((path) =>
          pagesOf(organisation, path),
        );
        const depth = depths[kindOf(route) ?? ''] ?? 1;
        return [
          route,
          {
            first: pages.length,
            further: pages.reduce((sum, one) => sum + one - 1, 0),
            chain: pages.length > 0 ? depth + Math.max(...pages) : 0,
          },
        ];
      }),
    ),
  };
}

function pagesOf(organisation: Organisation, path: string): number {
  const { length } = listOf(organisation, path);
  return Math.max(1, Math.ceil(length / PAGE_SIZE));
}

/**
 * The requests, one after the other, before the parents of a kind are known: the key's own account first, which
 * says that the key is good; then the lists that the parents are in.
 */
function depthsOf(
  organisation: Organisation,
  parents: Parents,
): Record<string, number> {
  const longest = (paths: string[]) =>
    Math.max(0, ...paths.map((path) => pagesOf(organisation, path)));
  const account = 1 + longest(['/enterprise-accounts']);
  const team =
    account +
    longest(parents.account.map((id) => `/enterprise-accounts/${id}/teams`));
  return {
    account,
    team,
    app: team + longest(parents.team.map((id) => `/teams/${id}/apps`)),
    pipeline: 1 + longest(['/pipelines']),
    space: 1 + longest(['/spaces']),
  };
}

/** The routes that are asked where these sources are on, each once. */
function routesOf(
  { routes }: Expectation,
  isOn: (sourceId: string | undefined) => boolean,
): RouteExpectation[] {
  const asked = new Set(
    integrationSteps
      .filter(({ ingestionSourceId }) => isOn(ingestionSourceId))
      .flatMap(declaredRoutes),
  );
  return [...asked].flatMap((route) => routes[route] ?? []);
}

/** The longest chain of requests of the steps whose sources are on. */
export function longestChain(
  expectation: Expectation,
  isOn: (sourceId: string | undefined) => boolean,
): number {
  return Math.max(0, ...routesOf(expectation, isOn).map(({ chain }) => chain));
}

/** What all steps whose sources are on must ask. */
export function expectedRequests(
  expectation: Expectation,
  isOn: (sourceId: string | undefined) => boolean,
): number {
  return routesOf(expectation, isOn).reduce(
    (sum, { first, further }) => sum + first + further,
    0,
  );
}
