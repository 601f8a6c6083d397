import type { Resource } from '../src/heroku/types';
import {
  accountResource,
  addonResource,
  appResource,
  enterpriseAccountMemberResource,
  enterpriseAccountResource,
  teamMemberResource,
  teamResource,
} from '../src/heroku/types';
import { decode } from '../src/heroku/decode';

/** What the client reads of each route: nothing else comes into a recording. */
const RESOURCES: Readonly<Record<string, Resource<unknown>>> = {
  '/account': accountResource,
  '/addons': addonResource,
  '/enterprise-accounts': enterpriseAccountResource,
  '/enterprise-accounts/:id': enterpriseAccountResource,
  '/enterprise-accounts/:id/members': enterpriseAccountMemberResource,
  '/enterprise-accounts/:id/teams': teamResource,
  '/teams': teamResource,
  '/teams/:id': teamResource,
  '/teams/:id/addons': addonResource,
  '/teams/:id/apps': appResource,
  '/teams/:id/members': teamMemberResource,
  '/users/~/apps': appResource,
};

/**
 * A body as it may be recorded: only the fields that the client declares to read, by the very declarations through
 * which it decodes them. So a field that may hold a secret cannot be in a recording unless it could be in an entity.
 *
 * @throws for a route that is not declared here
 */
export function recordedBody(
  path: string,
  status: number,
  body: string,
): string {
  const route = path.replace(
    /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
    ':id',
  );
  const resource = RESOURCES[route];
  if (resource === undefined) {
    throw new Error(
      `Say in test/recordedBody.ts what may be recorded of ${route}`,
    );
  }
  const value = JSON.parse(body) as unknown;
  if (status >= 400) {
    return JSON.stringify({ id: errorId(value) });
  }
  const declared = (object: unknown) => decode(resource, object).object ?? null;
  return JSON.stringify(
    Array.isArray(value) ? value.map(declared) : declared(value),
  );
}

function errorId(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'id' in value
    ? value.id
    : undefined;
}
