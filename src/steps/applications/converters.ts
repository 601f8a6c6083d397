import type { Entity, Relationship } from '@jupiterone/integration-sdk-core';
import { parseTimePropertyValue } from '@jupiterone/integration-sdk-core';
import type { App, Space } from '../../heroku';
import {
  APPLICATION,
  createEntity,
  createRelationship,
  stackSupport,
  TEAM_OWNS_APPLICATION,
  USER_OWNS_APPLICATION,
} from '../../model';
import { isTeam } from '../users/pseudoUsers';

/** A person who owns an app. */
export interface PersonalOwner {
  id: string;
  email: string | undefined;
}

/** The person who owns a personal app; `undefined` for an app of a team. */
export function personalOwner({
  owner,
  team,
}: Pick<App, 'owner' | 'team'>): PersonalOwner | undefined {
  if (!owner || team || isTeam(owner)) {
    return undefined;
  }
  return { id: owner.id, email: owner.email ?? undefined };
}

/** What is known besides an app when it becomes an entity. */
export interface ApplicationContext {
  /** The instant by which the support of stacks is judged, in milliseconds since 1970. */
  now: number;
  /** The team whose list it came from; none for an app from the user's own list. */
  teamId?: string;
  /** The Private Space that it runs in, where that was read. */
  space?: Space;
}

/** An app. */
export function createApplicationEntity(
  app: App,
  { now, teamId, space }: ApplicationContext,
): Entity {
  const { generation = space?.generation } = app;
  const stack = app.stack?.name ?? undefined;
  return createEntity(APPLICATION, app, {
    teamId: teamId ?? app.team?.id ?? undefined,
    owner: teamId === undefined ? personalOwner(app)?.email : undefined,
    region: app.region?.name ?? undefined,
    stack,
    ...stackSupport(stack, now),
    buildStack: app.build_stack?.name ?? undefined,
    generation:
      (typeof generation === 'string' ? generation : generation?.name) ??
      undefined,
    spaceId: app.space?.id,
    shield: app.space?.shield ?? space?.shield ?? undefined,
    maintenance: app.maintenance ?? undefined,
    acmEnabled: app.acm ?? undefined,
    internalRouting: app.internal_routing ?? undefined,
    locked: app.locked ?? undefined,
    webUrl: httpAddress(app.web_url),
    archivedOn: parseTimePropertyValue(app.archived_at ?? undefined),
    releasedOn: parseTimePropertyValue(app.released_at ?? undefined),
    slugSize: app.slug_size ?? undefined,
    repoSize: app.repo_size ?? undefined,
  });
}

function httpAddress(address: string | null | undefined): string | undefined {
  return address && /^https?:\/\/[^\s@]+$/i.test(address) ? address : undefined;
}

/** The team that owns an app. */
export function createTeamOwnsApplicationRelationship(
  teamId: string,
  app: App,
): Relationship {
  return createRelationship(TEAM_OWNS_APPLICATION, teamId, app.id);
}

/** The person who owns a personal app. */
export function createUserOwnsApplicationRelationship(
  userId: string,
  appId: string,
): Relationship {
  return createRelationship(USER_OWNS_APPLICATION, userId, appId);
}
