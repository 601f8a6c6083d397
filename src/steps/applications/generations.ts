import type { Entity } from '@jupiterone/integration-sdk-core';
import type { Collection } from '../../collection';
import { APPLICATION } from '../../model';

/**
 * The generation of each app: what the app says, else that of its Private Space. The lists of teams need not say it, and
 * whether the spaces are collected changes nothing of what an app has.
 *
 * @returns `undefined` for an app of which it is not known. Of one outside of Private Spaces it is: `cedar`
 */
export async function readGenerations(
  collection: Collection,
): Promise<(app: Entity) => string | undefined> {
  let isAnyUnsaid = false;
  await collection.eachEntity(APPLICATION, ({ generation, spaceId }) => {
    isAnyUnsaid ||= generation === undefined && spaceId !== undefined;
  });
  const spaces = isAnyUnsaid
    ? await collection.enrichment(() => collection.run.spaces.objects())
    : undefined;
  const ofSpaces = new Map(
    (spaces ?? []).map(({ id, generation }) => [id, generation ?? undefined]),
  );
  return ({ generation, spaceId }) => {
    if (typeof generation === 'string') {
      return generation;
    }
    return typeof spaceId === 'string' ? ofSpaces.get(spaceId) : 'cedar';
  };
}
