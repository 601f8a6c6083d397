import type { JsonObject } from './organisation';

/** What Heroku says of a route that it does not have, or not in the version asked for. */
export const NO_SUCH_ROUTE =
  'The requested API endpoint was not found. Are you using the right HTTP verb (i.e. `GET` vs. `POST`), and did you specify your intended version with the `Accept` header?';

/** Heroku's error ids, with the status and message that each comes with. */
const ERRORS = {
  bad_request: [400, 'The request was invalid.'],
  unauthorized: [401, 'Invalid credentials provided.'],
  delinquent: [
    402,
    'The account has become delinquent as a result of non-payment.',
  ],
  forbidden: [403, 'You do not have access to this resource.'],
  suspended: [403, 'The account or application was suspended.'],
  two_factor: [403, 'A second authentication factor is required.'],
  not_found: [404, "Couldn't find that resource."],
  method_not_allowed: [405, 'This simulated API answers GET only.'],
  missing_version: [
    406,
    'Please specify a version along with Heroku’s API MIME type. For example, `Accept: application/vnd.heroku+json; version=3`.\n',
  ],
  timeout: [408, 'The request took too long.'],
  conflict: [409, 'The request conflicts with another one.'],
  gone: [410, 'The resource is gone.'],
  requested_range_not_satisfiable: [416, 'The requested range is not valid.'],
  invalid_params: [422, 'The parameters were invalid.'],
  rate_limit: [
    429,
    'Your account reached the API rate limit\nPlease wait a few minutes before making new requests',
  ],
  internal_server_error: [500, 'An internal server error occurred.'],
  bad_gateway: [502, 'The server behind the API did not answer.'],
  service_unavailable: [
    503,
    'The API is temporarily unavailable: maintenance.',
  ],
} as const satisfies Record<string, readonly [number, string]>;

export type HerokuErrorId = keyof typeof ERRORS;

function isKnown(id: string): id is HerokuErrorId {
  return Object.hasOwn(ERRORS, id);
}

/** The status that Heroku sends an error with. */
export function statusOf(id: HerokuErrorId): number {
  return ERRORS[id][0];
}

/** The id that Heroku most likely gives an error of this status. */
export function errorIdOf(status: number): string {
  return (
    Object.keys(ERRORS).find((id) => isKnown(id) && ERRORS[id][0] === status) ??
    'error'
  );
}

/** A Heroku error body; the id's usual message unless another is given. */
export function errorBody(
  id: string,
  message?: string,
  resource?: string,
): JsonObject {
  const text = message ?? (isKnown(id) ? ERRORS[id][1] : 'The request failed.');
  // Heroku leaves `message` out of this one.
  if (id === 'missing_version') return { id, error: text };
  return resource === undefined
    ? { id, message: text }
    : { id, resource, message: text };
}
