import type { Entity, Relationship } from '@jupiterone/integration-sdk-core';
import type { Collaborator, PermissionEntity } from '../../heroku';
import {
  APPLICATION_ALLOWS_USER,
  bareKey,
  createRelationship,
  SPACE_ALLOWS_USER,
  spaceKey,
} from '../../model';
import { createOwnerEntity } from '../users/converters';

type PermittedUser = NonNullable<PermissionEntity['users']>[number];

/** What a user may do, one by one; unknown where Heroku does not say. */
function permissionsOf(names: readonly string[] | null | undefined) {
  return {
    viewPermission: names?.includes('view'),
    deployPermission: names?.includes('deploy'),
    operatePermission: names?.includes('operate'),
    managePermission: names?.includes('manage'),
  };
}

/** The users of an entry who may do something at all. */
export function permittedUsers(entry: PermissionEntity): PermittedUser[] {
  return (entry.users ?? []).filter(
    ({ permissions }) => permissions?.length !== 0,
  );
}

/** Somebody whom only a permission names: a person outside of all accounts and teams. */
export function createPermittedUserEntity(user: {
  id: string;
  email?: string | null;
}): Entity {
  return createOwnerEntity({ id: user.id, email: user.email ?? undefined });
}

/** A user of an app of a team. */
export function createApplicationAllowsUserRelationship(
  appId: string,
  { id, permissions }: PermittedUser,
): Relationship {
  return createRelationship(
    APPLICATION_ALLOWS_USER,
    bareKey(appId),
    bareKey(id),
    permissionsOf(permissions),
  );
}

/** A user of a Private Space. */
export function createSpaceAllowsUserRelationship(
  spaceId: string,
  { id, permissions }: PermittedUser,
): Relationship {
  return createRelationship(
    SPACE_ALLOWS_USER,
    spaceKey(spaceId),
    bareKey(id),
    permissionsOf(permissions),
  );
}

/** A collaborator of a personal app; Heroku names a role, and permissions only where there are any. */
export function createApplicationAllowsCollaboratorRelationship(
  appId: string,
  { user, role, permissions }: Collaborator,
): Relationship {
  const names = permissions?.map(({ name }) => name);
  return createRelationship(
    APPLICATION_ALLOWS_USER,
    bareKey(appId),
    bareKey(user.id),
    {
      ...permissionsOf(names?.length ? names : undefined),
      role: role ?? undefined,
    },
  );
}
