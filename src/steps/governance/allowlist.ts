import type { Collection } from '../../collection';
import { GLOBAL_SCOPE } from '../../heroku';
import { APPLICATION, TEAM } from '../../model';
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

/**
 * The add-on services that the team of an app allows, by the id of the app. The list of a team's add-ons may name add-ons
 * that an app of another team owns: whether they are allowed is for the owner's team to say, whosever list comes first.
 */
export async function readAllowlistsOfApps(
  collection: Collection,
): Promise<(appId: string) => readonly string[] | undefined> {
  const teamIds: string[] = [];
  await collection.eachEntity(TEAM, ({ id }) => {
    teamIds.push(id as string);
  });
  const ofTeams = new Map<string, readonly string[]>();
  await Promise.all(
    teamIds.map(async (teamId) => {
      const allowlist = await readAllowlist(collection, teamId);
      if (allowlist) {
        ofTeams.set(teamId, allowlist);
      }
    }),
  );
  const ofApps = new Map<string, readonly string[]>();
  if (ofTeams.size > 0) {
    await collection.eachEntity(APPLICATION, ({ id, teamId }) => {
      const allowlist = ofTeams.get(teamId as string);
      if (allowlist) {
        ofApps.set(id as string, allowlist);
      }
    });
  }
  return (appId) => ofApps.get(appId);
}
