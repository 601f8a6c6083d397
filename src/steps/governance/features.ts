import type { Collection } from '../../collection';

/** Whether a feature is on for a team. A feature that Heroku does not name is off. */
export async function hasFeature(
  collection: Collection,
  teamId: string,
  featureName: string,
): Promise<boolean> {
  for await (const page of collection.run.client.teamFeatures(teamId)) {
    const feature = collection
      .objectsOf(page)
      .find(({ name }) => name === featureName);
    if (feature) {
      return feature.enabled !== false;
    }
  }
  return false;
}
