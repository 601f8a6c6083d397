import { Steps } from '../../src/steps/ids';
import type { Organisation } from '../sandbox';
import { listOf } from '../sandbox';
import { routeOf } from '../sandbox/routes';

/** Requests that are alike: what uses them, and so what a fault on them may cost. */
export interface RouteClass {
  /** As Heroku documents it, and as warnings name it: `/teams/{team}/apps`. */
  route: string;
  /** The steps that use it: exactly these fail when it cannot be read. */
  steps: readonly string[];
  /** Lists of the same parent that are read after this one, and cannot be read either once the parent is gone. */
  goneWith?: readonly string[];
  /** Its objects become one entity together: an empty list is not the same as none. */
  becomesOne?: true;
  /** The parent that is struck, by noun, where it is not the usual one. */
  struck?: Readonly<Record<string, string>>;
  /** One object, and no list. */
  isObject?: true;
  /** Its objects have no id to go on from, where Heroku does not say how. */
  hasNoIds?: true;
  /** There is one for each parent, by whose id it goes where it has none. */
  needsNoId?: true;
  /** A 404 says that there is none, and nothing is refused by it. */
  notFoundIsAnswer?: true;
  /** A refusal for a Fir space is no miss. */
  mayBeRefusedByFir?: true;
  /** Asked for to prove the key: without it there is no run. */
  provesKey?: true;
}

/** What the documented graph is read from. */
export const documentedRoutes: RouteClass[] = [
  {
    route: '/account',
    steps: [Steps.ACCOUNTS, Steps.USERS],
    isObject: true,
    provesKey: true,
  },
  {
    route: '/enterprise-accounts',
    steps: [Steps.ACCOUNTS, Steps.TEAMS, Steps.USERS],
  },
  { route: '/teams', steps: [Steps.ACCOUNTS, Steps.TEAMS] },
  {
    route: '/users/~/apps',
    steps: [Steps.PERSONAL_APPLICATIONS, Steps.USERS, Steps.ADDONS],
  },
  { route: '/enterprise-accounts/{account}/teams', steps: [Steps.TEAMS] },
  { route: '/enterprise-accounts/{account}/members', steps: [Steps.USERS] },
  {
    route: '/teams/{team}/members',
    steps: [Steps.USERS],
  },
  {
    route: '/teams/{team}/apps',
    steps: [Steps.APPLICATIONS],
    goneWith: ['/teams/{team}/addons'],
  },
  { route: '/teams/{team}/addons', steps: [Steps.ADDONS] },
  { route: '/addons', steps: [Steps.ADDONS] },
];

/** One route of each kind beyond the documented graph: every fault is tried on these. */
export const typicalRoutes: RouteClass[] = [
  { route: '/pipelines', steps: [Steps.PIPELINES, Steps.RELEASES] },
  { route: '/teams/{team}/permissions', steps: [Steps.ACCESS] },
  {
    route: '/teams/{team}/preferences',
    // They say which teams control what add-ons may be installed.
    steps: [Steps.TEAM_PREFERENCES, Steps.ADDON_CONTROLS],
    isObject: true,
  },
  {
    route: '/pipelines/{pipeline}/review-app-config',
    steps: [Steps.PIPELINES],
    isObject: true,
    notFoundIsAnswer: true,
  },
  {
    route: '/spaces/{space}/nat',
    steps: [Steps.SPACE_NATS],
    isObject: true,
    mayBeRefusedByFir: true,
  },
  { route: '/apps/{app}/domains', steps: [Steps.DOMAINS] },
];

