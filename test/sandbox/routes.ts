import type { Organisation } from './organisation';

/** A request path, understood. */
export interface Route {
  /** The path with names replaced by ids: the key of `Organisation.resources`. */
  path: string;
  /** E.g. `/teams/:id/apps`. */
  pattern: string;
  /** What a 404 or 403 on this route is about, e.g. `team`. */
  resource: string;
}

/** Under these, the second segment names a collection of the token's own and not an object. */
const OWN_COLLECTIONS = new Set(['account', 'oauth']);

function isIdentity(segments: string[], index: number): boolean {
  const offset = OWN_COLLECTIONS.has(segments[0] ?? '') ? 1 : 0;
  return (
    index > offset && (index - offset) % 2 === 1 && segments[index] !== '~'
  );
}

function singular(collection: string): string {
  return collection.replace(/s$/, '').replaceAll('-', '_');
}

/**
 * Finds the route of a request path (without its query). Heroku takes a team's or app's name wherever it takes its
 * id; only segments in the place of an identity are looked up, so that a team named `apps` breaks nothing.
 */
export function routeOf(organisation: Organisation, requested: string): Route {
  const segments = requested.split('/').slice(1).map(decodeURIComponent);
  const resolved = segments.map((segment, index) =>
    isIdentity(segments, index)
      ? (organisation.aliases.get(segment) ?? segment)
      : segment,
  );
  const path = '/' + resolved.join('/');
  const pattern =
    '/' +
    segments
      .map((segment, index) => (isIdentity(segments, index) ? ':id' : segment))
      .join('/');
  const parent = '/' + resolved.slice(0, 2).join('/');
  const parentIsThere =
    resolved.length > 2 && organisation.resources.has(parent);
  const collection = parentIsThere ? segments[2] : segments[0];
  return { path, pattern, resource: singular(collection ?? '') };
}
