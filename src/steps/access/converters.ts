import type { Relationship } from '@jupiterone/integration-sdk-core';
import type { Collaborator, PermissionEntity } from '../../heroku';
import {
  APPLICATION_ALLOWS_USER,
  createRelationship,
  SPACE_ALLOWS_USER,
} from '../../model';
import { isTeam } from '../users/pseudoUsers';

type PermittedUser = NonNullable<PermissionEntity['users']>[number];

/** What a user may do, as one sorted string and one by one; unknown where Heroku does not say. */
function permissionsOf(names: readonly string[] | null | undefined) {
  return {
    permissions: names ? [...names].sort().join(',') : undefined,
    viewPermission: names?.includes('view'),
    deployPermission: names?.includes('deploy'),
    operatePermission: names?.includes('operate'),
    managePermission: names?.includes('manage'),
  };
}

/** The people of an entry who may do something at all. */
export function permittedUsers({
  users,
}: Pick<PermissionEntity, 'users'>): PermittedUser[] {
  return (users ?? []).filter(
    (user) => user.permissions?.length !== 0 && !isTeam(user),
  );
}

/** A user of an app of a team. */
export function createApplicationAllowsUserRelationship(
  appId: string,
  { id, permissions }: PermittedUser,
): Relationship {
  return createRelationship(
    APPLICATION_ALLOWS_USER,
    appId,
    id,
    permissionsOf(permissions),
  );
}

/** A user of a Private Space. */
export function createSpaceAllowsUserRelationship(
  spaceId: string,
  { id, permissions }: PermittedUser,
): Relationship {
  return createRelationship(SPACE_ALLOWS_USER, spaceId, id, {
    ...permissionsOf(permissions),
    createAppsPermission: permissions?.includes('create_apps'),
  });
}

/** A collaborator of a personal app; Heroku names a role, and permissions only where there are any. */
export function createApplicationAllowsCollaboratorRelationship(
  appId: string,
  { user, role, permissions }: Collaborator,
): Relationship {
  const names = permissions?.map(({ name }) => name);
  return createRelationship(APPLICATION_ALLOWS_USER, appId, user.id, {
    ...permissionsOf(names?.length ? names : undefined),
    role: role ?? undefined,
  });
}
