import type { PermissionEntity } from '../../heroku';
import { READ_SCOPES } from '../../heroku';
import {
  APPLICATION_ALLOWS_USER,
  bareKey,
  SPACE_ALLOWS_USER,
  spaceKey,
  TEAM,
  USER,
} from '../../model';
import type { Collection, Converted } from '../collect';
import { Sources, Steps } from '../ids';
import type { HerokuStep } from '../step';
import { defineStep } from '../step';
import {
  createApplicationAllowsCollaboratorRelationship,
  createApplicationAllowsUserRelationship,
  createPermittedUserEntity,
  createSpaceAllowsUserRelationship,
  permittedUsers,
} from './converters';

/** What the lists of teams say of spaces, kept for the step that has the spaces. */
const SPACE_PERMISSIONS = 'heroku-space-permissions';

export const accessSteps: HerokuStep[] = [
  defineStep(
    {
      id: Steps.APPLICATION_ACCESS,
      name: 'Fetch access to applications',
      ingestionSourceId: Sources.APP_ACCESS,
      entities: [USER],
      relationships: [APPLICATION_ALLOWS_USER],
      dependsOn: [Steps.APPLICATION_OWNERS],
      needs: { scopes: READ_SCOPES, role: 'the role admin in the team' },
      requests: 'T: `/teams/{team}/permissions`',
    },
    fetchApplicationAccess,
  ),
  defineStep(
    {
      id: Steps.PERSONAL_APPLICATION_ACCESS,
      name: 'Fetch access to personal applications',
      ingestionSourceId: Sources.APP_ACCESS,
      entities: [USER],
      relationships: [APPLICATION_ALLOWS_USER],
      dependsOn: [Steps.APPLICATION_ACCESS],
      needs: { scopes: READ_SCOPES, role: 'access to the app' },
      requests: '1 for each personal app: `/apps/{app}/collaborators`',
    },
    fetchPersonalApplicationAccess,
  ),
  defineStep(
    {
      id: Steps.SPACE_ACCESS,
      name: 'Build access to spaces',
      ingestionSourceId: Sources.APP_ACCESS,
      entities: [USER],
      relationships: [SPACE_ALLOWS_USER],
      dependsOn: [Steps.APPLICATION_ACCESS, Steps.SPACES],
      needs: { scopes: READ_SCOPES, role: 'the role admin in the team' },
      requests: 'none: what it uses has been read',
    },
    buildSpaceAccess,
  ),
];

/** Who may use the apps of each team, from one list a team. People outside of all teams become users. */
async function fetchApplicationAccess(collection: Collection): Promise<void> {
  const { run } = collection;
  const spaces: PermissionEntity[] = [];
  await collection.forEachParent(await collection.parentsOfType(TEAM._type), {
    what: 'permissions of the team',
    askForParent: ({ id }) => run.team(id),
    read: ({ id }) =>
      collection.addPages(run.client.teamPermissions(id), (entry) => {
        if (entry.type === 'space') {
          spaces.push(entry);
        }
        return entry.type === 'app' && collection.has(bareKey(entry.id))
          ? accessTo(collection, entry, createApplicationAllowsUserRelationship)
          : {};
      }),
  });
  await collection.remember(SPACE_PERMISSIONS, spaces);
}

/** Who may use the personal apps: the owner, and those the owner has asked to collaborate. */
async function fetchPersonalApplicationAccess(
  collection: Collection,
): Promise<void> {
  const { run } = collection;
  const pages = await collection.attempt('personal apps', () =>
    run.personalApps(),
  );
  const apps = (pages ?? [])
    .flatMap(({ objects }) => objects)
    .filter(({ id, team }) => !team && collection.has(bareKey(id)));
  await collection.forEachParent(apps, {
    what: 'collaborators of the app',
    askForParent: ({ id }) => run.app(id),
    read: ({ id }) =>
      collection.addPages(run.client.appCollaborators(id), (collaborator) => ({
        entities: newUsers(collection, [collaborator.user]),
        relationships: [
          createApplicationAllowsCollaboratorRelationship(id, collaborator),
        ],
      })),
  });
}

/** Who may use each Private Space, from the lists of the teams. */
async function buildSpaceAccess(collection: Collection): Promise<void> {
  const spaces =
    (await collection.recall<PermissionEntity[]>(SPACE_PERMISSIONS)) ?? [];
  for (const entry of spaces) {
    if (collection.has(spaceKey(entry.id))) {
      await collection.add(
        accessTo(collection, entry, createSpaceAllowsUserRelationship),
      );
    }
  }
}

function accessTo(
  collection: Collection,
  entry: PermissionEntity,
  createRelationship: typeof createSpaceAllowsUserRelationship,
): Converted {
  const users = permittedUsers(entry);
  return {
    entities: newUsers(collection, users),
    relationships: users.map((user) => createRelationship(entry.id, user)),
  };
}

/** The entities of those who are not there yet; the others are known better from where they came. */
function newUsers(
  collection: Collection,
  users: { id: string; email?: string | null }[],
) {
  return users
    .filter(({ id }) => !collection.has(bareKey(id)))
    .map(createPermittedUserEntity);
}
