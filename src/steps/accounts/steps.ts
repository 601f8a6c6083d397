import type { EnterpriseAccount, Team } from '../../heroku';
import { READ_SCOPES } from '../../heroku';
import { ACCOUNT, bareKey } from '../../model';
import type { Collection } from '../collect';
import { Steps } from '../ids';
import type { HerokuStep } from '../step';
import { defineStep } from '../step';
import {
  createEnterpriseAccountEntity,
  createIndividualAccountEntity,
} from './converters';

export const accountSteps: HerokuStep[] = [
  defineStep(
    {
      id: Steps.ACCOUNTS,
      name: 'Fetch accounts',
      entities: [ACCOUNT],
      relationships: [],
      dependsOn: [],
      needs: {
        scopes: READ_SCOPES,
        role: 'the view permission in the enterprise account',
      },
      requests: '3: `/account`, `/enterprise-accounts`, `/teams`',
    },
    fetchAccounts,
  ),
];

/**
 * The roots of the graph: the enterprise accounts, those included that are known only by their teams, and the API
 * key's own Heroku account where there is no Enterprise or some team belongs to none.
 */
async function fetchAccounts(collection: Collection): Promise<void> {
  const { run } = collection;
  const [accounts, teamPages] = await Promise.all([
    collection.attempt('enterprise accounts', () => run.enterpriseAccounts()),
    collection.attempt('teams', () => run.teams()),
  ]);
  const teams = (teamPages ?? []).flatMap(({ objects }) => objects);

  if (accounts) {
    await collection.addPages(accounts, (account) => ({
      entities: [createEnterpriseAccountEntity(account)],
    }));
    // Only beside a list that was read: a stand-in has less to say than the account it stands for.
    await collection.add({
      entities: accountsOfTeams(teams)
        .filter(({ id }) => !collection.has(bareKey(id)))
        .map(createEnterpriseAccountEntity),
    });
  }

  const isRootNeeded =
    accounts?.every(({ objects }) => objects.length === 0) ||
    teams.some((team) => !team.enterprise_account);
  const account = isRootNeeded
    ? await collection.attempt("API key's own account", () => run.account())
    : undefined;
  if (account) {
    await collection.add({
      entities: [createIndividualAccountEntity(account)],
    });
  }
}

/** The enterprise accounts that teams name, each once: the user may be in a team and not in its account. */
function accountsOfTeams(teams: readonly Team[]): EnterpriseAccount[] {
  const accounts = new Map<string, EnterpriseAccount>();
  for (const { enterprise_account: account } of teams) {
    if (account) {
      accounts.set(account.id, { id: account.id, name: account.name });
    }
  }
  return [...accounts.values()];
}
