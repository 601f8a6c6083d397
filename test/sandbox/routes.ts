import type { Organisation } from './organisation';

/** A request path, understood. */
export interface Route {
  /** The path with the parent's name replaced by its id: the key of `Organisation.resources`. */
  path: string;
  /** E.g. `/teams/:id/apps`. */
  pattern: string;
  /** What a 404 or 403 on this route is about, e.g. `team`. */
  resource: string;
  /** The identities in the path as they were requested, the parent's first. */
  identities: string[];
}

/** Under these, the second segment names a collection and not an object. */
const ONLY_COLLECTIONS = new Set(['account', 'actions', 'filters', 'oauth']);
/** Below `/teams` these are collections too, unless a team is called so. */
const TEAM_COLLECTIONS = new Set(['apps', 'permissions']);

/** Below an object, these only group collections: `/teams/:id/oauth/authorizations`. */
const GROUPS = new Set(['oauth', 'usage']);

/** What Heroku calls a resource where it is not the singular of its path. */
const NOUNS: Readonly<Record<string, string>> = {
  addons: 'add_on',
  'addon-attachments': 'add_on attachment',
};

function singular(collection: string): string {
  return NOUNS[collection] ?? collection.replace(/s$/, '').replaceAll('-', '_');
}

/**
 * Finds the route of a request path (without its query). Heroku takes a team's or app's name wherever it takes its
 * id; only segments in the place of an identity are looked up, so that a team named `apps` breaks nothing.
 */
export function routeOf(organisation: Organisation, requested: string): Route {
  const segments = requested.split('/').slice(1).map(decodeURIComponent);
  const places = identityPlaces(organisation, segments);
  const [parentPlace] = places;
  const resolved = segments.map((segment, place) =>
    place === parentPlace
      ? (organisation.aliases.get(segment) ?? segment)
      : segment,
  );
  const parent = '/' + resolved.slice(0, 2).join('/');
  const parentIsThere =
    resolved.length > 2 && organisation.resources.has(parent);
  const collection = parentIsThere ? segments[2] : segments[0];
  return {
    path: '/' + resolved.join('/'),
    pattern:
      '/' +
      segments
        .map((segment, place) => (places.includes(place) ? ':id' : segment))
        .join('/'),
    resource: singular(collection ?? ''),
    identities: places.map((place) => segments[place] ?? ''),
  };
}

/** Where in the path identities stand: after each collection. */
function identityPlaces(
  organisation: Organisation,
  segments: string[],
): number[] {
  const [first = '', second = ''] = segments;
  const isCollection =
    ONLY_COLLECTIONS.has(first) ||
    (first === 'teams' &&
      TEAM_COLLECTIONS.has(second) &&
      !organisation.aliases.has(second));
  const offset = isCollection ? 1 : 0;
  const group = segments.findIndex(
    (segment, place) => place === offset + 2 && GROUPS.has(segment),
  );
  return segments
    .map((_, place) => place)
    .filter((place) => {
      const inCollections = group >= 0 && place > group ? place - 1 : place;
      return (
        place > offset &&
        place !== group &&
        (inCollections - offset) % 2 === 1 &&
        segments[place] !== '~'
      );
    });
}
