import type { Collection, HerokuStep } from '../../collection';
import { defineStep, handover } from '../../collection';
import type { AddonAttachment } from '../../heroku';
import { READ_SCOPES } from '../../heroku';
import { ADDON, APPLICATION, APPLICATION_USES_ADDON } from '../../model';
import { Sources, Steps } from '../ids';
import { createApplicationUsesAddonRelationship, isShared } from './converters';

/** What joins an app to an add-on of another, kept for the step that has both. */
const SHARED_ATTACHMENTS = handover<AddonAttachment[]>('shared-attachments');

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
      dependsOn: [
        Steps.ADDON_ATTACHMENTS,
        Steps.ADDONS,
        Steps.APPLICATIONS,
        Steps.PERSONAL_APPLICATIONS,
      ],
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
  await collection.handOver(SHARED_ATTACHMENTS, shared);
}

/**
 * The add-ons that an app uses and another owns. One app may attach the same add-on more than once, and may use it in
 * all those ways: so they are put together.
 */
async function buildSharedAddons(collection: Collection): Promise<void> {
  const attachments = (await collection.handedOver(SHARED_ATTACHMENTS)) ?? [];
  const ofPairs = new Map<string, [AddonAttachment, ...AddonAttachment[]]>();
  for (const attachment of attachments) {
    const { app, addon } = attachment;
    if (
      collection.has(APPLICATION, app.id) &&
      collection.has(ADDON, addon.id)
    ) {
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
