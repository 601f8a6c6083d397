import { integrationSteps } from '../src/steps';
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
  // The one list of all add-ons is asked for only beside personal apps.
  const isAsked = (route: string) => route !== '/addons' || hasPersonalApps;

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
      S: parents.allSpaces.length,
      personalApps: parents.personalApps.length,
      appsWithCustomDomain: parents.appsWithCustomDomain.length,
    },
    steps,
  };
}

type Parents = ReturnType<typeof parentsOf>;

function parentsOf(organisation: Organisation) {
  const accounts = objectsIn(organisation, '/enterprise-accounts');
  const teams = unique([
    ...accounts.flatMap(({ id }) =>
      objectsIn(organisation, `/enterprise-accounts/${id}/teams`),
    ),
    ...objectsIn(organisation, '/teams'),
  ]);
  const personalApps = objectsIn(organisation, '/users/~/apps');
  const apps = unique([
    ...teams.flatMap(({ id }) => objectsIn(organisation, `/teams/${id}/apps`)),
    ...personalApps,
  ]);
  const spaces = objectsIn(organisation, '/spaces');
  const ids = (parents: Parent[]) => parents.map(({ id }) => id);
  return {
    account: ids(accounts),
    team: ids(teams),
    invitingTeams: ids(
      teams.filter(({ enterprise_account: account }) => !account),
    ),
    app: ids(apps),
    drainedApps: ids(apps.filter(isNotFir)),
    personalApps: ids(personalApps),
    appsWithCustomDomain: ids(apps).filter((id) =>
      listOf(organisation, `/apps/${id}/domains`).some(
        ({ kind, sni_endpoint: endpoint }) => kind !== 'heroku' || endpoint,
      ),
    ),
    pipeline: ids(objectsIn(organisation, '/pipelines')),
    space: ids(spaces.filter(isNotFir)),
    allocatedSpaces: ids(
      spaces.filter(({ state }) => state == null || state === 'allocated'),
    ),
    allSpaces: ids(spaces),
  };
}

interface Parent extends JsonObject {
  id: string;
}

function objectsIn(organisation: Organisation, path: string): Parent[] {
  return listOf(organisation, path).flatMap((object) =>
    typeof object.id === 'string' ? [{ ...object, id: object.id }] : [],
  );
}

/** Heroku's Fir generation has no log drains, and its spaces have no network of the older kind. */
function isNotFir({ generation }: JsonObject): boolean {
  return (generation as { name?: unknown } | null)?.name !== 'fir';
}

function unique(parents: Parent[]): Parent[] {
  return [...new Map(parents.map((parent) => [parent.id, parent])).values()];
}

/** Where not every parent of its kind is asked for a list. */
const ASKED_ONLY: [RegExp, keyof Parents][] = [
  [/collaborators$/, 'personalApps'],
  [/sni-endpoints$/, 'appsWithCustomDomain'],
  [/log-drains$/, 'drainedApps'],
  [/invitations$/, 'invitingTeams'],
  [/nat$/, 'allocatedSpaces'],
];

function pathsOf(route: string, parents: Parents): string[] {
  const kind = kindOf(route);
  if (kind === undefined) {
    return [route];
  }
  const [, key = kind as keyof Parents] =
    ASKED_ONLY.find(([pattern]) => pattern.test(route)) ?? [];
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
