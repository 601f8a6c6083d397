import type { Entity, Relationship } from '@jupiterone/integration-sdk-core';
import type { PipelineBuild, Release } from '../../heroku';
import {
  APPLICATION_HAS_RELEASE,
  createEntity,
  createRelationship,
  RELEASE,
  USER_DEPLOYED_RELEASE,
} from '../../model';

/** Heroku's own buildpacks: by name in its registry, and where its repositories and archives are. */
const OFFICIAL =
  /^(heroku\/|github\.com\/heroku\/|codon-buildpacks\.s3\.amazonaws\.com\/buildpacks\/heroku\/|buildpack-registry\.s3\.amazonaws\.com\/buildpacks\/heroku\/)/i;

/** What is known of a release besides itself. */
export interface ReleaseContext {
  pipelineId: string;
  /** The build that became it, where that is known. */
  build?: PipelineBuild;
  /** The stage of its app in the pipeline, where that is known. */
  stage?: string;
}

/** The latest release of an app, with what its build says. */
export function createReleaseEntity(
  release: Release,
  { pipelineId, build, stage }: ReleaseContext,
): Entity {
  const { app, user, version } = release;
  const buildpacks = buildpacksOf(build);
  return createEntity(
    RELEASE,
    { ...release, build },
    {
      name: `${app.name ?? app.id} v${version ?? '?'}`,
      version: version ?? undefined,
      status: release.status ?? undefined,
      current: release.current ?? undefined,
      commit: build?.source_blob?.version ?? undefined,
      stack: build?.stack ?? undefined,
      buildpacks,
      unofficialBuildpack: buildpacks?.some((name) => !OFFICIAL.test(name)),
      production: stage === undefined ? undefined : stage === 'production',
      releasedBy: user?.email ?? undefined,
      releasedById: user?.id,
      applicationId: app.id,
      pipelineId,
    },
  );
}

/** The name or address of each buildpack; unknown where one of them has neither. */
function buildpacksOf(build: PipelineBuild | undefined): string[] | undefined {
  const sources = build?.buildpacks?.map(({ name, url }) => url ?? name);
  return sources?.every((source) => source != null) ? sources : undefined;
}

/** The app that a release is of. */
export function createApplicationHasReleaseRelationship(
  appId: string,
  releaseId: string,
): Relationship {
  return createRelationship(APPLICATION_HAS_RELEASE, appId, releaseId);
}

/** The person who released it. */
export function createUserDeployedReleaseRelationship(
  userId: string,
  releaseId: string,
): Relationship {
  return createRelationship(USER_DEPLOYED_RELEASE, userId, releaseId);
}
