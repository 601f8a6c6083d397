import type { Entity, Relationship } from '@jupiterone/integration-sdk-core';
import type {
  Pipeline,
  PipelineCoupling,
  ReviewApp,
  ReviewAppConfig,
} from '../../heroku';
import {
  createEntity,
  createMappedRelationship,
  createRelationship,
  PIPELINE,
  PIPELINE_HAS_APPLICATION,
  PIPELINE_USES_GITHUB_REPO,
  TEAM_OWNS_PIPELINE,
  USER_OWNS_PIPELINE,
} from '../../model';

/**
 * A pipeline.
 *
 * @param reviewApps how it makes review apps; `null` where it makes none, `undefined` where that is not known
 */
export function createPipelineEntity(
  pipeline: Pipeline,
  reviewApps: ReviewAppConfig | null | undefined,
): Entity {
  return createEntity(PIPELINE, pipeline, {
    ownerId: pipeline.owner?.id,
    ownerType: pipeline.owner?.type ?? undefined,
    generation: pipeline.generation ?? undefined,
    githubRepositoryId: reviewApps?.repo?.id ?? undefined,
    reviewAppsEnabled:
      reviewApps === undefined ? undefined : reviewApps !== null,
    reviewAppsAutomatic: reviewApps?.automatic_review_apps ?? undefined,
    reviewAppsDestroyStale: reviewApps?.destroy_stale_apps ?? undefined,
    reviewAppsStaleDays: reviewApps?.stale_days ?? undefined,
    reviewAppsWaitForCi: reviewApps?.wait_for_ci ?? undefined,
  });
}

/** The repository of a pipeline, by GitHub's own number; `undefined` where it has none. */
export function createPipelineUsesGithubRepoRelationship(
  { id }: Pipeline,
  reviewApps: ReviewAppConfig | null | undefined,
): Relationship | undefined {
  const databaseId = reviewApps?.repo?.id;
  return databaseId == null
    ? undefined
    : createMappedRelationship(
        PIPELINE_USES_GITHUB_REPO,
        id,
        `github_repo:${databaseId}`,
        { databaseId, displayName: String(databaseId) },
      );
}

/** The team that owns a pipeline. */
export function createTeamOwnsPipelineRelationship(
  teamId: string,
  pipelineId: string,
): Relationship {
  return createRelationship(TEAM_OWNS_PIPELINE, teamId, pipelineId);
}

/** The user who owns a pipeline. */
export function createUserOwnsPipelineRelationship(
  userId: string,
  pipelineId: string,
): Relationship {
  return createRelationship(USER_OWNS_PIPELINE, userId, pipelineId);
}

/**
 * An app at a stage of a pipeline.
 *
 * @param reviewApp what is known of it as a review app, if it is one
 */
export function createPipelineHasApplicationRelationship(
  { pipeline, app, stage }: PipelineCoupling,
  reviewApp?: ReviewApp,
): Relationship {
  return createRelationship(PIPELINE_HAS_APPLICATION, pipeline.id, app.id, {
    stage: stage ?? undefined,
    branch: reviewApp?.branch ?? undefined,
    prNumber: reviewApp?.pr_number ?? undefined,
    // Here `null` is an answer: the branch is in the repository itself.
    fromFork:
      reviewApp?.fork_repo === undefined
        ? undefined
        : reviewApp.fork_repo?.id != null,
    reviewAppStatus: reviewApp?.status ?? undefined,
    createdBy: reviewApp?.creator?.email ?? undefined,
    createdById: reviewApp?.creator?.id ?? undefined,
  });
}
