import * as v from 'valibot';
import type { Decoded } from './fields';
import {
  boolean,
  identifier,
  maybe,
  object,
  reference,
  resource,
  text,
  texts,
  timestamp,
} from './fields';

/** An app or space of a team with everybody who may use it, `GET /teams/{team}/permissions`. */
export const permissionEntityResource = resource('permission entry', {
  id: identifier,
  name: maybe(text),
  /** `app` or `space`. */
  type: text,
  team_id: maybe(identifier),
  /** `permissions` holds some of view, deploy, operate, manage. */
  users: maybe(
    v.array(
      object({
        id: identifier,
        email: maybe(text),
        permissions: maybe(texts),
      }),
    ),
  ),
});
export type PermissionEntity = Decoded<typeof permissionEntityResource>;

/** A collaborator of an app, `GET /apps/{app}/collaborators`. */
export const collaboratorResource = resource('collaborator', {
  id: maybe(identifier),
  app: maybe(reference),
  role: maybe(text),
  permissions: maybe(v.array(object({ name: text }))),
  created_at: maybe(timestamp),
  updated_at: maybe(timestamp),
  user: object({
    id: identifier,
    email: maybe(text),
    federated: maybe(boolean),
  }),
});
export type Collaborator = Decoded<typeof collaboratorResource>;
