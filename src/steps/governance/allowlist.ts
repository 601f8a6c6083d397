import type { Collection } from '../../collection';
import { GLOBAL_SCOPE } from '../../heroku';
import { Sources } from '../ids';

/**
 * The add-on services that a team allows, sorted by name; `undefined` where it allows all, and where that is not known.
 * What cannot be read is reported by the steps that it belongs to.
 */
export async function readAllowlist(
  collection: Collection,
  teamId: string,
): Promise<string[] | undefined> {
  const { run } = collection;
  if (
    !collection.isSourceOn(Sources.ADDON_CONTROLS) ||
    !collection.mayUse(GLOBAL_SCOPE)
  ) {
    return undefined;
  }
  const preferences = await collection.enrichment(() =>
    run.teamPreferences(teamId),
  );
  if (preferences?.object['addons-controls'] !== true) {
    return undefined;
  }
  const pages = await collection.enrichment(() =>
    run.allowedAddonServices(teamId).pages(),
  );
  // What was left out is allowed too.
  return pages?.every(({ defects }) => defects.skipped === 0)
    ? pages
        .flatMap(({ objects }) => objects)
        .map(({ addon_service: { name } }) => name)
        .sort()
    : undefined;
}
