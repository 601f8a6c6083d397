import type {
  Account,
  EnterpriseAccountMember,
  TeamMember,
} from '../../heroku';

/** Everything that the lists say of one user. */
export interface Person {
  id: string;
  email: string | undefined;
  name: string | undefined;
  mfaEnabled: boolean | undefined;
  federated: boolean | undefined;
  /** The first, by id, of the enterprise accounts it is in. */
  enterpriseAccountId: string | undefined;
  /** The user's own account, known of the API key's user only. */
  account: Account | undefined;
  /** What the person was made of first, kept as raw data. */
  source: object;
}

/** A membership, with the parent whose list it came from. */
export interface MembershipOf<M> {
  parentId: string;
  member: M;
}

/**
 * Makes one person of each user, however many lists name it.
 *
 * The answer does not depend on the order in which the lists arrived: a property that changed from run to run
 * would look like a change in Heroku.
 *
 * @param account the API key's own account: it adds what it knows to its user, and is no user by itself
 */
export function mergePeople(
  enterprise: readonly MembershipOf<EnterpriseAccountMember>[],
  team: readonly MembershipOf<TeamMember>[],
  account: Account | undefined,
): Map<string, Person> {
  const people = new Map<string, Person>();
  for (const { parentId, member } of inOrder(enterprise)) {
    const { user, identity_provider: identityProvider } = member;
    merge(people, user.id, {
      source: member,
      email: user.email ?? undefined,
      mfaEnabled: member.two_factor_authentication ?? undefined,
      federated:
        identityProvider === undefined ? undefined : identityProvider !== null,
      enterpriseAccountId: parentId,
    });
  }
  for (const { member } of inOrder(team)) {
    if (member.user) {
      merge(people, member.user.id, {
        source: member,
        email: member.user.email ?? member.email ?? undefined,
        name: member.user.name ?? undefined,
        mfaEnabled: member.two_factor_authentication ?? undefined,
        federated: member.federated ?? undefined,
      });
    }
  }
  if (account && people.has(account.id)) {
    merge(people, account.id, personOfAccount(account));
  }
  return people;
}

/** Which of the lists that people are made of could not all be read. */
export interface Unread {
  /** Some list of members, of an account or a team. */
  someMembers: boolean;
  /** Some list of the members of an enterprise account. */
  someAccountMembers: boolean;
}

/**
 * Takes from a person what a list that could not be read might have said otherwise: rather unknown than wrong. One
 * without MFA must not seem to have it because the team that says so was refused.
 */
export function withoutDoubtful(person: Person, unread: Unread): Person {
  return {
    ...person,
    mfaEnabled:
      unread.someMembers && person.mfaEnabled ? undefined : person.mfaEnabled,
    federated:
      unread.someMembers && !person.federated ? undefined : person.federated,
    enterpriseAccountId: unread.someAccountMembers
      ? undefined
      : person.enterpriseAccountId,
  };
}

/** What the API key's own account says of its user. */
export function personOfAccount(
  account: Account,
): Partial<Person> & { source: object } {
  return {
    source: account,
    email: account.email ?? undefined,
    name: account.name ?? undefined,
    mfaEnabled: account.two_factor_authentication ?? undefined,
    federated: account.federated ?? undefined,
    account,
  };
}

/** A person of whom only this is known. */
export function newPerson(
  id: string,
  known: Partial<Person> & { source: object },
): Person {
  return {
    email: undefined,
    name: undefined,
    mfaEnabled: undefined,
    federated: undefined,
    enterpriseAccountId: undefined,
    account: undefined,
    ...known,
    id,
  };
}

function merge(
  people: Map<string, Person>,
  id: string,
  known: Partial<Person> & { source: object },
): void {
  const person = people.get(id);
  if (person === undefined) {
    people.set(id, newPerson(id, known));
    return;
  }
  person.email ??= known.email;
  person.name ??= known.name;
  person.enterpriseAccountId ??= known.enterpriseAccountId;
  person.account ??= known.account;
  // Where lists disagree the weaker protection counts: one without MFA must not hide behind another list.
  person.mfaEnabled = both(person.mfaEnabled, known.mfaEnabled);
  // Signing in through an identity provider is a fact of the person: a list without one has nothing to say of it.
  person.federated = either(person.federated, known.federated);
}

function both(a: boolean | undefined, b: boolean | undefined) {
  return a === undefined || b === undefined ? (a ?? b) : a && b;
}

function either(a: boolean | undefined, b: boolean | undefined) {
  return a === undefined || b === undefined ? (a ?? b) : a || b;
}

function inOrder<M>(memberships: readonly MembershipOf<M>[]) {
  return [...memberships].sort((a, b) =>
    a.parentId < b.parentId ? -1 : a.parentId > b.parentId ? 1 : 0,
  );
}
