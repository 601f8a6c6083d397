import type { JsonObject } from '../organisation';
import type { AppDescription, AppPermission } from './appDescription';
import type { Context } from './context';
import type { TeamDescription, TeamMemberDescription } from './description';
import { uuid } from './identity';
import { pseudoEmail } from './teams';

const all: AppPermission[] = ['view', 'deploy', 'operate', 'manage'];

const meaning: Record<string, string> = {
  view: 'Can view overview, resources and activity',
  deploy: 'Can push code and change free or hobby resources',
  operate: 'Can manage config, run commands and restart the app',
  manage: 'Can manage access to the app, and delete it',
  create_apps: 'Can create apps in the space',
};

type Access = Record<string, string[]>;

/** Who may do what: a team's apps and spaces in one list, an app's collaborators, a space's members. */
export function addAccess(context: Context): void {
  const appsByTeam = new Map<string, AppDescription[]>();
  for (const app of context.description.apps ?? []) {
    if (app.hidden) continue;
    for (const team of [app.team, app.alsoListedBy?.team]) {
      if (team === undefined) continue;
      const ofTeam = appsByTeam.get(team);
      if (ofTeam === undefined) appsByTeam.set(team, [app]);
      else ofTeam.push(app);
    }
  }
  for (const team of context.description.teams ?? []) {
    context.resources.define(
      `/teams/${context.teamReference(team.name).id}/permissions`,
      () => teamPermissions(context, team, appsByTeam.get(team.name) ?? []),
    );
  }
  context.resources.defineForEachApp('/collaborators', (name) =>
    collaborators(context, context.app(name)),
  );
  for (const space of context.description.spaces ?? []) {
    const reference = { id: uuid('space', space.name), name: space.name };
    const access = spaceAccess(context.team(space.team), space.access);
    context.setList(
      `/spaces/${reference.id}/members`,
      Object.entries(access).map(([handle, permissions]) => ({
        space: reference,
        ...context.dated(space.createdDaysAgo),
        id: uuid('space-app-access', `${space.name} ${handle}`),
        permissions: described(permissions),
        user: user(context, handle),
      })),
    );
  }
}

function teamPermissions(
  context: Context,
  team: TeamDescription,
  apps: AppDescription[],
): JsonObject[] {
  const { id } = context.teamReference(team.name);
  // Most apps of a large team say nothing of their own, and have the same users.
  const usual = permittedUsers(context, team, appAccess(team, {}));
  const spaces = (context.description.spaces ?? []).filter(
    (space) => space.team === team.name,
  );
  return [
    ...apps.map((app) => ({
      ...context.appReference(app.name),
      team_id: id,
      type: 'app',
      users: app.accessUnknown
        ? null
        : app.access === undefined && !app.locked
          ? usual
          : permittedUsers(context, team, appAccess(team, app)),
    })),
    ...spaces.map((space) => ({
      id: uuid('space', space.name),
      name: space.name,
      team_id: id,
      type: 'space',
      users: permittedUsers(context, team, spaceAccess(team, space.access)),
    })),
  ];
}

function permittedUsers(
  context: Context,
  team: TeamDescription,
  access: Access,
): JsonObject[] {
  const people = Object.entries(access).map(([handle, permissions]) => ({
    ...user(context, handle),
    permissions,
  }));
  return team.permitsPseudoUser
    ? [...people, { ...pseudoUser(context, team), permissions: all }]
    : people;
}

/** What everyone may do with an app: what their role in the team gives, unless the app says something else. */
function appAccess(
  team: TeamDescription,
  app: Pick<AppDescription, 'access' | 'locked'>,
): Access {
  const access: Access = {};
  for (const member of team.members) {
    access[member.person] = permissionsOfRole(
      team,
      member,
      app.locked ?? false,
    );
  }
  return withoutEmpty({ ...access, ...app.access });
}

function spaceAccess(team: TeamDescription, given: Access): Access {
  const admins = team.members.filter((member) => isAdmin(member));
  return {
    ...Object.fromEntries(
      admins.map(({ person }) => [person, ['view', 'create_apps', 'manage']]),
    ),
    ...given,
  };
}

function permissionsOfRole(
  { defaultPermission = null }: TeamDescription,
  member: TeamMemberDescription,
  locked: boolean,
): AppPermission[] {
  if (member.pending) return [];
  if (isAdmin(member)) return all;
  if (member.role === 'viewer') return ['view'];
  // A locked app is closed to members until an admin lets them in.
  if (member.role !== 'member' || locked) return [];
  if (defaultPermission === 'admin') return all;
  if (defaultPermission === 'member') return ['view', 'deploy', 'operate'];
  return defaultPermission === 'viewer' ? ['view'] : [];
}

function isAdmin({ role, pending }: TeamMemberDescription): boolean {
  return !pending && (role === 'admin' || role === 'owner');
}

function collaborators(context: Context, app: AppDescription): JsonObject[] {
  const owner = app.owner ?? context.description.user;
  const team = app.team === undefined ? undefined : context.team(app.team);
  const access =
    team === undefined ? { [owner]: all, ...app.access } : appAccess(team, app);
  const people = Object.entries(access).map(([handle, permissions]) => {
    const membership = team?.members.find(({ person }) => person === handle);
    const isOwner = team === undefined && handle === owner;
    return {
      id: uuid('collaborator', `${app.name} ${handle}`),
      app: context.appReference(app.name),
      ...context.dated(app.createdDaysAgo),
      permissions: described(permissions),
      role: isOwner ? 'owner' : (membership?.role ?? 'collaborator'),
      user: {
        ...user(context, handle),
        federated: membership?.federated ?? false,
      },
    };
  });
  if (team === undefined) return people;
  const pseudoOwner = {
    id: uuid('collaborator', `${app.name} ${team.name}@`),
    app: context.appReference(app.name),
    ...context.dated(app.createdDaysAgo),
    permissions: described(all),
    role: 'owner',
    user: { ...pseudoUser(context, team), federated: false },
  };
  return [pseudoOwner, ...people];
}

/** What stands for a team where Heroku's answers have room for a person only. */
function pseudoUser(context: Context, { name }: TeamDescription) {
  const { id } = context.teamReference(name);
  return { id, email: pseudoEmail(name) };
}

function user(context: Context, handle: string): { id: string; email: string } {
  const { id, email } = context.person(handle);
  return { id, email };
}

function described(permissions: string[]): JsonObject[] {
  return permissions.map((name) => ({
    name,
    description: meaning[name] ?? name,
  }));
}

function withoutEmpty(access: Access): Access {
  return Object.fromEntries(
    Object.entries(access).filter(([, permissions]) => permissions.length > 0),
  );
}
