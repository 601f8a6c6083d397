import type { Collection } from '../../collection';
import { forEachPipeline } from '../../collection';
import type { ReviewApp } from '../../heroku';
import { PIPELINE } from '../../model';
import { Sources } from '../ids';

/** The review apps of each pipeline that makes any. What could not be read of them is reported here. */
export async function fetchReviewApps(collection: Collection): Promise<void> {
  const { run } = collection;
  const pipelineIds = await pipelinesWithReviewApps(collection);
  const pipelines = await collection.enrichment(() => run.pipelines.objects());
  await forEachPipeline(
    collection,
    'review apps',
    (pipelines ?? []).filter(({ id }) => pipelineIds.has(id)),
    async ({ id }) => {
      for (const page of await run.reviewApps(id).pages()) {
        collection.objectsOf(page);
      }
    },
  );
}

/** What is known of each review app, by the id of the app. */
export async function readReviewApps(
  collection: Collection,
): Promise<Map<string, ReviewApp>> {
  const reviewApps = new Map<string, ReviewApp>();
  if (!collection.isSourceOn(Sources.REVIEW_APPS)) {
    return reviewApps;
  }
  const pipelineIds = await pipelinesWithReviewApps(collection);
  await Promise.all(
    [...pipelineIds].map(async (pipelineId) => {
      const list = await collection.enrichment(() =>
        collection.run.reviewApps(pipelineId).objects(),
      );
      for (const reviewApp of list ?? []) {
        if (reviewApp.app?.id) {
          reviewApps.set(reviewApp.app.id, reviewApp);
        }
      }
    }),
  );
  return reviewApps;
}

/** The pipelines that make review apps. Of those whose settings could not be read it is not known that they do not. */
async function pipelinesWithReviewApps(
  collection: Collection,
): Promise<Set<string>> {
  const ids = new Set<string>();
  await collection.eachEntity(PIPELINE, ({ id, reviewAppsEnabled }) => {
    if (reviewAppsEnabled !== false) {
      ids.add(id as string);
    }
  });
  return ids;
}
