import type { Relationship } from '@jupiterone/integration-sdk-core';
import type { AddonAttachment } from '../../heroku';
import { APPLICATION_USES_ADDON, createRelationship } from '../../model';

/** Whether an attachment shares an add-on: most only join an add-on to the app that owns it. */
export function isShared({ addon, app }: AddonAttachment): boolean {
  return app.id !== addon.app.id;
}

/**
 * An app that uses an add-on of another.
 *
 * @param attachments all attachments of the one to the other: as a rule there is one. If any of them is not limited
 * to a credential, the app is not.
 */
export function createApplicationUsesAddonRelationship(
  attachments: readonly [AddonAttachment, ...AddonAttachment[]],
): Relationship {
  const [{ app, addon }] = attachments;
  const isLimited = attachments.every(({ namespace }) => namespace);
  return createRelationship(APPLICATION_USES_ADDON, app.id, addon.id, {
    attachmentName: listed(attachments.map(({ name }) => name)),
    namespace: isLimited
      ? listed(attachments.map(({ namespace }) => namespace))
      : undefined,
  });
}

/** Each once, sorted, since in which order Heroku lists them says nothing. */
function listed(names: (string | null | undefined)[]): string | undefined {
  return [...new Set(names)].filter(Boolean).sort().join(',') || undefined;
}
