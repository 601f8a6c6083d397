import type { Relationship } from '@jupiterone/integration-sdk-core';
import type { AddonAttachment } from '../../heroku';
import {
  APPLICATION_USES_ADDON,
  bareKey,
  createRelationship,
} from '../../model';

/** Whether an attachment shares an add-on: most only join an add-on to the app that owns it. */
export function isShared({ addon, app }: AddonAttachment): boolean {
  return app.id !== addon.app.id;
}

/** An app that uses an add-on of another. */
export function createApplicationUsesAddonRelationship(
  attachment: AddonAttachment,
): Relationship {
  return createRelationship(
    APPLICATION_USES_ADDON,
    bareKey(attachment.app.id),
    bareKey(attachment.addon.id),
    {
      attachmentName: attachment.name ?? undefined,
      namespace: attachment.namespace ?? undefined,
    },
  );
}
