import type { Relationship } from '@jupiterone/integration-sdk-core';
import type { Collection, HerokuStep } from '../../collection';
import { defineStep, forEachPipeline } from '../../collection';
import type { ReviewAppConfig } from '../../heroku';
import { isNotFound, READ_SCOPES } from '../../heroku';
import {
  APPLICATION,
  PIPELINE,
  PIPELINE_HAS_APPLICATION,
  PIPELINE_USES_GITHUB_REPO,
  TEAM,
  TEAM_OWNS_PIPELINE,
  USER,
  USER_OWNS_PIPELINE,
} from '../../model';
import { Sources, Steps } from '../ids';
import {
  createPipelineEntity,
  createPipelineHasApplicationRelationship,
  createPipelineUsesGithubRepoRelationship,
  createTeamOwnsPipelineRelationship,
  createUserOwnsPipelineRelationship,
} from './converters';
import { fetchReviewApps, readReviewApps } from './reviewApps';

const NEEDS = { scopes: READ_SCOPES, role: 'access to the pipeline' };
const NO_REQUESTS = 'none: what it uses has been read';

export const pipelineSteps: HerokuStep[] = [
  defineStep(
    {
      id: Steps.PIPELINES,
      name: 'Fetch pipelines',
      ingestionSourceId: Sources.PIPELINES,
      entities: [PIPELINE],
      relationships: [],
      mappedRelationships: [PIPELINE_USES_GITHUB_REPO],
      dependsOn: [],
      needs: NEEDS,
      requests:
        '1 + P: `/pipelines`, `/pipelines/{pipeline}/review-app-config`',
    },
    fetchPipelines,
  ),
  defineStep(
    {
      id: Steps.PIPELINE_COUPLINGS,
      name: 'Fetch pipeline couplings',
      ingestionSourceId: Sources.PIPELINES,
      entities: [],
      relationships: [],
      dependsOn: [],
      needs: NEEDS,
      requests: '1: `/pipeline-couplings`',
    },
    fetchPipelineCouplings,
  ),
  defineStep(
    {
      id: Steps.REVIEW_APPS,
      name: 'Fetch review apps',
      ingestionSourceId: Sources.REVIEW_APPS,
      // What they say stands on relationships of pipelines with their apps.
      entities: [],
      relationships: [],
      dependsOn: [Steps.PIPELINES],
      needs: NEEDS,
      requests:
        '1 for each pipeline with review apps: `/pipelines/{pipeline}/review-apps`',
    },
    fetchReviewApps,
  ),
  defineStep(
    {
      id: Steps.PIPELINE_APPLICATIONS,
      name: 'Build the applications of pipelines',
      ingestionSourceId: Sources.PIPELINES,
      entities: [],
      relationships: [PIPELINE_HAS_APPLICATION],
      dependsOn: [
        Steps.PIPELINES,
        Steps.PIPELINE_COUPLINGS,
        Steps.APPLICATIONS,
        Steps.PERSONAL_APPLICATIONS,
      ],
      needs: NEEDS,
      requests: NO_REQUESTS,
    },
    buildPipelineApplications,
  ),
  defineStep(
    {
      id: Steps.TEAM_PIPELINES,
      name: 'Build the pipelines of teams',
      ingestionSourceId: Sources.PIPELINES,
      entities: [],
      relationships: [TEAM_OWNS_PIPELINE],
      dependsOn: [Steps.PIPELINES, Steps.TEAMS],
      needs: NEEDS,
      requests: NO_REQUESTS,
    },
    (collection) =>
      buildOwners(collection, 'team', (ownerId, pipelineId) =>
        collection.has(TEAM, ownerId)
          ? createTeamOwnsPipelineRelationship(ownerId, pipelineId)
          : undefined,
      ),
  ),
  defineStep(
    {
      id: Steps.USER_PIPELINES,
      name: 'Build the pipelines of users',
      ingestionSourceId: Sources.PIPELINES,
      entities: [],
      relationships: [USER_OWNS_PIPELINE],
      dependsOn: [Steps.PIPELINES, Steps.USERS],
      needs: NEEDS,
      requests: NO_REQUESTS,
    },
    buildUserPipelines,
  ),
  defineStep(
    {
      id: Steps.OUTSIDER_PIPELINES,
      name: 'Build the pipelines of users whom only access makes known',
      ingestionSourceId: Sources.PIPELINES,
      entities: [],
      relationships: [USER_OWNS_PIPELINE],
      // A step of its own: the SDK runs none that depends on a source that is off.
      dependsOn: [Steps.PIPELINES, Steps.ACCESS, Steps.PERSONAL_ACCESS],
      needs: NEEDS,
      requests: NO_REQUESTS,
    },
    buildUserPipelines,
  ),
];

