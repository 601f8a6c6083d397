import type { Relationship } from '@jupiterone/integration-sdk-core';
import type { Pipeline, ReviewAppConfig } from '../../heroku';
import { HerokuNotFoundError, READ_SCOPES } from '../../heroku';
import {
  bareKey,
  PIPELINE,
  PIPELINE_HAS_APPLICATION,
  TEAM_OWNS_PIPELINE,
  USER_OWNS_PIPELINE,
} from '../../model';
import type { Collection } from '../collect';
import { Sources, Steps } from '../ids';
import type { HerokuStep } from '../step';
import { defineStep } from '../step';
import {
  createOwnsPipelineRelationship,
  createPipelineEntity,
  createPipelineHasApplicationRelationship,
  pipelineKey,
} from './converters';

export const pipelineSteps: HerokuStep[] = [
  defineStep(
    {
      id: Steps.PIPELINES,
      name: 'Fetch pipelines',
      ingestionSourceId: Sources.PIPELINES,
      entities: [PIPELINE],
      relationships: [
        PIPELINE_HAS_APPLICATION,
        TEAM_OWNS_PIPELINE,
        USER_OWNS_PIPELINE,
      ],
      dependsOn: [Steps.APPLICATIONS, Steps.APPLICATION_OWNERS],
      needs: { scopes: READ_SCOPES, role: 'access to the pipeline' },
      requests:
        '2 + P: `/pipelines`, `/pipeline-couplings`, `/pipelines/{pipeline}/review-app-config`',
    },
    fetchPipelines,
  ),
  defineStep(
    {
      id: Steps.PIPELINE_OWNERS,
      name: 'Build owners of pipelines from outside',
      ingestionSourceId: Sources.PIPELINES,
      entities: [],
      relationships: [USER_OWNS_PIPELINE],
      dependsOn: [Steps.PIPELINES, Steps.PERSONAL_APPLICATION_ACCESS],
      needs: { scopes: READ_SCOPES, role: 'access to the pipeline' },
      requests: 'none: what it uses has been read',
    },
    buildPipelineOwners,
  ),
];

/** The pipelines with their review-app settings, then the apps at their stages. */
async function fetchPipelines(collection: Collection): Promise<void> {
  const { client } = collection.run;
  await collection.attempt('pipelines', async () => {
    for await (const page of client.pipelines()) {
      await addPipelines(collection, collection.objectsOf(page));
    }
  });
  await collection.attempt('pipeline couplings', () =>
    collection.addPages(client.pipelineCouplings(), (coupling) =>
      collection.has(pipelineKey(coupling.pipeline.id)) &&
      collection.has(bareKey(coupling.app.id))
        ? {
            relationships: [createPipelineHasApplicationRelationship(coupling)],
          }
        : {},
    ),
  );
}

async function addPipelines(
  collection: Collection,
  pipelines: Pipeline[],
): Promise<void> {
  const configs = new Map<string, ReviewAppConfig | null>();
  await collection.forEachParent(pipelines, {
    what: 'review app settings of the pipeline',
    askForParent: ({ id }) => collection.run.client.pipeline(id),
    read: async ({ id }) => {
      configs.set(id, await readReviewAppConfig(collection, id));
    },
  });
  await collection.addObjects('pipeline', pipelines, (pipeline) => ({
    entities: [createPipelineEntity(pipeline, configs.get(pipeline.id))],
    relationships: ownership(collection, pipeline),
  }));
}

/**
 * The pipelines of people whom only access to an app makes known. Who is known by then when pipelines are read is a
 * matter of which answer comes first: so they are looked at once more when all access has been read.
 */
async function buildPipelineOwners(collection: Collection): Promise<void> {
  const relationships: Relationship[] = [];
  await collection.eachEntity(
    PIPELINE._type,
    ({ id, ownerId, ownerType: type }) => {
      if (typeof id === 'string' && typeof ownerId === 'string') {
        const owner = {
          id: ownerId,
          type: typeof type === 'string' ? type : null,
        };
        relationships.push(...ownership(collection, { id, owner }));
      }
    },
  );
  await collection.add({ relationships });
}

/** Who owns a pipeline, where that is somebody in the graph. */
function ownership(
  collection: Collection,
  pipeline: Pick<Pipeline, 'id' | 'owner'>,
): Relationship[] {
  const owns = createOwnsPipelineRelationship(pipeline);
  return owns && collection.has(bareKey(pipeline.owner?.id ?? ''))
    ? [owns]
    : [];
}

/** Here a 404 is an answer: the pipeline makes no review apps. */
async function readReviewAppConfig(
  collection: Collection,
  pipelineId: string,
): Promise<ReviewAppConfig | null> {
  try {
    return await collection.run.client.reviewAppConfig(pipelineId);
  } catch (error) {
    if (error instanceof HerokuNotFoundError) {
      return null;
    }
    throw error;
  }
}
