import { integrationSteps } from '../src/steps';
import { Sources } from '../src/steps/ids';
import type { JsonObject, Organisation } from '../test/sandbox';
import { listOf } from '../test/sandbox';
import type { Counts } from './declaredRequests';
import { declaredRoutes } from './declaredRequests';

const PAGE_SIZE = 1000;

/** What one step must ask of an organisation at least. */
export interface StepExpectation {
  /** First pages and single things. */
  first: number;
  /** Pages beyond the first. */
  further: number;
  /** Requests of which each needs the answer to the one before: the longest such chain that ends in this step. */
  chain: number;
}

/** What an organisation makes of the declared formulas. */
export interface Expectation {
  counts: Counts;
  steps: Record<string, StepExpectation>;
}

/** Counts, from the organisation alone, what every declared route must be asked. */
export function expectationOf(organisation: Organisation): Expectation {
  const parents = parentsOf(organisation);
  const hasPersonalApps = parents.personalApps.length > 0;
  // The one list of all add-ons is asked for only beside personal apps; the stacks belong to a source, not a step.
  const isAsked = (route: string) =>
    route === '/addons' ? hasPersonalApps : route !== '/stacks';

  const depths = depthsOf(organisation, parents);

  const steps = Object.fromEntries(
    integrationSteps.map((step) => {
      const sizes: number[] = [];
      let chain = 0;
      for (const route of declaredRoutes(step).filter(isAsked)) {
        for (const path of pathsOf(route, parents)) {
          const pages = pagesOf(organisation, path);
          sizes.push(pages);
          chain = Math.max(chain, (depths[kindOf(route) ?? ''] ?? 1) + pages);
        }
      }
      const further = sizes.reduce((sum, pages) => sum + pages - 1, 0);
      return [step.id, { first: sizes.length, further, chain }];
    }),
  );
  return {
    counts: {
      E: parents.account.length,
      T: parents.team.length,
      A: parents.app.length,
      P: parents.pipeline.length,
      S: parents.space.length,
      personalApps: parents.personalApps.length,
      appsWithCertificate: parents.appsWithCertificate.length,
    },
    steps,
  };
}

type Parents = ReturnType<typeof parentsOf>;

function parentsOf(organisation: Organisation) {
  const ids = (path: string) =>
    listOf(organisation, path).flatMap(({ id }) =>
      typeof id === 'string' ? [id] : [],
    );
  const account = ids('/enterprise-accounts');
  const team = unique([
    ...account.flatMap((id) => ids(`/enterprise-accounts/${id}/teams`)),
    ...ids('/teams'),
  ]);
  const personalApps = ids('/users/~/apps');
  const app = unique([
    ...team.flatMap((id) => ids(`/teams/${id}/apps`)),
    ...personalApps,
  ]);
  return {
    account,
    team,
    app,
    personalApps,
    pipeline: ids('/pipelines'),
    space: ids('/spaces'),
    appsWithCertificate: app.filter((id) =>
      listOf(organisation, `/apps/${id}/domains`).some(hasCertificate),
    ),
  };
}

function hasCertificate({ sni_endpoint: endpoint }: JsonObject): boolean {
  return typeof endpoint === 'object' && endpoint !== null;
}

function unique(values: string[]): string[] {
  return [...new Set(values)];
}

function pathsOf(route: string, parents: Parents): string[] {
  const kind = kindOf(route);
  if (kind === undefined) {
    return [route];
  }
  const key = /collaborators$/.test(route)
    ? 'personalApps'
    : /sni-endpoints$/.test(route)
      ? 'appsWithCertificate'
      : (kind as keyof Parents);
  return parents[key].map((id) => route.replace(`{${kind}}`, id));
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

/** What stands in a route's place: `team` in `/teams/{team}/apps`. */
function kindOf(route: string): string | undefined {
  return /\{(\w+)\}/.exec(route)?.[1];
}

/** The longest chain of requests of the steps whose sources are on. */
export function longestChain(
  { steps }: Expectation,
  isOn: (sourceId: string | undefined) => boolean,
): number {
  return Math.max(
    ...integrationSteps
      .filter(({ ingestionSourceId }) => isOn(ingestionSourceId))
      .map(({ id }) => steps[id]?.chain ?? 0),
  );
}

/** What all steps whose sources are on must ask. */
export function expectedRequests(
  { steps }: Expectation,
  isOn: (sourceId: string | undefined) => boolean,
): number {
  return integrationSteps
    .filter(({ ingestionSourceId }) => isOn(ingestionSourceId))
    .reduce((sum, { id }) => {
      const { first = 0, further = 0 } = steps[id] ?? {};
      return sum + first + further;
    }, 0);
}
