import type { Entity, Relationship } from '@jupiterone/integration-sdk-core';
import { parseTimePropertyValue } from '@jupiterone/integration-sdk-core';
import type { App, PipelineCoupling, Space } from '../../heroku';
import type { ValuesOf } from '../../model';
import {
  APPLICATION,
  createEntity,
  createRelationship,
  stackSupport,
  TEAM_OWNS_APPLICATION,
  USER_OWNS_APPLICATION,
} from '../../model';
import type { UsageValues } from '../billing/usage';
import type { Place } from '../regions/place';
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

/** Whether an app that no list of a team holds does not say whose it is. */
export function isOwnerUnknown({
  owner,
  team,
}: Pick<App, 'owner' | 'team'>): boolean {
  return !owner && !team;
}

/** What is known besides an app when it becomes an entity. */
export interface ApplicationContext {
  /** The instant by which the support of stacks is judged, in milliseconds since 1970. */
  now: number;
  /** The team whose list it came from; none for an app from the user's own list. */
  teamId?: string;
  /** The Private Space that it runs in, where that was read. */
  space?: Space;
  /** Its place in a pipeline; `null` where it has none, `undefined` where that is unknown. */
  coupling?: Pick<PipelineCoupling, 'stage'> | null;
  /** Where it runs, where that is known. */
  place?: Place;
  /** What it used in the last month, where that is known. */
  usage?: UsageValues;
}

/** An app. */
export function createApplicationEntity(
  app: App,
  { now, teamId, space, coupling, place, usage }: ApplicationContext,
): Entity {
  const generation = app.generation ?? space?.generation;
  const stack = app.stack?.name ?? undefined;
  return createEntity(APPLICATION, app, {
    teamId: teamId ?? app.team?.id ?? undefined,
    owner: teamId === undefined ? personalOwner(app)?.email : undefined,
    COTS: false,
    active: isActive(app),
    public: isPublic(app),
    ...placeInPipeline(app, coupling),
    region: app.region?.name ?? undefined,
    ...place,
    ...usage,
    stack,
    ...stackSupport(stack, now),
    buildStack: app.build_stack?.name ?? undefined,
    generation: generation ?? undefined,
    spaceId: app.space?.id,
    shield: app.space?.shield ?? space?.shield ?? undefined,
    maintenance: app.maintenance ?? undefined,
    acmEnabled: app.acm ?? undefined,
    internalRouting: app.internal_routing ?? undefined,
    locked: app.locked ?? undefined,
    webUrl: app.web_url ?? undefined,
    archivedOn: parseTimePropertyValue(app.archived_at ?? undefined),
    releasedOn: parseTimePropertyValue(app.released_at ?? undefined),
    slugSize: app.slug_size ?? undefined,
    repoSize: app.repo_size ?? undefined,
  });
}

/** Here `null` is an answer: the app has not been archived. */
function isActive({ archived_at: archivedAt }: App): boolean | undefined {
  return archivedAt === undefined ? undefined : archivedAt === null;
}

/** An app outside of Private Spaces can always be reached; one inside may be reached from its space only. */
function isPublic({
  space,
  internal_routing: isInternal,
}: App): boolean | undefined {
  if (space === null) {
    return true;
  }
  return isInternal == null ? undefined : !isInternal;
}

function placeInPipeline(
  app: App,
  coupling: ApplicationContext['coupling'],
): ValuesOf<typeof APPLICATION.properties> {
  const url = app.web_url ?? undefined;
  const stage = coupling?.stage ?? undefined;
  const isProduction = stage === undefined ? undefined : stage === 'production';
  // Here `null` is an answer: no pipeline, or no stage in it.
  const isKnown = coupling === null || coupling?.stage !== undefined;
  return {
    stage,
    production: isProduction,
    // The data model takes no tag of which the value is undefined.
    ...(isProduction !== undefined && { 'tag.Production': isProduction }),
    temporary: stage === 'review' || undefined,
    productionURL: isProduction ? url : undefined,
    stagingURL: stage === 'staging' ? url : undefined,
    devURL: stage === 'development' ? url : undefined,
    alternateURLs:
      url &&
      isKnown &&
      !['production', 'staging', 'development'].includes(stage ?? '')
        ? [url]
        : undefined,
  };
}

/** The team that owns an app. */
export function createTeamOwnsApplicationRelationship(
  teamId: string,
  app: App,
): Relationship {
  return createRelationship(TEAM_OWNS_APPLICATION, teamId, app.id, {
    locked: app.locked ?? undefined,
  });
}

/** The person who owns a personal app. */
export function createUserOwnsApplicationRelationship(
  userId: string,
  appId: string,
): Relationship {
  return createRelationship(USER_OWNS_APPLICATION, userId, appId);
}
