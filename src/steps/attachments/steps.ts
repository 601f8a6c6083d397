import type { AddonAttachment } from '../../heroku';
import { READ_SCOPES } from '../../heroku';
import { APPLICATION_USES_ADDON, bareKey } from '../../model';
import type { Collection } from '../collect';
import { Sources, Steps } from '../ids';
import type { HerokuStep } from '../step';
import { defineStep } from '../step';
import { createApplicationUsesAddonRelationship, isShared } from './converters';

export const attachmentSteps: HerokuStep[] = [
  defineStep(
    {
      id: Steps.ADDON_ATTACHMENTS,
      name: 'Fetch shared add-ons',
      ingestionSourceId: Sources.ADDON_ATTACHMENTS,
      entities: [],
      relationships: [APPLICATION_USES_ADDON],
      dependsOn: [Steps.ADDONS],
      needs: { scopes: READ_SCOPES, role: 'access to the apps' },
      requests: '1: `/addon-attachments`',
    },
    fetchAddonAttachments,
  ),
];

/**
 * The add-ons that an app uses and another owns. One app may attach the same add-on more than once, and may use it in
 * all those ways: so they are put together when all have been read.
 */
async function fetchAddonAttachments(collection: Collection): Promise<void> {
  const shared = new Map<string, [AddonAttachment, ...AddonAttachment[]]>();
  await collection.attempt('add-on attachments', async () => {
    for await (const page of collection.run.client.addonAttachments()) {
      for (const attachment of collection.objectsOf(page)) {
        const { app, addon } = attachment;
        if (
          isShared(attachment) &&
          collection.has(bareKey(app.id)) &&
          collection.has(bareKey(addon.id))
        ) {
          const ofPair = `${app.id} ${addon.id}`;
          shared.set(ofPair, [attachment, ...(shared.get(ofPair) ?? [])]);
        }
      }
    }
  });
  await collection.add({
    relationships: [...shared.values()].map(
      createApplicationUsesAddonRelationship,
    ),
  });
}
