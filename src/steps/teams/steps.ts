import type { Team } from '../../heroku';
import { IDENTITY_SCOPES, READ_SCOPES } from '../../heroku';
import { ACCOUNT_HAS_TEAM, bareKey, TEAM } from '../../model';
import { individualAccountKey } from '../accounts/converters';
import type { Collection } from '../collect';
import { Steps } from '../ids';
import type { HerokuStep } from '../step';
import { defineStep } from '../step';
import {
  createAccountHasTeamRelationship,
  createTeamEntity,
} from './converters';

export const teamSteps: HerokuStep[] = [
  defineStep(
    {
      id: Steps.TEAMS,
      name: 'Fetch teams',
      entities: [TEAM],
      relationships: [ACCOUNT_HAS_TEAM],
      dependsOn: [Steps.ACCOUNTS],
      needs: {
        scopes: READ_SCOPES,
        role: 'the view permission in the enterprise account',
      },
      requests: 'E: `/enterprise-accounts/{account}/teams`',
    },
    fetchTeams,
  ),
];

/** All teams: those of the enterprise accounts, and those that the user is in, each once. */
async function fetchTeams(collection: Collection): Promise<void> {
  const { run } = collection;
  const accounts = await collection.attempt('enterprise accounts', () =>
    run.enterpriseAccounts(),
  );
  await collection.forEachParent(
    (accounts ?? []).flatMap(({ objects }) => objects),
    {
      what: 'teams of the enterprise account',
      askForParent: ({ id }) => run.enterpriseAccount(id),
      read: ({ id }) =>
        collection.addPages(run.client.enterpriseAccountTeams(id), (team) => ({
          entities: [createTeamEntity(team, id)],
          relationships: [createAccountHasTeamRelationship(bareKey(id), team)],
        })),
    },
  );

  // After the accounts' lists: of a team in both, they know the account.
  const teams = await collection.attempt('teams', () => run.teams());
  const rootKey = teams?.some(({ objects }) => objects.some(isIndependent))
    ? await findRootKey(collection)
    : undefined;
  await collection.addPages(teams ?? [], (team) =>
    collection.has(bareKey(team.id))
      ? {}
      : {
          entities: [createTeamEntity(team)],
          relationships: relationshipsTo(team, rootKey),
        },
  );
}

function isIndependent(team: Team): boolean {
  return !team.enterprise_account;
}

/** The key of the individual account, where the key's scopes let it be known. */
async function findRootKey(
  collection: Collection,
): Promise<string | undefined> {
  if (!collection.mayUse(IDENTITY_SCOPES)) {
    return undefined;
  }
  const account = await collection.attempt("API key's own account", () =>
    collection.run.account(),
  );
  return account && individualAccountKey(account.id);
}

function relationshipsTo(team: Team, rootKey: string | undefined) {
  const accountKey = team.enterprise_account
    ? bareKey(team.enterprise_account.id)
    : rootKey;
  return accountKey === undefined
    ? []
    : [createAccountHasTeamRelationship(accountKey, team)];
}
