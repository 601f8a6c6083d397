import type {
  Account,
  EnterpriseAccountMember,
  TeamMember,
} from '../../heroku';
import { GLOBAL_SCOPE, IDENTITY_SCOPES, READ_SCOPES } from '../../heroku';
import { ACCOUNT_HAS_USER, TEAM, TEAM_HAS_USER, USER } from '../../model';
import type { Collection } from '../collect';
import { Steps } from '../ids';
import type { HerokuStep } from '../step';
import { defineStep } from '../step';
import {
  createAccountHasUserRelationship,
  createTeamHasUserRelationship,
  createUserEntity,
} from './converters';
import type { MembershipOf } from './person';
import { mergePeople, withoutDoubtful } from './person';

export const userSteps: HerokuStep[] = [
  defineStep(
    {
      id: Steps.USERS,
      name: 'Fetch users',
      entities: [USER],
      relationships: [ACCOUNT_HAS_USER],
      dependsOn: [Steps.ACCOUNTS, Steps.TEAMS],
      needs: {
        scopes: READ_SCOPES,
        role: 'the view permission in the enterprise account, and membership of the team',
      },
      requests:
        'E + T: `/enterprise-accounts/{account}/members`, `/teams/{team}/members`',
    },
    fetchUsers,
  ),
  defineStep(
    {
      id: Steps.TEAM_MEMBERSHIPS,
      name: 'Build team memberships',
      entities: [],
      relationships: [TEAM_HAS_USER],
      dependsOn: [Steps.USERS],
      needs: { scopes: GLOBAL_SCOPE, role: 'membership of the team' },
      requests: 'none: what it uses has been read',
    },
    buildTeamMemberships,
  ),
];

/**
 * All users: the members of enterprise accounts and of teams. They are added at the end, since one user may be in
 * many lists and an entity cannot be changed.
 */
async function fetchUsers(collection: Collection): Promise<void> {
  const [enterprise, team, account] = await Promise.all([
    readEnterpriseAccountMembers(collection),
    readTeamMembers(collection),
    readOwnAccount(collection),
  ]);

  const people = mergePeople(enterprise.memberships, team.memberships, account);
  const unread = {
    someMembers: !enterprise.isComplete || !team.isComplete,
    someAccountMembers: !enterprise.isComplete,
  };
  await collection.addObjects('user', [...people.values()], (person) => ({
    entities: [createUserEntity(withoutDoubtful(person, unread))],
  }));
  await collection.add({
    relationships: enterprise.memberships.map(({ parentId, member }) =>
      createAccountHasUserRelationship(parentId, member),
    ),
  });
}

/** Who is in which team: the lists have been read for the users. */
async function buildTeamMemberships(collection: Collection): Promise<void> {
  const { run } = collection;
  await collection.forEachParent(await collection.parentsOfType(TEAM._type), {
    what: 'members of the team',
    askForParent: ({ id }) => run.team(id),
    read: async ({ id }) => {
      await collection.addPages(await run.teamMembers(id), (member) => {
        const relationship = createTeamHasUserRelationship(id, member);
        return relationship ? { relationships: [relationship] } : {};
      });
      run.forgetTeamMembers(id);
    },
  });
}

/** What lists of members say, and whether all of them could be read. */
interface MembersOf<M> {
  memberships: MembershipOf<M>[];
  isComplete: boolean;
}

async function readEnterpriseAccountMembers(
  collection: Collection,
): Promise<MembersOf<EnterpriseAccountMember>> {
  const { run } = collection;
  const memberships: MembershipOf<EnterpriseAccountMember>[] = [];
  const accounts = await collection.attempt('enterprise accounts', () =>
    run.enterpriseAccounts(),
  );
  const missed = await collection.forEachParent(
    (accounts ?? []).flatMap(({ objects }) => objects),
    {
      what: 'members of the enterprise account',
      askForParent: ({ id }) => run.enterpriseAccount(id),
      read: async ({ id }) => {
        for await (const page of run.client.enterpriseAccountMembers(id)) {
          for (const member of collection.objectsOf(page)) {
            memberships.push({ parentId: id, member });
          }
        }
      },
    },
  );
  return {
    memberships,
    isComplete:
      accounts !== undefined &&
      missed.length === 0 &&
      collection.run.isComplete(Steps.ACCOUNTS),
  };
}

async function readTeamMembers(
  collection: Collection,
): Promise<MembersOf<TeamMember>> {
  const { run } = collection;
  if (!collection.mayUse(GLOBAL_SCOPE)) {
    return { memberships: [], isComplete: true };
  }
  const memberships: MembershipOf<TeamMember>[] = [];
  const missed = await collection.forEachParent(
    await collection.parentsOfType(TEAM._type),
    {
      what: 'members of the team',
      askForParent: ({ id }) => run.team(id),
      read: async ({ id }) => {
        for (const page of await run.teamMembers(id)) {
          for (const member of collection.objectsOf(page)) {
            memberships.push({ parentId: id, member });
          }
        }
      },
    },
  );
  return {
    memberships,
    isComplete: missed.length === 0 && collection.run.isComplete(Steps.TEAMS),
  };
}

async function readOwnAccount(
  collection: Collection,
): Promise<Account | undefined> {
  return collection.mayUse(IDENTITY_SCOPES)
    ? collection.attempt("API key's own account", () =>
        collection.run.account(),
      )
    : undefined;
}
