import * as v from 'valibot';
import type { Decoded } from './fields';
import {
  boolean,
  identifier,
  maybe,
  number,
  object,
  personReference,
  reference,
  resource,
  text,
  timestamp,
} from './fields';

/**
 * An app, `GET /teams/{id}/apps` and `GET /users/~/apps`. One declaration for both: real team apps carry fields
 * (`acm`, `team.id`, `generation`) that the published schema gives to personal apps only.
 */
export const appResource = resource('app', {
  id: identifier,
  name: maybe(text),
  created_at: maybe(timestamp),
  updated_at: maybe(timestamp),
  archived_at: maybe(timestamp),
  released_at: maybe(timestamp),
  /** Automated certificate management. */
  acm: maybe(boolean),
  /** An object in API version 3, a bare string in answers of some routes. */
  generation: maybe(
    v.union([text, object({ id: maybe(text), name: maybe(text) })]),
  ),
  build_stack: maybe(reference),
  stack: maybe(reference),
  region: maybe(reference),
  buildpack_provided_description: maybe(text),
  git_url: maybe(text),
  internal_routing: maybe(boolean),
  /** Whether the token's user has joined the team app. */
  joined: maybe(boolean),
  /** Whether others of the team may join. */
  locked: maybe(boolean),
  maintenance: maybe(boolean),
  /** A person for a personal app; `<team>@herokumanager.com` for a team app. */
  owner: maybe(personReference),
  /** Bytes. */
  repo_size: maybe(number),
  /** Bytes. */
  slug_size: maybe(number),
  space: maybe(
    object({ id: identifier, name: maybe(text), shield: maybe(boolean) }),
  ),
  team: maybe(object({ id: maybe(identifier), name: maybe(text) })),
  web_url: maybe(text),
});
export type App = Decoded<typeof appResource>;
