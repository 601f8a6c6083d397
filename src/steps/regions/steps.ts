import type { Collection, HerokuStep } from '../../collection';
import { defineStep } from '../../collection';
import { READ_SCOPES } from '../../heroku';
import { Sources, Steps } from '../ids';

export const regionSteps: HerokuStep[] = [
  defineStep(
    {
      id: Steps.REGIONS,
      name: 'Fetch regions',
      ingestionSourceId: Sources.REGIONS,
      // What they say stands on apps and spaces.
      entities: [],
      relationships: [],
      dependsOn: [],
      needs: { scopes: READ_SCOPES, role: 'access to it' },
      requests: '1: `/regions`',
    },
    fetchRegions,
  ),
];

/** The regions, which apps and spaces have by now: what could not be read of them is reported here. */
async function fetchRegions(collection: Collection): Promise<void> {
  const pages = await collection.attempt('regions', () =>
    collection.run.regions.pages(),
  );
  (pages ?? []).forEach((page) => collection.objectsOf(page));
}
