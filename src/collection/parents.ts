import type { Entity } from '@jupiterone/integration-sdk-core';
import type { EnterpriseAccount, Pipeline } from '../heroku';
import { isNotFound } from '../heroku';
import type { EntityDeclaration } from '../model';
import { APPLICATION, SPACE, TEAM } from '../model';
import type { Collection, Parent } from './collection';
import type { ParentList } from './sharedList';

/** Reads what belongs to one parent. */
type Read<P> = (parent: P) => Promise<void>;

/** Whether a list is read of a parent at all; Heroku does not have every list for every one. */
type Where = (parent: Entity) => boolean;

/**
 * Calls back with each of some enterprise accounts. One that answers "not found" is gone only if
 * `/enterprise-accounts`, read again, names it no more.
 *
 * @param what is read of each, such as `members`
 * @returns the accounts that could not be read
 */
export function forEachEnterpriseAccount(
  collection: Collection,
  what: string,
  accounts: readonly EnterpriseAccount[],
  read: Read<EnterpriseAccount>,
): Promise<EnterpriseAccount[]> {
  const { enterpriseAccounts } = collection.run;
  return collection.forEachParent(accounts, {
    what: `${what} of the enterprise account`,
    read,
    isGone: ({ id }) => isNamedNoMore([enterpriseAccounts], id),
  });
}

/**
 * Calls back with each team of the graph. One that answers "not found" is gone only if the lists that named it, read
 * again, name it no more: Heroku hides teams that the user is not in.
 *
 * @param what is read of each, such as `apps`
 * @returns the teams that could not be read
 */
export async function forEachTeam(
  collection: Collection,
  what: string,
  read: Read<Parent>,
  where?: Where,
): Promise<Parent[]> {
  const { run } = collection;
  return collection.forEachParent(await parentsIn(collection, TEAM, where), {
    what: `${what} of the team`,
    read,
    isGone: async ({ id }) => isNamedNoMore(await run.listsOfTeams(), id),
  });
}

/**
 * Calls back with each app of the graph. One is gone if it answers "not found" itself.
 *
 * @param what is read of each, such as `domains`
 * @returns the apps that could not be read
 */
export async function forEachApp(
  collection: Collection,
  what: string,
  read: Read<Parent>,
  where?: Where,
): Promise<Parent[]> {
  const apps = await parentsIn(collection, APPLICATION, where);
  return forEachGivenApp(collection, what, apps, read);
}

/** The same for apps that are given. */
export function forEachGivenApp<P extends Parent>(
  collection: Collection,
  what: string,
  apps: readonly P[],
  read: Read<P>,
): Promise<P[]> {
  return collection.forEachParent(apps, {
    what: `${what} of the app`,
    read,
    isGone: async ({ id }) => {
      try {
        await collection.run.app(id);
        return false;
      } catch (error) {
        if (isNotFound(error)) {
          return true;
        }
        throw error;
      }
    },
  });
}

/**
 * Calls back with each Private Space of the graph. One that answers "not found" is gone only if `/spaces`, read again,
 * names it no more.
 *
 * @param what is read of each, such as `peerings`
 * @returns the Private Spaces that could not be read
 */
export async function forEachSpace(
  collection: Collection,
  what: string,
  read: Read<Parent>,
  where?: Where,
): Promise<Parent[]> {
  const { spaces } = collection.run;
  return collection.forEachParent(await parentsIn(collection, SPACE, where), {
    what: `${what} of the Private Space`,
    read,
    isGone: ({ id }) => isNamedNoMore([spaces], id),
  });
}

/**
 * Calls back with each of some pipelines. One that answers "not found" is gone only if `/pipelines`, read again, names
 * it no more.
 *
 * @param what is read of each, such as `review app settings`
 * @returns the pipelines that could not be read
 */
export function forEachPipeline(
  collection: Collection,
  what: string,
  pipelines: readonly Pipeline[],
  read: Read<Pipeline>,
): Promise<Pipeline[]> {
  const list = collection.run.pipelines;
  return collection.forEachParent(pipelines, {
    what: `${what} of the pipeline`,
    read,
    isGone: ({ id }) => isNamedNoMore([list], id),
  });
}

/** The entities of a type that earlier steps added, as parents to read lists of. */
async function parentsIn(
  collection: Collection,
  declaration: EntityDeclaration,
  where: Where = () => true,
): Promise<Parent[]> {
  const parents: Parent[] = [];
  await collection.eachEntity(declaration, (entity) => {
    const { id, name } = entity;
    if (typeof id === 'string' && where(entity)) {
      parents.push({ id, name: typeof name === 'string' ? name : undefined });
    }
  });
  return parents;
}

/** Whether no list that named this one names it now. */
async function isNamedNoMore<T extends { id: string }>(
  lists: readonly ParentList<T>[],
  id: string,
): Promise<boolean> {
  for (const list of lists) {
    if ((await list.named(id)) && (await list.stillNames(id))) {
      return false;
    }
  }
  return true;
}
