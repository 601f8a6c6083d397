import type { Collection } from '../../collection';
import type { App, Page } from '../../heroku';
import type { PersonalOwner } from './converters';
import { isOwnerUnknown, personalOwner } from './converters';

/**
 * The owners of personal apps. Who owns an app that does not say so stays unknown, which is a miss of the step that
 * asks.
 */
export function ownersOf(
  collection: Collection,
  personalApps: readonly Page<App>[],
): PersonalOwner[] {
  const apps = collection.objectsKnownOf(personalApps);
  apps.filter(isOwnerUnknown).forEach(() => noteUnknownOwner(collection));
  return apps.flatMap((app) => personalOwner(app) ?? []);
}

/** Records that an app does not say who owns it. */
export function noteUnknownOwner(collection: Collection): void {
  collection.unknown('app', 'do not say who owns them');
}
