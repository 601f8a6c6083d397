import type { AddonAttachment } from '../../heroku';
import { READ_SCOPES } from '../../heroku';
import { APPLICATION_USES_ADDON, bareKey } from '../../model';
import type { Collection } from '../collect';
import { Sources, Steps } from '../ids';
import type { HerokuStep } from '../step';
import { defineStep } from '../step';
import { createApplicationUsesAddonRelationship, isShared } from './converters';

/** What joins an app to an add-on of another, kept for the step that has both. */
const SHARED_ATTACHMENTS = 'heroku-shared-attachments';

export const attachmentSteps: HerokuStep[] = [
  defineStep(
    {
      id: Steps.ADDON_ATTACHMENTS,
      name: 'Fetch add-on attachments',
      ingestionSourceId: Sources.ADDON_ATTACHMENTS,
      entities: [],
      relationships: [],
      // The one list of all attachments is the longest: read from the start, it is there when the add-ons are.
      dependsOn: [],
      needs: { scopes: READ_SCOPES, role: 'access to the apps' },
      requests: '1: `/addon-attachments`',
    },
    fetchAddonAttachments,
  ),
  defineStep(
    {
      id: Steps.SHARED_ADDONS,
      name: 'Build shared add-ons',
      ingestionSourceId: Sources.ADDON_ATTACHMENTS,
      entities: [],
      relationships: [APPLICATION_USES_ADDON],
      dependsOn: [Steps.ADDON_ATTACHMENTS, Steps.ADDONS],
      needs: { scopes: READ_SCOPES, role: 'access to the apps' },
      requests: 'none: what it uses has been read',
    },
    buildSharedAddons,
  ),
];

/** The attachments that share an add-on: most only join one to the app that owns it, and are not kept. */
async function fetchAddonAttachments(collection: Collection): Promise<void> {
  const shared: AddonAttachment[] = [];
  await collection.attempt('add-on attachments', async () => {
    for await (const page of collection.run.client.addonAttachments()) {
      shared.push(...collection.objectsOf(page).filter(isShared));
    }
  });
  await collection.remember(SHARED_ATTACHMENTS, shared);
}

/**
 * The add-ons that an app uses and another owns. One app may attach the same add-on more than once, and may use it in
 * all those ways: so they are put together.
 */
async function buildSharedAddons(collection: Collection): Promise<void> {
  const attachments =
    (await collection.recall<AddonAttachment[]>(SHARED_ATTACHMENTS)) ?? [];
  const ofPairs = new Map<string, [AddonAttachment, ...AddonAttachment[]]>();
  for (const attachment of attachments) {
    const { app, addon } = attachment;
    if (collection.has(bareKey(app.id)) && collection.has(bareKey(addon.id))) {
      const pair = `${app.id} ${addon.id}`;
      ofPairs.set(pair, [attachment, ...(ofPairs.get(pair) ?? [])]);
    }
  }
  await collection.add({
    relationships: [...ofPairs.values()].map(
      createApplicationUsesAddonRelationship,
    ),
  });
}
