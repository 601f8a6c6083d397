import type { Collection, Converted, HerokuStep } from '../../collection';
import { defineStep, forEachTeam, handover } from '../../collection';
import type { Addon } from '../../heroku';
import { READ_SCOPES } from '../../heroku';
import {
  ADDON,
  ADDON_HAS_DATA_STORE,
  APPLICATION,
  APPLICATION_HAS_ADDON,
  DATA_STORE,
  VENDOR_PROVIDES_ADDON,
} from '../../model';
import { Steps } from '../ids';
import { readAllowlistsOfApps } from '../governance/allowlist';
import {
  createAddonEntity,
  createAddonHasDataStoreRelationship,
  createApplicationHasAddonRelationship,
  createDataStoreEntity,
  createVendorProvidesAddonRelationship,
} from './converters';

/** The add-ons of personal apps, for the step that has those apps. */
const PERSONAL_ADDONS =
  handover<{ appId: string; addonId: string }[]>('personal-addons');

const NEEDS = {
  scopes: READ_SCOPES,
  role: 'more than the view permission in the apps of the team, or the role admin',
};

export const addonSteps: HerokuStep[] = [
  defineStep(
    {
      id: Steps.ADDONS,
      name: 'Fetch add-ons',
      entities: [ADDON, DATA_STORE],
      relationships: [APPLICATION_HAS_ADDON, ADDON_HAS_DATA_STORE],
      mappedRelationships: [VENDOR_PROVIDES_ADDON],
      dependsOn: [Steps.TEAMS, Steps.APPLICATIONS],
      needs: NEEDS,
      requests:
        'T: `/teams/{team}/addons`; 1 more, `/addons`, where there are personal apps or some list was refused',
    },
    fetchAddons,
  ),
  defineStep(
    {
      id: Steps.PERSONAL_ADDONS,
      name: 'Build the add-ons of personal applications',
      entities: [],
      relationships: [APPLICATION_HAS_ADDON],
      dependsOn: [Steps.ADDONS, Steps.PERSONAL_APPLICATIONS],
      needs: NEEDS,
      requests: 'none: what it uses has been read',
    },
    buildPersonalAddons,
  ),
];

/** The add-ons by team; and where that leaves apps without, the one list of all add-ons that the user can see. */
async function fetchAddons(collection: Collection): Promise<void> {
  const { run } = collection;
  const allowlistOf = await readAllowlistsOfApps(collection);
  const missed = await forEachTeam(collection, 'add-ons', ({ id }) =>
    collection.addPages(run.client.teamAddons(id), (addon) =>
      ofApplication(collection, addon, allowlistOf(addon.app.id)),
    ),
  );
  const pages = await collection.enrichment(() => run.personalApps.pages());
  const personalApps = pages && collection.objectsKnownOf(pages);
  if (personalApps?.length === 0 && missed.length === 0) {
    return;
  }

  const personalIds = new Set(personalApps?.map(({ id }) => id));
  const personalAddons: { appId: string; addonId: string }[] = [];
  let isAnyUnclear = false;
  await collection.attempt('add-ons outside of teams', () =>
    collection.addPages(run.client.addons(), (addon) => {
      const { id: addonId, app } = addon;
      if (collection.has(APPLICATION, app.id) && !personalIds.has(app.id)) {
        return collection.has(ADDON, addonId)
          ? {}
          : ofApplication(collection, addon, allowlistOf(app.id));
      }
      if (personalIds.has(app.id)) {
        personalAddons.push({ appId: app.id, addonId });
        return withDataStore(addon);
      }
      // An app of nobody here, or a personal one: only the list of personal apps could tell.
      isAnyUnclear ||= personalApps === undefined;
      return {};
    }),
  );
  if (isAnyUnclear) {
    await collection.attempt('personal apps', () => run.personalApps.pages());
  }
  await collection.handOver(PERSONAL_ADDONS, personalAddons);
}

/** The add-ons of personal apps. */
async function buildPersonalAddons(collection: Collection): Promise<void> {
  const addons = (await collection.handedOver(PERSONAL_ADDONS)) ?? [];
  await collection.add({
    relationships: addons.map(({ appId, addonId }) =>
      createApplicationHasAddonRelationship(appId, addonId),
    ),
  });
}

/** An add-on with its app. A team's list may name add-ons of apps that are outside of the graph: not those. */
function ofApplication(
  collection: Collection,
  addon: Addon,
  allowlist?: readonly string[],
): Converted {
  if (!collection.has(APPLICATION, addon.app.id)) {
    return {};
  }
  const { entities, relationships } = withDataStore(addon, allowlist);
  return {
    entities,
    relationships: [
      createApplicationHasAddonRelationship(addon.app.id, addon.id),
      ...relationships,
    ],
  };
}

/** An add-on, what it keeps, and who runs it. */
function withDataStore(
  addon: Addon,
  allowlist?: readonly string[],
): Required<Converted> {
  const dataStore = createDataStoreEntity(addon);
  const vendor = createVendorProvidesAddonRelationship(addon);
  return {
    entities: [
      createAddonEntity(addon, allowlist),
      ...(dataStore ? [dataStore] : []),
    ],
    relationships: [
      ...(dataStore ? [createAddonHasDataStoreRelationship(addon.id)] : []),
      ...(vendor ? [vendor] : []),
    ],
  };
}
