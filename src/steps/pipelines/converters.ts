import type { Entity, Relationship } from '@jupiterone/integration-sdk-core';
import { parseTimePropertyValue } from '@jupiterone/integration-sdk-core';
import type { Pipeline, PipelineCoupling, ReviewAppConfig } from '../../heroku';
import {
  bareKey,
  createEntity,
  createRelationship,
  dashboardLink,
  PIPELINE,
  PIPELINE_HAS_APPLICATION,
  TEAM_OWNS_PIPELINE,
  typedKey,
  USER_OWNS_PIPELINE,
} from '../../model';

/** The key of a pipeline. */
export function pipelineKey(id: string): string {
  return typedKey(PIPELINE._type, id);
}

/**
 * A pipeline.
 *
 * @param reviewApps how it makes review apps; `null` where it makes none, `undefined` where that is not known
 */
export function createPipelineEntity(
  pipeline: Pipeline,
  reviewApps: ReviewAppConfig | null | undefined,
): Entity {
  return createEntity(PIPELINE, pipelineKey(pipeline.id), pipeline, {
    id: pipeline.id,
    name: pipeline.name ?? pipeline.id,
    createdOn: parseTimePropertyValue(pipeline.created_at ?? undefined),
    updatedOn: parseTimePropertyValue(pipeline.updated_at ?? undefined),
    webLink: dashboardLink('pipelines', pipeline.id),
    ownerId: pipeline.owner?.id,
    ownerType: pipeline.owner?.type ?? undefined,
    reviewAppsEnabled:
      reviewApps === undefined ? undefined : reviewApps !== null,
    reviewAppsAutomatic: reviewApps?.automatic_review_apps ?? undefined,
    reviewAppsDestroyStale: reviewApps?.destroy_stale_apps ?? undefined,
    reviewAppsStaleDays: reviewApps?.stale_days ?? undefined,
    reviewAppsWaitForCi: reviewApps?.wait_for_ci ?? undefined,
  });
}

/** The team or user that owns a pipeline; `undefined` where nobody does. */
export function createOwnsPipelineRelationship({
  id,
  owner,
}: Pick<Pipeline, 'id' | 'owner'>): Relationship | undefined {
  switch (owner?.type) {
    case 'team':
      return createRelationship(
        TEAM_OWNS_PIPELINE,
        bareKey(owner.id),
        pipelineKey(id),
      );
    case 'user':
      return createRelationship(
        USER_OWNS_PIPELINE,
        bareKey(owner.id),
        pipelineKey(id),
      );
    default:
      return undefined;
  }
}

/** An app at a stage of a pipeline. */
export function createPipelineHasApplicationRelationship(
  coupling: PipelineCoupling,
): Relationship {
  return createRelationship(
    PIPELINE_HAS_APPLICATION,
    pipelineKey(coupling.pipeline.id),
    bareKey(coupling.app.id),
    { stage: coupling.stage ?? undefined },
  );
}
