import type { JsonObject, Organisation, Resource } from '../test/sandbox';
import { listOf } from '../test/sandbox';

/** The ids of what an organisation holds, and of those of which not every list is asked. */
export type Parents = ReturnType<typeof parentsOf>;

/** Finds what has lists of its own, from the organisation alone. */
export function parentsOf(organisation: Organisation) {
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
  const pipelines = objectsIn(organisation, '/pipelines');
  const has = (path: string) => organisation.resources.has(path);
  const ids = (parents: Parent[]) => parents.map(({ id }) => id);
  return {
    account: ids(accounts),
    team: ids(teams),
    invitingTeams: ids(
      teams.filter(({ enterprise_account: account }) => !account),
    ),
    controllingTeams: ids(teams).filter((id) =>
      hasAddonControls(organisation.resources.get(`/teams/${id}/preferences`)),
    ),
    // Only teams with the feature have authorizations; of the others it is asked whether they have it.
    teamsWithoutTokens: ids(teams).filter(
      (id) => !has(`/teams/${id}/oauth/authorizations`),
    ),
    app: ids(apps),
    drainedApps: ids(apps.filter((app) => !isFir(app))),
    firApps: ids(apps.filter(isFir)),
    personalApps: ids(personalApps),
    appsWithCustomDomain: ids(apps).filter((id) =>
      listOf(organisation, `/apps/${id}/domains`).some(
        ({ kind, sni_endpoint: endpoint }) => kind !== 'heroku' || endpoint,
      ),
    ),
    pipeline: ids(pipelines),
    reviewingPipelines: ids(pipelines).filter((id) =>
      has(`/pipelines/${id}/review-app-config`),
    ),
    space: ids(spaces.filter((space) => !isFir(space))),
    firSpaces: ids(spaces.filter(isFir)),
    shieldSpaces: ids(spaces.filter(({ shield }) => shield === true)),
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

function hasAddonControls(preferences: Resource | undefined): boolean {
  return (
    preferences !== undefined &&
    !Array.isArray(preferences) &&
    preferences['addons-controls'] === true
  );
}

/** Heroku's Fir generation has no log drains, and its spaces have no network of the older kind. */
function isFir({ generation }: JsonObject): boolean {
  return (generation as { name?: unknown } | null)?.name === 'fir';
}

function unique(parents: Parent[]): Parent[] {
  return [...new Map(parents.map((parent) => [parent.id, parent])).values()];
}

/** Where not every parent of its kind is asked for a list. */
const ASKED_ONLY: [RegExp, keyof Parents][] = [
  [/collaborators$/, 'personalApps'],
  [/sni-endpoints$/, 'appsWithCustomDomain'],
  [/^\/apps\/.*log-drains$/, 'drainedApps'],
  [/^\/apps\/.*telemetry-drains$/, 'firApps'],
  [/^\/spaces\/.*telemetry-drains$/, 'firSpaces'],
  [/log-drain$/, 'shieldSpaces'],
  [/allowed-addon-services$/, 'controllingTeams'],
  [/^\/teams\/.*features$/, 'teamsWithoutTokens'],
  [/review-apps$/, 'reviewingPipelines'],
  [/invitations$/, 'invitingTeams'],
  [/nat$/, 'allocatedSpaces'],
];

/** The paths that a route is asked with. */
export function pathsOf(route: string, parents: Parents): string[] {
  const kind = kindOf(route);
  if (kind === undefined) {
    return [route];
  }
  const [, key = kind as keyof Parents] =
    ASKED_ONLY.find(([pattern]) => pattern.test(route)) ?? [];
  return parents[key].map((id) => route.replace(`{${kind}}`, id));
}

/** What stands in a route's place: `team` in `/teams/{team}/apps`. */
export function kindOf(route: string): string | undefined {
  return /\{(\w+)\}/.exec(route)?.[1];
}
