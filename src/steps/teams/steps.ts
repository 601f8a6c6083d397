import { READ_SCOPES } from '../../heroku';
import { ACCOUNT_HAS_TEAM, bareKey, TEAM } from '../../model';
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
  await collection.addPages(teams ?? [], (team) =>
    collection.has(bareKey(team.id))
      ? {}
      : {
          entities: [createTeamEntity(team)],
          relationships: team.enterprise_account
            ? [
                createAccountHasTeamRelationship(
                  bareKey(team.enterprise_account.id),
                  team,
                ),
              ]
            : [],
        },
  );
}
