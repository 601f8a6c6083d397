import type { Entity, Relationship } from '@jupiterone/integration-sdk-core';
import { parseTimePropertyValue } from '@jupiterone/integration-sdk-core';
import type { App } from '../../heroku';
import type { StackSupport } from '../../model';
import {
  APPLICATION,
  bareKey,
  createEntity,
  createRelationship,
  dashboardLink,
  TEAM_OWNS_APPLICATION,
  USER_OWNS_APPLICATION,
} from '../../model';

/** Heroku's name for a team as an owner: `<team>@herokumanager.com` is nobody's address. */
const TEAM_PSEUDO_OWNER = /@herokumanager\.com$/i;

/** A person who owns an app. */
export interface PersonalOwner {
  id: string;
  email: string | undefined;
}

/** The person who owns a personal app; `undefined` for an app of a team. */
export function personalOwner(app: App): PersonalOwner | undefined {
  const { owner, team } = app;
  if (!owner || team || TEAM_PSEUDO_OWNER.test(owner.email ?? '')) {
    return undefined;
  }
  return { id: owner.id, email: owner.email ?? undefined };
}

/**
 * An app.
 *
 * @param support what is known of the support of a stack
 * @param teamId the team whose list it came from; none for an app from the user's own list
 */
export function createApplicationEntity(
  app: App,
  support: (stack: string | undefined) => StackSupport,
  teamId?: string,
): Entity {
  const { generation } = app;
  const stack = app.stack?.name ?? undefined;
  return createEntity(APPLICATION, bareKey(app.id), app, {
    id: app.id,
    name: app.name ?? app.id,
    createdOn: parseTimePropertyValue(app.created_at ?? undefined),
    updatedOn: parseTimePropertyValue(app.updated_at ?? undefined),
    webLink: dashboardLink('apps', app.name),
    teamId: teamId ?? app.team?.id ?? undefined,
    owner: teamId === undefined ? personalOwner(app)?.email : undefined,
    region: app.region?.name ?? undefined,
    stack,
    ...support(stack),
    buildStack: app.build_stack?.name ?? undefined,
    generation:
      (typeof generation === 'string' ? generation : generation?.name) ??
      undefined,
    spaceId: app.space?.id,
    shield: app.space?.shield ?? undefined,
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
  return createRelationship(
    TEAM_OWNS_APPLICATION,
    bareKey(teamId),
    bareKey(app.id),
  );
}

/** The person who owns a personal app. */
export function createUserOwnsApplicationRelationship(
  owner: PersonalOwner,
  app: App,
): Relationship {
  return createRelationship(
    USER_OWNS_APPLICATION,
    bareKey(owner.id),
    bareKey(app.id),
  );
}