/** The other routes beyond the documented graph: each is read as one of the typical ones is. */
export const furtherRoutes: RouteClass[] = [
  {
    route: '/apps/{app}/collaborators',
    steps: [Steps.PERSONAL_ACCESS],
    struck: { app: 'mara-sandbox' },
  },
  {
    route: '/teams/{team}/invitations',
    steps: [Steps.TEAM_INVITATIONS],
    // Teams of enterprise accounts have none.
    struck: { team: 'example-side-project' },
  },
  {
    route: '/teams/{team}/identity-providers',
    steps: [Steps.IDENTITY_PROVIDERS],
  },
  { route: '/addon-attachments', steps: [Steps.ADDON_ATTACHMENTS] },
  { route: '/pipeline-couplings', steps: [Steps.PIPELINE_COUPLINGS] },
  { route: '/spaces', steps: [Steps.SPACES] },
  {
    route: '/spaces/{space}/inbound-ruleset',
    steps: [Steps.INBOUND_RULESETS],
    isObject: true,
    needsNoId: true,
  },
  {
    route: '/spaces/{space}/vpn-connections',
    steps: [Steps.VPN_CONNECTIONS],
  },
  {
    route: '/spaces/{space}/peerings',
    steps: [Steps.PEERINGS],
    hasNoIds: true,
  },
  { route: '/oauth/authorizations', steps: [Steps.AUTHORIZATIONS] },
  { route: '/account/keys', steps: [Steps.SSH_KEYS] },
  { route: '/apps/{app}/sni-endpoints', steps: [Steps.CERTIFICATES] },
  { route: '/apps/{app}/log-drains', steps: [Steps.LOG_DRAINS] },
  { route: '/apps/{app}/webhooks', steps: [Steps.WEBHOOKS] },
  { route: '/apps/{app}/formation', steps: [Steps.PROCESSES] },
  {
    route: '/apps/{app}/features',
    steps: [Steps.APPLICATION_FEATURES],
    becomesOne: true,
  },
  {
    route: '/apps/{app}/telemetry-drains',
    steps: [Steps.APPLICATION_TELEMETRY],
    struck: { app: 'shop-models' },
  },
  {
    route: '/spaces/{space}/telemetry-drains',
    steps: [Steps.SPACE_TELEMETRY],
    struck: { space: 'shop-lab' },
  },
  {
    route: '/spaces/{space}/log-drain',
    steps: [Steps.SPACE_TELEMETRY],
    isObject: true,
    needsNoId: true,
    notFoundIsAnswer: true,
  },
  { route: '/pipelines/{pipeline}/latest-releases', steps: [Steps.RELEASES] },
  { route: '/pipelines/{pipeline}/latest-builds', steps: [Steps.RELEASES] },
  { route: '/pipelines/{pipeline}/review-apps', steps: [Steps.REVIEW_APPS] },
  {
    route: '/teams/{team}/oauth/authorizations',
    steps: [Steps.TEAM_AUTHORIZATIONS],
  },
  {
    route: '/teams/{team}/allowed-addon-services',
    steps: [Steps.ADDON_CONTROLS],
    becomesOne: true,
  },
  { route: '/oauth/clients', steps: [Steps.OAUTH_CLIENTS] },
  { route: '/account/app-transfers', steps: [Steps.APP_TRANSFERS] },
  {
    route: '/account/delinquency',
    steps: [Steps.DELINQUENCY],
    isObject: true,
    notFoundIsAnswer: true,
  },
  {
    route: '/teams/{team}/delinquency',
    steps: [Steps.DELINQUENCY],
    isObject: true,
    notFoundIsAnswer: true,
  },
  {
    route:
      '/enterprise-accounts/{account}/usage/monthly?start={month}&end={month}',
    steps: [Steps.USAGE],
  },
  { route: '/regions', steps: [Steps.REGIONS] },
];

/** Asked for only to find out why another route refused: what comes of them is in the rows of those. */
export const routesOfProof = [
  '/apps/{app}',
  '/teams/{team}',
  '/teams/{team}/features',
];

/** A route class in one organisation: what a fault is aimed at. */
export interface Target {
  /** The one request that is struck. */
  path: string;
  /** All requests of the class, as the sandbox names them: `/teams/:id/apps`. */
  pattern: string;
  /** What the list belongs to, where it belongs to something. */
  parent: string | undefined;
  goneWith: string[];
  /** The lists that name the parent. */
  namedBy: readonly string[];
}

/** Of several parents, the one whose list is struck, by the list it is in and its name. */
const STRUCK: Record<string, [list: string, name: string]> = {
  account: ['/enterprise-accounts', 'Example Corp'],
  team: ['/teams', 'example-storefront'],
  app: ['/apps', 'shop-web'],
  pipeline: ['/pipelines', 'shop'],
  space: ['/spaces', 'shop-vault'],
};

/** The lists that prove whether a parent is gone, as the sandbox names them; an app is asked for itself. */
const NAMED_BY: Record<string, readonly string[]> = {
  account: ['/enterprise-accounts'],
  team: ['/teams', '/enterprise-accounts/:id/teams'],
  pipeline: ['/pipelines'],
  space: ['/spaces'],
};

/** The lists that name the parent of a route; none where it has none, or no list does. */
export function listsNaming(route: string): readonly string[] {
  const noun = /\{(\w+)\}/.exec(route)?.[1] ?? '';
  return NAMED_BY[noun] ?? [];
}

/** Aims at a route class in an organisation. */
export function targetIn(
  organisation: Organisation,
  { route, goneWith = [], struck = {} }: RouteClass,
): Target {
  const path = resolve(organisation, route, struck);
  return {
    path,
    pattern: routeOf(organisation, path).pattern,
    parent: route.includes('}')
      ? path
          .split('/', withoutQuery(route).split('/').findIndex(isParameter) + 1)
          .join('/')
      : undefined,
    goneWith: goneWith.map((other) => resolve(organisation, other, struck)),
    namedBy: listsNaming(route),
  };
}

/** Whether a request is of a documented route. */
export function isOf(path: string, route: string): boolean {
  const parts = withoutQuery(route).split('/');
  const segments = path.split('/');
  return (
    segments.length === parts.length &&
    parts.every((part, index) => isParameter(part) || part === segments[index])
  );
}

function isParameter(part: string): boolean {
  return part.startsWith('{');
}

function withoutQuery(route: string): string {
  return route.replace(/\?.*/, '');
}

function resolve(
  organisation: Organisation,
  route: string,
  struck: Readonly<Record<string, string>>,
): string {
  return withoutQuery(route).replaceAll(/\{(\w+)\}/g, (_, noun: string) => {
    const [list, usual] = STRUCK[noun] ?? ['', ''];
    const name = struck[noun] ?? usual;
    const parent = listOf(organisation, list).find(
      (object) => object.name === name,
    );
    if (typeof parent?.id !== 'string') {
      throw new Error(`The organisation has no ${noun} ${name}`);
    }
    return parent.id;
  });
}
