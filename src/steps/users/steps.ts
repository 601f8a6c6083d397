import type { Relationship } from '@jupiterone/integration-sdk-core';
import type { Collection, HerokuStep } from '../../collection';
import {
  defineStep,
  forEachEnterpriseAccount,
  forEachTeam,
  handover,
} from '../../collection';
import type {
  Account,
  EnterpriseAccountMember,
  Page,
  TeamMember,
} from '../../heroku';
import { GLOBAL_SCOPE, IDENTITY_SCOPES, READ_SCOPES } from '../../heroku';
import {
  ACCOUNT,
  ACCOUNT_HAS_USER,
  TEAM,
  TEAM_HAS_USER,
  USER,
  USER_MANAGES_ACCOUNT,
  USER_MANAGES_TEAM,
} from '../../model';
import { individualAccountId } from '../accounts/converters';
import { ownersOf } from '../applications/owners';
import { Steps } from '../ids';
import {
  adminsIn,
  createAccountHasUserRelationship,
  createOutsiderEntity,
  createOwnAccountHasUserRelationship,
  createTeamHasUserRelationship,
  createUserEntity,
  createUserManagesAccountRelationship,
  createUserManagesTeamRelationship,
} from './converters';
import type { MembershipOf } from './person';
import { mergePeople } from './person';
import { isTeam } from './pseudoUsers';

/** The people whom no list of members names, since they only share an app with the key's user. */
const OUTSIDERS = handover<string[]>('outsiders');

const ROLE =
  'the view permission in the enterprise account, and membership of the team';

export const userSteps: HerokuStep[] = [
  defineStep(
    {
      id: Steps.USERS,
      name: 'Fetch users',
      entities: [USER],
      relationships: [],
      dependsOn: [Steps.TEAMS],
      needs: {
        scopes: READ_SCOPES,
        role: ROLE,
        parts: [
          { name: 'the members of teams', scopes: GLOBAL_SCOPE },
          { name: "the API key's own user", scopes: IDENTITY_SCOPES },
        ],
      },
      requests:
        '1 + E + T: `/users/~/apps`, `/enterprise-accounts/{account}/members`, `/teams/{team}/members`',
    },
    fetchUsers,
  ),
  defineStep(
    {
      id: Steps.ACCOUNT_MEMBERSHIPS,
      name: 'Build account memberships',
      entities: [],
      relationships: [ACCOUNT_HAS_USER, USER_MANAGES_ACCOUNT],
      dependsOn: [Steps.ACCOUNTS, Steps.USERS],
      needs: { scopes: READ_SCOPES, role: ROLE },
      requests: 'none: what it uses has been read',
    },
    buildAccountMemberships,
  ),
  defineStep(
    {
      id: Steps.TEAM_MEMBERSHIPS,
      name: 'Build team memberships',
      entities: [],
      relationships: [TEAM_HAS_USER, USER_MANAGES_TEAM],
      dependsOn: [Steps.TEAMS, Steps.USERS],
      needs: { scopes: GLOBAL_SCOPE, role: 'membership of the team' },
      requests: 'none: what it uses has been read',
    },
    buildTeamMemberships,
  ),
];

/**
 * All users: the members of enterprise accounts and of teams, the API key's own user, and the owners of personal apps.
 * They are added at the end, since one user may be in many lists and an entity cannot be changed.
 */
async function fetchUsers(collection: Collection): Promise<void> {
  const { run } = collection;
  const [enterprise, team, account, personalApps] = await Promise.all([
    readEnterpriseMembers(collection),
    readTeamMembers(collection),
    readOwnAccount(collection),
    collection.attempt('personal apps', () => run.personalApps.pages()),
  ]);

  const people = mergePeople({
    account,
    enterprise: enterprise.memberships,
    team: team.memberships,
    unreadAccounts: enterprise.unread,
    areAccountsUnknown: !enterprise.isListKnown,
    areTeamsUnread: !team.isComplete,
  });
  await collection.addObjects('user', [...people.values()], (person) => ({
    entities: [createUserEntity(person)],
  }));

  const outsiders = new Map(
    ownersOf(collection, personalApps ?? [])
      .filter(({ id }) => !people.has(id))
      .map((owner) => [owner.id, owner]),
  );
  await collection.addObjects('user', [...outsiders.values()], (owner) => ({
    entities: [createOutsiderEntity(owner)],
  }));
  await collection.handOver(OUTSIDERS, [...outsiders.keys()]);
}

/**
 * The members of each enterprise account. The API key's user, and whoever only shares an app with that user, hang on
 * the key's own account.
 */
