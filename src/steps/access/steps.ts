import type { Collection, HerokuStep } from '../../collection';
import {
  defineStep,
  forEachGivenApp,
  forEachTeam,
  handover,
} from '../../collection';
import type { Collaborator, PermissionEntity } from '../../heroku';
import { READ_SCOPES } from '../../heroku';
import {
  APPLICATION,
  APPLICATION_ALLOWS_USER,
  SPACE,
  SPACE_ALLOWS_USER,
  TEAM,
  USER,
} from '../../model';
import { Sources, Steps } from '../ids';
import { createOutsiderEntity } from '../users/converters';
import { isTeam } from '../users/pseudoUsers';
import {
  createApplicationAllowsCollaboratorRelationship,
  createApplicationAllowsUserRelationship,
  createSpaceAllowsUserRelationship,
  permittedUsers,
} from './converters';
import { Sharing } from './sharing';

/** What the lists of teams say of apps and of spaces. */
const PERMISSIONS = handover<PermissionEntity[]>('permissions');

/** The collaborators of personal apps. */
const COLLABORATORS =
  handover<{ appId: string; collaborator: Collaborator }[]>('collaborators');

const ROLE = 'the role admin in the team';
const NO_REQUESTS = 'none: what it uses has been read';

export const accessSteps: HerokuStep[] = [
  defineStep(
    {
      id: Steps.ACCESS,
      name: 'Fetch access to applications and spaces',
      ingestionSourceId: Sources.APP_ACCESS,
      // People outside of all accounts and teams become users here.
      entities: [USER],
      relationships: [],
      dependsOn: [Steps.TEAMS, Steps.USERS],
      needs: { scopes: READ_SCOPES, role: ROLE },
      requests: 'T: `/teams/{team}/permissions`',
    },
    fetchAccess,
  ),
  defineStep(
    {
      id: Steps.PERSONAL_ACCESS,
      name: 'Fetch access to personal applications',
      ingestionSourceId: Sources.APP_ACCESS,
      entities: [USER],
      relationships: [],
      // The personal apps are known by the list that all steps share.
      dependsOn: [Steps.USERS, Steps.ACCESS],
      needs: { scopes: READ_SCOPES, role: 'access to the app' },
      requests: '1 for each personal app: `/apps/{app}/collaborators`',
    },
    fetchPersonalAccess,
  ),
  defineStep(
    {
      id: Steps.APPLICATION_ACCESS,
      name: 'Build access to applications',
      ingestionSourceId: Sources.APP_ACCESS,
      entities: [],
      relationships: [APPLICATION_ALLOWS_USER],
      dependsOn: [
        Steps.ACCESS,
        Steps.PERSONAL_ACCESS,
        Steps.APPLICATIONS,
        Steps.PERSONAL_APPLICATIONS,
      ],
      needs: { scopes: READ_SCOPES, role: ROLE },
      requests: NO_REQUESTS,
    },
    buildApplicationAccess,
  ),
  defineStep(
    {
      id: Steps.SPACE_ACCESS,
      name: 'Build access to spaces',
      ingestionSourceId: Sources.APP_ACCESS,
      entities: [],
      relationships: [SPACE_ALLOWS_USER],
      dependsOn: [Steps.ACCESS, Steps.SPACES],
      needs: { scopes: READ_SCOPES, role: ROLE },
      requests: NO_REQUESTS,
    },
    buildSpaceAccess,
  ),
];

/** Who may use the apps and spaces of each team, from one list a team. */
async function fetchAccess(collection: Collection): Promise<void> {
  const { client } = collection.run;
  const entries: PermissionEntity[] = [];
  const sharing = new Sharing();
  await forEachTeam(collection, 'permissions', ({ id }) =>
    collection.addPages(client.teamPermissions(id), (entry) => {
      if (!entry.users) {
        collection.unknown('permission entry', 'do not say who may use it');
        return {};
      }
      const users = permittedUsers(entry).filter(
        // Heroku lists the team itself beside its members.
        ({ id }) => !collection.has(TEAM, id),
      );
      entries.push({
        id: entry.id,
        type: entry.type,
        users: users.map((user) => sharing.of(user)),
      });
      return isCollected(collection, entry)
        ? { entities: outsiders(collection, users) }
        : {};
    }),
  );
  await collection.handOver(PERMISSIONS, entries);
}

/** Whether what an entry gives access to is collected: nobody becomes a user for the sake of anything else. */
function isCollected(
  collection: Collection,
  { type }: PermissionEntity,
): boolean {
  return type === 'space'
    ? collection.isSourceOn(Sources.PRIVATE_SPACES)
    : type === 'app';
}

/** Who may use the personal apps: the owner, and those the owner has asked to collaborate. */
async function fetchPersonalAccess(collection: Collection): Promise<void> {
  const { run } = collection;
  const collaborators: { appId: string; collaborator: Collaborator }[] = [];
  const apps = await collection.enrichment(() => run.personalApps.objects());
  await forEachGivenApp(
    collection,
    'collaborators',
    (apps ?? []).filter(({ team }) => !team),
    ({ id }) =>
      collection.addPages(run.client.appCollaborators(id), (collaborator) => {
        if (isTeam(collaborator.user)) {
          return {};
        }
        collaborators.push({ appId: id, collaborator });
        return { entities: outsiders(collection, [collaborator.user]) };
      }),
  );
  await collection.handOver(COLLABORATORS, collaborators);
}

/** Who may use each app. */
async function buildApplicationAccess(collection: Collection): Promise<void> {
  for (const entry of (await collection.handedOver(PERMISSIONS)) ?? []) {
    if (entry.type === 'app' && collection.has(APPLICATION, entry.id)) {
      await collection.add({
        relationships: (entry.users ?? []).map((user) =>
          createApplicationAllowsUserRelationship(entry.id, user),
        ),
      });
    }
  }
  const collaborators = (await collection.handedOver(COLLABORATORS)) ?? [];
  await collection.add({
    relationships: collaborators
      .filter(({ appId }) => collection.has(APPLICATION, appId))
      .map(({ appId, collaborator }) =>
        createApplicationAllowsCollaboratorRelationship(appId, collaborator),
      ),
  });
}

/** Who may use each Private Space. */
async function buildSpaceAccess(collection: Collection): Promise<void> {
  for (const entry of (await collection.handedOver(PERMISSIONS)) ?? []) {
    if (entry.type === 'space' && collection.has(SPACE, entry.id)) {
      await collection.add({
        relationships: (entry.users ?? []).map((user) =>
          createSpaceAllowsUserRelationship(entry.id, user),
        ),
      });
    }
  }
}

/** The entities of those who are not there yet; the others are known better from where they came. */
function outsiders(
  collection: Collection,
  users: { id: string; email?: string | null }[],
) {
  return users
    .filter(({ id }) => !collection.has(USER, id))
    .map(createOutsiderEntity);
}
