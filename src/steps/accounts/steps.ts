import type { Collection, HerokuStep } from '../../collection';
import { defineStep } from '../../collection';
import type { EnterpriseAccount, Page, Team } from '../../heroku';
import { IDENTITY_SCOPES, READ_SCOPES } from '../../heroku';
import { ACCOUNT } from '../../model';
import { accountDueDates } from '../billing/delinquency';
import { readUsage } from '../billing/usage';
import { Steps } from '../ids';
import {
  createEnterpriseAccountEntity,
  createIndividualAccountEntity,
  createTeamAccountEntity,
} from './converters';
import { teamsOfNoAccount } from '../teams/converters';
import { isOwnAccountRoot } from './root';

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
        parts: [{ name: "the API key's own account", scopes: IDENTITY_SCOPES }],
      },
      requests: '3: `/account`, `/enterprise-accounts`, `/teams`',
    },
    fetchAccounts,
  ),
];

/**
 * The enterprise accounts, those included that are known only by their teams; and the API key's own Heroku account
 * where something would hang on nothing without it.
 */
async function fetchAccounts(collection: Collection): Promise<void> {
  const { run } = collection;
  const [accounts, teams] = await Promise.all([
    collection.attempt('enterprise accounts', () =>
      run.enterpriseAccounts.pages(),
    ),
    collection.attempt('teams', () => run.teams.pages()),
  ]);
  if (accounts) {
    await addEnterpriseAccounts(collection, accounts, teams ?? []);
  }
  if (collection.run.isTeamToken) {
    // The token's own team is all the account that it has.
    await collection.add({
      entities: (teams ?? [])
        .flatMap(teamsOfNoAccount)
        .map(createTeamAccountEntity),
    });
  } else if (collection.mayReadOwnAccount) {
    await addOwnAccount(collection, accounts, teams ?? []);
  }
}

async function addEnterpriseAccounts(
  collection: Collection,
  accounts: Page<EnterpriseAccount>[],
  teams: readonly Page<Team>[],
): Promise<void> {
  const usage = await readUsage(collection);
  await collection.addPages(accounts, (account) => ({
    entities: [
      createEnterpriseAccountEntity(account, usage.ofAccount(account.id)),
    ],
  }));
  // Only beside a list that was read: a stand-in has less to say than the account it stands for.
  await collection.add({
    entities: accountsOfTeams(
      // What is wrong with a team counts here too: the account that it alone names would be missing.
      teams.flatMap((page) => collection.objectsOf(page)),
    )
      .filter(({ id }) => !collection.has(ACCOUNT, id))
      .map((account) => createEnterpriseAccountEntity(account)),
  });
}

async function addOwnAccount(
  collection: Collection,
  accounts: Page<EnterpriseAccount>[] | undefined,
  teams: readonly Page<Team>[],
): Promise<void> {
  const answer = await collection.attempt("API key's own account", () =>
    collection.run.account(),
  );
  if (!answer) {
    return;
  }
  const account = collection.objectOf(answer);
  if (await isOwnAccountRoot(collection, account, accounts, teams)) {
    const dueDates = await accountDueDates(collection);
    await collection.add({
      entities: [createIndividualAccountEntity(account, dueDates)],
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
