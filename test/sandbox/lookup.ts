import { textAt, valueAt } from './fields';
import type { Json, JsonObject, Organisation, Resource } from './organisation';
import { listOf } from './organisation';
import type { Route } from './routes';

/** What the organisation holds at a route: as it is held, or found in what it holds elsewhere. */
export function lookUp(
  organisation: Organisation,
  route: Route,
): Resource | undefined {
  return held(organisation, route) ?? singleOf(organisation, route);
}

function held(organisation: Organisation, route: Route): Resource | undefined {
  return (
    organisation.resources.get(route.path) ??
    DERIVED[route.pattern]?.(organisation, route)
  );
}

/** The fields by which one object of a list may be asked for, by the route of the object. */
const IDENTITIES: Readonly<Record<string, readonly string[]>> = {
  '/account/features/:id': ['id', 'name'],
  '/addon-attachments/:id': ['id'],
  '/addon-services/:id': ['id', 'name'],
  '/addon-services/:id/plans/:id': ['id', 'name'],
  '/addons/:id': ['id', 'name'],
  '/apps/:id/addon-attachments/:id': ['id', 'name'],
  '/apps/:id/addons/:id': ['id', 'name'],
  '/apps/:id/collaborators/:id': ['id', 'user.email', 'user.id'],
  '/apps/:id/domains/:id': ['id', 'hostname'],
  '/apps/:id/dynos/:id': ['id', 'name'],
  '/apps/:id/features/:id': ['id', 'name'],
  '/apps/:id/formation/:id': ['id', 'type'],
  '/apps/:id/log-drains/:id': ['id', 'url', 'token'],
  '/apps/:id/releases/:id': ['id', 'version'],
  '/apps/:id/sni-endpoints/:id': ['id', 'name'],
  '/apps/:id/webhooks/:id': ['id'],
  '/dyno-sizes/:id': ['id', 'name'],
  '/oauth/clients/:id': ['id'],
  '/pipeline-couplings/:id': ['id'],
  '/plans/:id': ['id', 'name'],
  '/regions/:id': ['id', 'name'],
  '/spaces/:id/inbound-rulesets/:id': ['id'],
  '/spaces/:id/members/:id': ['user.email', 'user.id'],
  '/spaces/:id/peerings/:id': ['pcx_id'],
  '/spaces/:id/vpn-connections/:id': ['id', 'name'],
  '/stacks/:id': ['id', 'name'],
  '/teams/:id/features/:id': ['id', 'name'],
  '/telemetry-drains/:id': ['id'],
};

function singleOf(
  organisation: Organisation,
  route: Route,
): JsonObject | undefined {
  const fields = IDENTITIES[route.pattern];
  const wanted = route.identities.at(-1);
  if (fields === undefined || wanted === undefined) return undefined;
  const list = held(organisation, {
    ...route,
    path: route.path.replace(/\/[^/]*$/, ''),
    pattern: route.pattern.replace(/\/:id$/, ''),
  });
  if (!Array.isArray(list)) return undefined;
  return list.find((object) =>
    fields.some((field) => textAt(object, field) === wanted),
  );
}

type Derive = (
  organisation: Organisation,
  route: Route,
) => Resource | undefined;

/** What Heroku serves in more than one place, and the organisation holds in one. */
const DERIVED: Readonly<Record<string, Derive>> = {
  '/users/~': (organisation) => organisation.resources.get('/account'),
  '/users/~/pipeline-couplings': (organisation) =>
    listOf(organisation, '/pipeline-couplings'),
  '/users/:id': (organisation, { identities }) =>
    [organisation.resources.get('/account')].find(
      (account): account is JsonObject =>
        account !== undefined &&
        !Array.isArray(account) &&
        identities.some((one) => one === account.id || one === account.email),
    ),
  '/apps/:id/pipeline-couplings': (organisation, route) =>
    listOf(organisation, '/pipeline-couplings').find(
      (coupling) => valueAt(coupling, 'app.id') === parentId(route),
    ),
  '/apps/:id/addon-attachments': (organisation, route) =>
    ofParent(organisation, '/addon-attachments', 'app.id', route),
  '/addons/:id/addon-attachments': (organisation, { identities }) => {
    const addon = findAddon(organisation, identities[0] ?? '');
    return (
      addon &&
      withValue(organisation, '/addon-attachments', 'addon.id', addon.id)
    );
  },
  '/teams/:id/spaces': (organisation, route) =>
    ofParent(organisation, '/spaces', 'team.id', route),
  '/teams/apps/:id': teamApp,
  '/teams/apps/:id/collaborators': (organisation, route) =>
    organisation.resources.get(
      `/apps/${route.path.split('/')[3]}/collaborators`,
    ),
};

/** The add-on with this id or name. */
export function findAddon(
  organisation: Organisation,
  identity: string,
): JsonObject | undefined {
  return listOf(organisation, '/addons').find(
    ({ id, name }) => id === identity || name === identity,
  );
}

/** The app as the list of its team shows it. */
function teamApp(
  organisation: Organisation,
  { path }: Route,
): JsonObject | undefined {
  const id = path.split('/')[3];
  const app = organisation.resources.get(`/apps/${id}`);
  if (app === undefined || Array.isArray(app)) return undefined;
  const team = valueAt(app, 'team.id');
  return typeof team === 'string'
    ? listOf(organisation, `/teams/${team}/apps`).find((one) => one.id === id)
    : app;
}

function parentId({ path }: Route): string {
  return path.split('/')[2] ?? '';
}

/** The objects of the list that belong to the parent in the path; nothing where the parent is not there. */
function ofParent(
  organisation: Organisation,
  list: string,
  field: string,
  route: Route,
): JsonObject[] | undefined {
  const parent = route.path.split('/').slice(0, 3).join('/');
  if (!organisation.resources.has(parent)) return undefined;
  return withValue(organisation, list, field, parentId(route));
}

function withValue(
  organisation: Organisation,
  list: string,
  field: string,
  value: Json | undefined,
): JsonObject[] {
  return listOf(organisation, list).filter(
    (object) => valueAt(object, field) === value,
  );
}
