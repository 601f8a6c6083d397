import type { Collection } from '../../collection';
import type { Account, EnterpriseAccount, Page, Team } from '../../heroku';
import { ownersOf } from '../applications/owners';
import { teamsOfNoAccount } from '../teams/converters';

/**
 * Whether the API key's own Heroku account is a root of the graph. It is where there is no Enterprise, where a team
 * belongs to no enterprise account, and where the key's user or the owner of a personal app is a member of none:
 * without it they would hang on nothing.
 *
 * @param accounts the enterprise accounts; `undefined` where that list could not be read, which has been reported
 *
 * Each list is asked only where those before it leave the question open, so that a list that cannot be read counts as
 * a miss only where it matters.
 */
export async function isOwnAccountRoot(
  collection: Collection,
  account: Account,
  accounts: readonly Page<EnterpriseAccount>[] | undefined,
  teams: readonly Page<Team>[],
): Promise<boolean> {
  if (teams.flatMap(teamsOfNoAccount).length > 0) {
    return true;
  }
  if (accounts === undefined) {
    return false;
  }
  const hasEnterprise = accounts.some(
    ({ objects, defects }) => objects.length + defects.skipped > 0,
  );
  if (!hasEnterprise) {
    return true;
  }
  return hasOutsider(
    collection,
    account,
    accounts.flatMap(({ objects }) => objects),
  );
}

/** Whether the key's user or the owner of a personal app is in no list of the members of an enterprise account. */
async function hasOutsider(
  collection: Collection,
  account: Account,
  accounts: readonly EnterpriseAccount[],
): Promise<boolean> {
  const { run } = collection;
  const members = new Set<string>();
  const unread: EnterpriseAccount[] = [];
  await Promise.all(
    accounts.map(async (enterpriseAccount) => {
      const pages = await collection.enrichment(() =>
        run.enterpriseMembers(enterpriseAccount.id).pages(),
      );
      for (const { user } of (pages ?? []).flatMap(({ objects }) => objects)) {
        members.add(user.id);
      }
      if (!pages || pages.some(({ defects }) => defects.skipped > 0)) {
        unread.push(enterpriseAccount);
        // The account itself says what the key's own user may do in it.
        if (enterpriseAccount.permissions?.length) {
          members.add(account.id);
        }
      }
    }),
  );
  const apps = await collection.attempt('personal apps', () =>
    run.personalApps.pages(),
  );
  const people = [
    account.id,
    ...ownersOf(collection, apps ?? []).map(({ id }) => id),
  ];
  if (people.every((id) => members.has(id))) {
    return false;
  }
  for (const { id, name } of unread) {
    // Whoever is in none of the other lists may be in this one.
    const pages = await collection.attempt(
      'members of the enterprise account',
      () => run.enterpriseMembers(id).pages(),
      name ?? id,
    );
    collection.objectsKnownOf(pages ?? []);
  }
  return unread.length === 0;
}