/** The pipelines with their review-app settings. */
async function fetchPipelines(collection: Collection): Promise<void> {
  const { run } = collection;
  const pages = await collection.attempt('pipelines', () =>
    run.pipelines.pages(),
  );
  const configs = new Map<string, ReviewAppConfig | null>();
  await forEachPipeline(
    collection,
    'review app settings',
    (pages ?? []).flatMap(({ objects }) => objects),
    async ({ id }) => {
      configs.set(id, await readReviewAppConfig(collection, id));
    },
  );
  await collection.addPages(pages ?? [], (pipeline) => {
    const config = configs.get(pipeline.id);
    if (config && config.repo?.id == null) {
      collection.unknown(
        'review app configuration',
        'do not say of which repository they are',
      );
    }
    const usesRepo = createPipelineUsesGithubRepoRelationship(pipeline, config);
    return {
      entities: [createPipelineEntity(pipeline, config)],
      relationships: usesRepo ? [usesRepo] : [],
    };
  });
}

/** Which app is at which stage of which pipeline. */
async function fetchPipelineCouplings(collection: Collection): Promise<void> {
  const pages = await collection.attempt('pipeline couplings', () =>
    collection.run.pipelineCouplings.pages(),
  );
  for (const page of pages ?? []) {
    // What is wrong with them counts here, once.
    collection.objectsOf(page);
  }
}

/** The apps at the stages of each pipeline. Couplings also name apps that are outside of the graph. */
async function buildPipelineApplications(
  collection: Collection,
): Promise<void> {
  const couplings = await collection.enrichment(() =>
    collection.run.pipelineCouplings.objects(),
  );
  const reviewApps = await readReviewApps(collection);
  await collection.add({
    relationships: (couplings ?? [])
      .filter(
        ({ pipeline, app }) =>
          collection.has(PIPELINE, pipeline.id) &&
          collection.has(APPLICATION, app.id),
      )
      .map((coupling) =>
        createPipelineHasApplicationRelationship(
          coupling,
          reviewApps.get(coupling.app.id),
        ),
      ),
  });
}

/** The users who own pipelines. */
function buildUserPipelines(collection: Collection): Promise<void> {
  return buildOwners(collection, 'user', (ownerId, pipelineId) =>
    collection.has(USER, ownerId)
      ? createUserOwnsPipelineRelationship(ownerId, pipelineId)
      : undefined,
  );
}

/** Who owns each pipeline, where that is somebody in the graph. */
async function buildOwners(
  collection: Collection,
  ownerType: 'team' | 'user',
  createRelationship: (
    ownerId: string,
    pipelineId: string,
  ) => Relationship | undefined,
): Promise<void> {
  const pipelines = await collection.enrichment(() =>
    collection.run.pipelines.objects(),
  );
  const relationships: Relationship[] = [];
  for (const { id, owner } of pipelines ?? []) {
    // Here `null` is an answer: nobody owns it.
    if (owner === undefined) {
      collection.unknown('pipeline', 'do not say who owns them');
    } else if (owner?.type === ownerType && collection.has(PIPELINE, id)) {
      relationships.push(...[createRelationship(owner.id, id) ?? []].flat());
    }
  }
  await collection.add({ relationships });
}

/** "Not found" is an answer here: the pipeline makes no review apps. */
async function readReviewAppConfig(
  collection: Collection,
  pipelineId: string,
): Promise<ReviewAppConfig | null> {
  try {
    return collection.objectOf(
      await collection.run.reviewAppConfig(pipelineId),
    );
  } catch (error) {
    if (isNotFound(error)) {
      return null;
    }
    throw error;
  }
}
