import type { EnterpriseAccount, Page, Team } from '../../heroku';
import { IDENTITY_SCOPES, READ_SCOPES } from '../../heroku';
import {
  ACCOUNT,
  ACCOUNT_HAS_TEAM,
  ACCOUNT_HAS_USER,
  bareKey,
  USER,
} from '../../model';
import type { Collection } from '../collect';
import { Steps } from '../ids';
import type { HerokuStep } from '../step';
import { defineStep } from '../step';
import { createAccountHasTeamRelationship } from '../teams/converters';
import {
  createOwnAccountHasUserRelationship,
  createUserEntity,
} from '../users/converters';
import { newPerson, personOfAccount } from '../users/person';
import {
  createEnterpriseAccountEntity,
  createIndividualAccountEntity,
  individualAccountKey,
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
      requests: '2: `/enterprise-accounts`, `/teams`',
    },
    fetchAccounts,
  ),
  defineStep(
    {
      id: Steps.OWN_ACCOUNT,
      name: "Fetch the API key's own account",
      entities: [ACCOUNT, USER],
      relationships: [ACCOUNT_HAS_TEAM, ACCOUNT_HAS_USER],
      dependsOn: [Steps.ACCOUNTS, Steps.TEAMS, Steps.USERS],
      needs: { scopes: IDENTITY_SCOPES, role: 'nothing more' },
      requests: '1: `/account`',
    },
    fetchOwnAccount,
  ),
];

/** The enterprise accounts, those included that are known only by their teams. */
async function fetchAccounts(collection: Collection): Promise<void> {
  const { run } = collection;
  const [accounts, teams] = await Promise.all([
    collection.attempt('enterprise accounts', () => run.enterpriseAccounts()),
    collection.attempt('teams', () => run.teams()),
  ]);
  if (accounts) {
    await collection.addPages(accounts, (account) => ({
      entities: [createEnterpriseAccountEntity(account)],
    }));
    // Only beside a list that was read: a stand-in has less to say than the account it stands for.
    await collection.add({
      entities: accountsOfTeams(
        // What is wrong with a team counts here too: the account that it alone names would be missing.
        (teams ?? []).flatMap((page) => collection.objectsOf(page)),
      )
        .filter(({ id }) => !collection.has(bareKey(id)))
        .map(createEnterpriseAccountEntity),
    });
  }
}

/**
 * The API key's own Heroku account, where there is no Enterprise or some team belongs to none: the root of those
 * teams and of its user, so that nothing in the graph is without an account.
 */
async function fetchOwnAccount(collection: Collection): Promise<void> {
  const { run } = collection;
  const [account, accounts, teams] = await Promise.all([
    collection.attempt("API key's own account", () => run.account()),
    collection.attempt('enterprise accounts', () => run.enterpriseAccounts()),
    collection.attempt('teams', () => run.teams()),
  ]);
  const independentTeams = (teams ?? []).flatMap(teamsOfNoAccount);
  const isRoot =
    accounts?.every(
      ({ objects, defects }) => objects.length + defects.skipped === 0,
    ) || independentTeams.length > 0;
  if (!account || !isRoot) {
    return;
  }
  const key = individualAccountKey(account.id);
  await collection.add({
    entities: [
      createIndividualAccountEntity(account),
      ...(collection.has(bareKey(account.id))
        ? []
        : [createUserEntity(newPerson(account.id, personOfAccount(account)))]),
    ],
    relationships: [
      createOwnAccountHasUserRelationship(account, account.id),
      ...independentTeams.map((team) =>
        createAccountHasTeamRelationship(key, team),
      ),
    ],
  });
}

/** The teams that belong to no enterprise account. One whose account could not be read may well belong to one. */
function teamsOfNoAccount({ objects, defects }: Page<Team>): Team[] {
  return defects.fields.has('enterprise_account')
    ? objects.filter((team) => team.enterprise_account === null)
    : objects.filter((team) => !team.enterprise_account);
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