async function buildAccountMemberships(collection: Collection): Promise<void> {
  const { run } = collection;
  const accounts = await collection.enrichment(() =>
    run.enterpriseAccounts.objects(),
  );
  const relationships: Relationship[] = [];
  for (const { id } of accounts ?? []) {
    const members = await collection.enrichment(() =>
      run.enterpriseMembers(id).objects(),
    );
    relationships.push(
      ...(members ?? [])
        .filter(({ user }) => !isTeam(user))
        .flatMap((member) => [
          createAccountHasUserRelationship(id, member),
          ...[createUserManagesAccountRelationship(id, member) ?? []].flat(),
        ]),
    );
  }
  relationships.push(...(await membersOfOwnAccount(collection)));
  await collection.add({ relationships });
}

async function membersOfOwnAccount(
  collection: Collection,
): Promise<Relationship[]> {
  const answer = collection.mayReadOwnAccount
    ? await collection.enrichment(() => collection.run.account())
    : undefined;
  if (!answer || !collection.has(ACCOUNT, individualAccountId(answer.object))) {
    return [];
  }
  const account = answer.object;
  // Of somebody whom no list named, only all the lists prove that they are outside.
  const outsiders = collection.run.isComplete(Steps.USERS)
    ? ((await collection.handedOver(OUTSIDERS)) ?? [])
    : [];
  const isCertain = collection.mayUse(GLOBAL_SCOPE) || undefined;
  return [
    createOwnAccountHasUserRelationship(account, account.id, false),
    ...outsiders.map((userId) =>
      createOwnAccountHasUserRelationship(account, userId, isCertain),
    ),
  ];
}

/** Who is in which team. The lists have been read for the users, and what is wrong with them has been reported. */
async function buildTeamMemberships(collection: Collection): Promise<void> {
  const { run } = collection;
  const teamIds: string[] = [];
  await collection.eachEntity(TEAM, ({ id }) => {
    teamIds.push(id as string);
  });
  for (const teamId of teamIds) {
    const pages = await collection.enrichment(() =>
      run.teamMembers(teamId).pages(),
    );
    run.forgetTeamMembers(teamId);
    const admins = adminsIn(pages ?? []);
    await collection.add({
      relationships: (pages ?? [])
        .flatMap(({ objects }) => objects)
        .flatMap((member) =>
          [
            createTeamHasUserRelationship(teamId, member) ?? [],
            createUserManagesTeamRelationship(teamId, member, admins) ?? [],
          ].flat(),
        ),
    });
  }
}

async function readEnterpriseMembers(collection: Collection): Promise<{
  memberships: MembershipOf<EnterpriseAccountMember>[];
  unread: string[];
  isListKnown: boolean;
}> {
  const { run } = collection;
  const memberships: MembershipOf<EnterpriseAccountMember>[] = [];
  const accounts = await collection.attempt('enterprise accounts', () =>
    run.enterpriseAccounts.pages(),
  );
  const notWhole: string[] = [];
  const missed = await forEachEnterpriseAccount(
    collection,
    'members',
    collection.objectsKnownOf(accounts ?? []),
    async ({ id }) => {
      const pages = await run.enterpriseMembers(id).pages();
      for (const member of pages.flatMap((page) =>
        collection.objectsOf(page),
      )) {
        memberships.push({ parentId: id, member });
      }
      if (pages.some(lacksSomebody)) {
        notWhole.push(id);
      }
    },
  );
  return {
    memberships,
    unread: [...missed.map(({ id }) => id), ...notWhole],
    isListKnown: accounts !== undefined && !accounts.some(lacksSomebody),
  };
}

async function readTeamMembers(
  collection: Collection,
): Promise<{ memberships: MembershipOf<TeamMember>[]; isComplete: boolean }> {
  const { run } = collection;
  const memberships: MembershipOf<TeamMember>[] = [];
  if (!collection.mayUse(GLOBAL_SCOPE)) {
    return { memberships, isComplete: true };
  }
  let areAllKnown = true;
  const missed = await forEachTeam(collection, 'members', async ({ id }) => {
    const pages = await run.teamMembers(id).pages();
    for (const member of pages.flatMap((page) => collection.objectsOf(page))) {
      memberships.push({ parentId: id, member });
      if (isNobody(member)) {
        collection.unknown('team member', 'do not say who they are');
        areAllKnown = false;
      }
    }
    areAllKnown &&= !pages.some(lacksSomebody);
  });
  return {
    memberships,
    isComplete:
      areAllKnown && missed.length === 0 && run.isComplete(Steps.TEAMS),
  };
}

/** Whether something of a page was left out whole. */
function lacksSomebody({ defects }: Page<unknown>): boolean {
  return defects.skipped > 0;
}

/** Whether a membership names nobody, not even somebody who has yet to accept an invitation. */
function isNobody({ user, email }: TeamMember): boolean {
  return !user?.id && !user?.email && !email;
}

async function readOwnAccount(
  collection: Collection,
): Promise<Account | undefined> {
  const answer = collection.mayReadOwnAccount
    ? await collection.attempt("API key's own account", () =>
        collection.run.account(),
      )
    : undefined;
  return answer && collection.objectOf(answer);
}
