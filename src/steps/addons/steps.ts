import type { Addon } from '../../heroku';
import { READ_SCOPES } from '../../heroku';
import { ADDON, APPLICATION_HAS_ADDON, bareKey, TEAM } from '../../model';
import type { Collection, Converted } from '../collect';
import { Steps } from '../ids';
import type { HerokuStep } from '../step';
import { defineStep } from '../step';
import {
  createAddonEntity,
  createApplicationHasAddonRelationship,
} from './converters';

export const addonSteps: HerokuStep[] = [
  defineStep(
    {
      id: Steps.ADDONS,
      name: 'Fetch add-ons',
      entities: [ADDON],
      relationships: [APPLICATION_HAS_ADDON],
      dependsOn: [Steps.APPLICATIONS],
      needs: {
        scopes: READ_SCOPES,
        role: 'more than the view permission in the apps of the team, or the role admin',
      },
      requests:
        "T: `/teams/{team}/addons`; 1 more, `/addons`, where there are personal apps or a team's list was refused",
    },
    fetchAddons,
  ),
];

/** The add-ons by team; and where that leaves apps without, the one list of all add-ons that the user can see. */
async function fetchAddons(collection: Collection): Promise<void> {
  const { run } = collection;
  const [personalApps, teams] = await Promise.all([
    collection.attempt('personal apps', () => run.personalApps()),
    collection.parentsOfType(TEAM._type),
  ]);
  const missed = await collection.forEachParent(teams, {
    what: 'add-ons of the team',
    askForParent: ({ id }) => run.team(id),
    read: ({ id }) => collection.addPages(run.client.teamAddons(id), convert),
  });

  const hasPersonalApps = personalApps?.some(
    ({ objects }) => objects.length > 0,
  );
  if (hasPersonalApps || missed.length > 0) {
    await collection.attempt('add-ons outside of teams', () =>
      collection.addPages(run.client.addons(), (addon) =>
        // The list also has what is already there, and add-ons of apps that are outside of this graph.
        collection.has(bareKey(addon.app.id)) &&
        !collection.has(bareKey(addon.id))
          ? convert(addon)
          : {},
      ),
    );
  }
}

function convert(addon: Addon): Converted {
  return {
    entities: [createAddonEntity(addon)],
    relationships: [createApplicationHasAddonRelationship(addon)],
  };
}
