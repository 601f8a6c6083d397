import type { Relationship } from '@jupiterone/integration-sdk-core';
import type { Collection, HerokuStep } from '../../collection';
import { defineStep, forEachEnterpriseAccount } from '../../collection';
import type { Page, Team } from '../../heroku';
import { READ_SCOPES } from '../../heroku';
import { ACCOUNT_HAS_TEAM, TEAM } from '../../model';
import { individualAccountId } from '../accounts/converters';
import type { DueDates } from '../billing/delinquency';
import { teamDueDates } from '../billing/delinquency';
import { readUsage } from '../billing/usage';
import { Steps } from '../ids';
import {
  createAccountHasTeamRelationship,
  createTeamEntity,
  teamsOfNoAccount,
} from './converters';

const NEEDS = {
  scopes: READ_SCOPES,
  role: 'the view permission in the enterprise account',
};

export const teamSteps: HerokuStep[] = [
  defineStep(
    {
      id: Steps.TEAMS,
      name: 'Fetch teams',
      entities: [TEAM],
      relationships: [],
      // The accounts whose lists it reads it knows by the list that it shares with their step.
      dependsOn: [],
      needs: NEEDS,
      requests: 'E: `/enterprise-accounts/{account}/teams`',
    },
    fetchTeams,
  ),
  defineStep(
    {
      id: Steps.ACCOUNT_TEAMS,
      name: 'Build the teams of accounts',
      entities: [],
      relationships: [ACCOUNT_HAS_TEAM],
      dependsOn: [Steps.ACCOUNTS, Steps.TEAMS],
      needs: NEEDS,
      requests: 'none: what it uses has been read',
    },
    buildAccountTeams,
  ),
];

/** All teams: those of the enterprise accounts, and those that the user is in, each once. */
async function fetchTeams(collection: Collection): Promise<void> {
  const { run } = collection;
  const accounts = await collection.attempt('enterprise accounts', () =>
    run.enterpriseAccounts.pages(),
  );
  await forEachEnterpriseAccount(
    collection,
    'teams',
    collection.objectsKnownOf(accounts ?? []),
    async ({ id }) => {
      for (const page of await run.teamsOfAccount(id).pages()) {
        await addTeams(collection, page, id);
      }
    },
  );

  // After the accounts' lists: of a team in both, they know the account.
  const teams = await collection.attempt('teams', () => run.teams.pages());
  for (const page of teams ?? []) {
    await addTeams(collection, page);
  }
}

/** Adds the teams of a page that are not there yet. What is known of their bills is read first. */
async function addTeams(
  collection: Collection,
  page: Page<Team>,
  accountId?: string,
): Promise<void> {
  const usage = await readUsage(collection);
  const dueDates = new Map<string, DueDates>();
  await Promise.all(
    page.objects.map(async ({ id }) => {
      dueDates.set(id, await teamDueDates(collection, id));
    }),
  );
  await collection.addPage(page, (team) =>
    accountId === undefined && collection.has(TEAM, team.id)
      ? {}
      : {
          entities: [
            createTeamEntity(team, accountId, {
              ...dueDates.get(team.id),
              ...usage.ofTeam(team.id),
            }),
          ],
        },
  );
}

/** The account of each team; teams of no enterprise account hang on the API key's own. */
async function buildAccountTeams(collection: Collection): Promise<void> {
  const { run } = collection;
  const relationships: Relationship[] = [];
  const isOfAccount = new Set<string>();
  await collection.eachEntity(TEAM, ({ id, enterpriseAccountId }) => {
    if (typeof id === 'string' && typeof enterpriseAccountId === 'string') {
      isOfAccount.add(id);
      relationships.push(
        createAccountHasTeamRelationship(enterpriseAccountId, id),
      );
    }
  });
  const [teams, answer] = await Promise.all([
    collection.enrichment(() => run.teams.pages()),
    collection.mayReadOwnAccount
      ? collection.enrichment(() => run.account())
      : undefined,
  ]);
  const independent = (teams ?? [])
    .flatMap(teamsOfNoAccount)
    .filter(({ id }) => !isOfAccount.has(id));
  for (const team of independent) {
    const owner = run.isTeamToken ? team : answer?.object;
    if (owner) {
      relationships.push(
        createAccountHasTeamRelationship(individualAccountId(owner), team.id),
      );
    }
  }
  await collection.add({ relationships });
}
