/** A JSON value as the Platform API sends it. */
export type Json =
  null | boolean | number | string | Json[] | { [key: string]: Json };

export type JsonObject = { [key: string]: Json };

export type Resource = JsonObject[] | JsonObject;

/**
 * A simulated Heroku customer: everything that the Platform API would answer for its token, by request path.
 *
 * An array is a paged list (the server sorts it by `id`), an object is a single resource, a path that is not
 * there is a 404. Add-ons are held with `plan` and `addon_service` expanded; the server reduces them to
 * `{id, name}` for a request that did not ask for the expansion.
 */
export interface Organisation {
  /** Short name, e.g. `enterprise`. */
  name: string;
  /** One sentence on what it shows, for `npm run sandbox` and the documentation. */
  description: string;
  /** The instant that all of its dates are relative to. */
  now: Date;
  /** Resources by path, e.g. `/teams/<id>/apps`. */
  resources: Map<string, Resource>;
  /** Other spellings of a path segment: team, app, pipeline and space names to their ids. */
  aliases: Map<string, string>;
  /** Paths that the API refuses although what they are about is there, such as a Fir space's VPN connections. */
  refusals?: Map<string, Refusal>;
  /** Every planted secret, by the resource and field that holds it. Empty unless canaries were asked for. */
  canaries: Map<string, string>;
}

/** What the API says in place of an answer. */
export interface Refusal {
  status: number;
  id: string;
  message: string;
}

/** The list that the organisation holds at `path`; empty where there is none. */
export function listOf(organisation: Organisation, path: string): JsonObject[] {
  const resource = organisation.resources.get(path);
  return Array.isArray(resource) ? resource : [];
}
