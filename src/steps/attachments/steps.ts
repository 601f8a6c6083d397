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
 * The add-ons that an app uses and another owns. One app may attach the same add-on more than once: the first
 * attachment by id stands for all.
 */
async function fetchAddonAttachments(collection: Collection): Promise<void> {
  const isInGraph = ({ app, addon }: AddonAttachment) =>
    collection.has(bareKey(app.id)) && collection.has(bareKey(addon.id));
  await collection.attempt('add-on attachments', () =>
    collection.addPages(
      collection.run.client.addonAttachments(),
      (attachment) =>
        isShared(attachment) && isInGraph(attachment)
          ? {
              relationships: [
                createApplicationUsesAddonRelationship(attachment),
              ],
            }
          : {},
    ),
  );
}
