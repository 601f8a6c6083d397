import type { Relationship } from '@jupiterone/integration-sdk-core';
import type { Collection, HerokuStep } from '../../collection';
import { defineStep, forEachPipeline } from '../../collection';
import type { Pipeline, PipelineBuild, PipelineCoupling } from '../../heroku';
import { READ_SCOPES } from '../../heroku';
import {
  APPLICATION,
  APPLICATION_HAS_RELEASE,
  RELEASE,
  USER,
  USER_DEPLOYED_RELEASE,
} from '../../model';
import { Sources, Steps } from '../ids';
import {
  createApplicationHasReleaseRelationship,
  createReleaseEntity,
  createUserDeployedReleaseRelationship,
} from './converters';

const NEEDS = { scopes: READ_SCOPES, role: 'access to the pipeline' };
const NO_REQUESTS = 'none: what it uses has been read';

export const deploymentSteps: HerokuStep[] = [
  defineStep(
    {
      id: Steps.RELEASES,
      name: 'Fetch releases',
      ingestionSourceId: Sources.DEPLOYMENTS,
      entities: [RELEASE],
      relationships: [],
      // The pipelines it knows by the list that it shares with their step.
      dependsOn: [],
      needs: NEEDS,
      requests:
        '2P: `/pipelines/{pipeline}/latest-releases`, `/pipelines/{pipeline}/latest-builds`; 2 more, `/pipelines` and `/pipeline-couplings`, where the source pipelines is off',
    },
    fetchReleases,
  ),
  defineStep(
    {
      id: Steps.APPLICATION_RELEASES,
      name: 'Build the releases of applications',
      ingestionSourceId: Sources.DEPLOYMENTS,
      entities: [],
      relationships: [APPLICATION_HAS_RELEASE],
      dependsOn: [
        Steps.RELEASES,
        Steps.APPLICATIONS,
        Steps.PERSONAL_APPLICATIONS,
      ],
      needs: NEEDS,
      requests: NO_REQUESTS,
    },
    (collection) =>
      buildFromReleases(collection, ({ id, applicationId }) =>
        typeof applicationId === 'string' &&
        collection.has(APPLICATION, applicationId)
          ? createApplicationHasReleaseRelationship(applicationId, id as string)
          : undefined,
      ),
  ),
  defineStep(
    {
      id: Steps.USER_RELEASES,
      name: 'Build who released what',
      ingestionSourceId: Sources.DEPLOYMENTS,
      entities: [],
      relationships: [USER_DEPLOYED_RELEASE],
      dependsOn: [Steps.RELEASES, Steps.USERS],
      needs: NEEDS,
      requests: NO_REQUESTS,
    },
    buildUserReleases,
  ),
  defineStep(
    {
      id: Steps.OUTSIDER_RELEASES,
      name: 'Build the releases of users whom only access makes known',
      ingestionSourceId: Sources.DEPLOYMENTS,
      entities: [],
      relationships: [USER_DEPLOYED_RELEASE],
      // A step of its own: the SDK runs none that depends on a source that is off.
      dependsOn: [Steps.RELEASES, Steps.ACCESS, Steps.PERSONAL_ACCESS],
      needs: NEEDS,
      requests: NO_REQUESTS,
    },
    buildUserReleases,
  ),
];

/** The latest release of each app of each pipeline, with the build that became it. */
async function fetchReleases(collection: Collection): Promise<void> {
  const { run } = collection;
  const pages = await collection.attempt('pipelines', () =>
    run.pipelines.pages(),
  );
  const pipelines = collection.objectsKnownOf(pages ?? []);
  const couplings = await readCouplings(collection);
  const stages = new Map(
    couplings?.map(({ app, stage }) => [app.id, stage ?? undefined]),
  );
  // Builds that cannot be read cost what they say of the releases, and not the releases.
  const builds = await readBuilds(collection, pipelines);
  await forEachPipeline(
    collection,
    'releases',
    pipelines,
    ({ id: pipelineId }) =>
      collection.addPages(run.client.latestReleases(pipelineId), (release) => ({
        entities: [
          createReleaseEntity(release, {
            pipelineId,
            build: builds.get(release.id),
            stage: stages.get(release.app.id),
          }),
        ],
      })),
  );
}

/** Which app is at which stage. Where pipelines are not collected, no other step reports what could not be read of it. */
async function readCouplings(
  collection: Collection,
): Promise<PipelineCoupling[] | undefined> {
  const { pipelineCouplings } = collection.run;
  if (collection.isSourceOn(Sources.PIPELINES)) {
    return collection.enrichment(() => pipelineCouplings.objects());
  }
  const pages = await collection.attempt('pipeline couplings', () =>
    pipelineCouplings.pages(),
  );
  return pages?.flatMap((page) => collection.objectsOf(page));
}

/** The latest build of each app of each pipeline, by the release that it became. */
async function readBuilds(
  collection: Collection,
  pipelines: readonly Pipeline[],
): Promise<Map<string, PipelineBuild>> {
  const { client } = collection.run;
  const builds = new Map<string, PipelineBuild>();
  await forEachPipeline(collection, 'builds', pipelines, async ({ id }) => {
    for await (const page of client.latestBuilds(id)) {
      for (const build of collection.objectsOf(page)) {
        if (build.release?.id) {
          builds.set(build.release.id, build);
        }
      }
    }
  });
  return builds;
}

/** The users who released something. */
function buildUserReleases(collection: Collection): Promise<void> {
  return buildFromReleases(collection, ({ id, releasedById }) =>
    typeof releasedById === 'string' && collection.has(USER, releasedById)
      ? createUserDeployedReleaseRelationship(releasedById, id as string)
      : undefined,
  );
}

async function buildFromReleases(
  collection: Collection,
  createRelationship: (
    release: Record<string, unknown>,
  ) => Relationship | undefined,
): Promise<void> {
  const relationships: Relationship[] = [];
  await collection.eachEntity(RELEASE, (release) => {
    const relationship = createRelationship(release);
    if (relationship) {
      relationships.push(relationship);
    }
  });
  await collection.add({ relationships });
}
