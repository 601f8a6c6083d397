import { Steps } from '../../src/steps/ids';
import type { Organisation } from '../sandbox';
import { listOf } from '../sandbox';

/** Requests that are alike: what uses them, and so what a fault on them may cost. */
export interface RouteClass {
  /** As Heroku documents it, and as warnings name it: `/teams/{team}/apps`. */
  route: string;
  /** The steps that use it: exactly these fail when it cannot be read. */
  steps: readonly string[];
  /** Lists of the same parent that are read after this one, and cannot be read either once the parent is gone. */
  goneWith?: readonly string[];
  /** One object, and no list. */
  isObject?: true;
  /** Asked for to prove the key: without it there is no run. */
  provesKey?: true;
}

/** What the documented graph is read from. */
export const documentedRoutes: RouteClass[] = [
  {
    route: '/account',
    steps: [Steps.OWN_ACCOUNT, Steps.USERS],
    isObject: true,
    provesKey: true,
  },
  {
    route: '/enterprise-accounts',
    steps: [Steps.ACCOUNTS, Steps.TEAMS, Steps.USERS, Steps.OWN_ACCOUNT],
  },
  { route: '/teams', steps: [Steps.ACCOUNTS, Steps.TEAMS, Steps.OWN_ACCOUNT] },
  {
    route: '/users/~/apps',
    steps: [Steps.APPLICATIONS, Steps.APPLICATION_OWNERS, Steps.ADDONS],
  },
  { route: '/enterprise-accounts/{account}/teams', steps: [Steps.TEAMS] },
  { route: '/enterprise-accounts/{account}/members', steps: [Steps.USERS] },
  {
    route: '/teams/{team}/members',
    steps: [Steps.USERS, Steps.TEAM_MEMBERSHIPS],
  },
  {
    route: '/teams/{team}/apps',
    steps: [Steps.APPLICATIONS],
    goneWith: ['/teams/{team}/addons'],
  },
  { route: '/teams/{team}/addons', steps: [Steps.ADDONS] },
  { route: '/addons', steps: [Steps.ADDONS] },
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
}

/** Of several parents, the one whose list is struck, by the list it is in and its name. */
const STRUCK: Record<string, [list: string, name: string]> = {
  account: ['/enterprise-accounts', 'Example Corp'],
  team: ['/teams', 'example-storefront'],
};

/** Aims at a route class in an organisation. */
export function targetIn(
  organisation: Organisation,
  { route, goneWith = [] }: RouteClass,
): Target {
  const path = resolve(organisation, route);
  return {
    path,
    pattern: route.replaceAll(/\{\w+\}/g, ':id'),
    parent: route.includes('}')
      ? path.slice(0, path.lastIndexOf('/'))
      : undefined,
    goneWith: goneWith.map((other) => resolve(organisation, other)),
  };
}

function resolve(organisation: Organisation, route: string): string {
  return route.replaceAll(/\{(\w+)\}/g, (_, noun: string) => {
    const [list, name] = STRUCK[noun] ?? ['', ''];
    const parent = listOf(organisation, list).find(
      (object) => object.name === name,
    );
    if (typeof parent?.id !== 'string') {
      throw new Error(`The organisation has no ${noun} ${name}`);
    }
    return parent.id;
  });
}
