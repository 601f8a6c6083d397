import { webUrl } from './address';
import type { Decoded } from './fields';
import {
  boolean,
  generation,
  identifier,
  maybe,
  number,
  object,
  personReference,
  reference,
  resource,
  text,
} from './fields';
import { timestamp } from './timestamp';

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
  generation: maybe(generation),
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
  web_url: maybe(webUrl),
});
export type App = Decoded<typeof appResource>;
