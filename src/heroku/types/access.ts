import type { Decoded } from './fields';
import {
  boolean,
  identifier,
  maybe,
  object,
  reference,
  resource,
  text,
} from './fields';
import { timestamp } from './timestamp';
import { unordered, unorderedTexts } from './unordered';

/** An app or space of a team with everybody who may use it, `GET /teams/{team}/permissions`. */
export const permissionEntityResource = resource('permission entry', {
  id: identifier,
  name: maybe(text),
  /** `app` or `space`. */
  type: text,
  team_id: maybe(identifier),
  /**
   * Everybody who may use it; `null` or absent where Heroku does not say, which is not the same as an empty list.
   * `permissions` holds some of view, deploy, operate, manage, and of a space create_apps. Somebody whose id cannot be
   * read is left out and counted, and costs the others nothing.
   */
  users: maybe(
    unordered(
      object({
        id: identifier,
        email: maybe(text),
        permissions: maybe(unorderedTexts),
      }),
      'id',
      { keepsOthers: true },
    ),
  ),
});
export type PermissionEntity = Decoded<typeof permissionEntityResource>;

/** A collaborator of an app, `GET /apps/{app}/collaborators`. */
export const collaboratorResource = resource('collaborator', {
  id: maybe(identifier),
  app: maybe(reference),
  role: maybe(text),
  permissions: maybe(unordered(object({ name: text }), 'name')),
  created_at: maybe(timestamp),
  updated_at: maybe(timestamp),
  user: object({
    id: identifier,
    email: maybe(text),
    federated: maybe(boolean),
  }),
});
export type Collaborator = Decoded<typeof collaboratorResource>;
