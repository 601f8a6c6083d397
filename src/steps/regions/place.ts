import type { Collection } from '../../collection';
import { Sources } from '../ids';

/** Where a region is; empty where that is not known. */
export interface Place {
  country?: string;
  awsRegion?: string;
}

/** Where each region is, by its name. What cannot be read is reported by the step of its own. */
export async function readRegions(
  collection: Collection,
): Promise<(name: string | null | undefined) => Place> {
  const regions = collection.isSourceOn(Sources.REGIONS)
    ? await collection.enrichment(() => collection.run.regions.objects())
    : undefined;
  const places = new Map(
    (regions ?? []).map(({ name, country, provider }) => [
      name,
      {
        country: country ?? undefined,
        awsRegion: provider?.region ?? undefined,
      },
    ]),
  );
  return (name) => places.get(name ?? '') ?? {};
}
