import type {
  Account,
  EnterpriseAccountMember,
  TeamMember,
} from '../../heroku';
import { isTeam } from './pseudoUsers';

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

/** Everything from which people are made. */
export interface PeopleSources {
  /** The API key's own account. */
  account: Account | undefined;
  enterprise: readonly MembershipOf<EnterpriseAccountMember>[];
  team: readonly MembershipOf<TeamMember>[];
  /** The enterprise accounts whose members could not be read. */
  unreadAccounts: readonly string[];
  /** Whether the list of enterprise accounts could not be read. */
  areAccountsUnknown: boolean;
  /** Whether the members of some team, or some list of teams, could not be read. */
  areTeamsUnread: boolean;
}

/**
 * Makes one person of each user, however many lists name it.
 *
 * What Heroku says of a person with more authority counts alone: their own account, then their enterprise accounts,
 * then their teams. So a refused list of a team leaves nothing unknown of those whom an enterprise account names. Of
 * those whom only teams name, it takes what the refused list might have denied: rather unknown than wrong.
 *
 * The answer does not depend on the order in which the lists arrived: a property that changed from run to run
 * would look like a change in Heroku.
 */
export function mergePeople(sources: PeopleSources): Map<string, Person> {
  const { account, unreadAccounts } = sources;
  const people = new Map<string, Person>();
  const add = (id: string, known: Partial<Person> & { source: object }) => {
    people.set(id, withMore(people.get(id) ?? newPerson(id, known), known));
  };
  if (account) {
    add(account.id, personOfAccount(account));
  }
  for (const [id, known] of peopleOfAccounts(sources.enterprise)) {
    add(id, withoutDoubtfulAccount(known, unreadAccounts));
  }
  for (const [id, known] of peopleOfTeams(sources.team)) {
    add(id, withoutDoubtfulSafety(known, sources));
  }
  return people;
}

/** What the lists of enterprise accounts say of each of their members. */
function peopleOfAccounts(
  memberships: PeopleSources['enterprise'],
): Map<string, Person> {
  const people = new Map<string, Person>();
  for (const { parentId, member } of inOrder(memberships)) {
    const { user, identity_provider: identityProvider } = member;
    if (isTeam(user)) {
      continue;
    }
    addEqual(people, user.id, {
      source: member,
      email: user.email ?? undefined,
      mfaEnabled: member.two_factor_authentication ?? undefined,
      federated:
        identityProvider === undefined ? undefined : identityProvider !== null,
      enterpriseAccountId: parentId,
    });
  }
  return people;
}

/** What the lists of teams say of each of their members. */
function peopleOfTeams(
  memberships: PeopleSources['team'],
): Map<string, Person> {
  const people = new Map<string, Person>();
  for (const { member } of inOrder(memberships)) {
    const { user } = member;
    if (user?.id && !isTeam(user)) {
      addEqual(people, user.id, {
        source: member,
        email: user.email ?? member.email ?? undefined,
        name: user.name ?? undefined,
        mfaEnabled: member.two_factor_authentication ?? undefined,
        federated: member.federated ?? undefined,
      });
    }
  }
  return people;
}

/** A list that could not be read may name an account that comes before the one that is known. */
function withoutDoubtfulAccount(
  person: Person,
  unreadAccounts: readonly string[],
): Person {
  const known = person.enterpriseAccountId ?? '';
  return unreadAccounts.some((id) => id < known)
    ? { ...person, enterpriseAccountId: undefined }
    : person;
}

/**
 * A list of a team that could not be read may say that there is no MFA, or that there is an identity provider. That of
 * an enterprise account may say anything.
 */
function withoutDoubtfulSafety(
  person: Person,
  { unreadAccounts, areAccountsUnknown, areTeamsUnread }: PeopleSources,
): Person {
  if (unreadAccounts.length > 0 || areAccountsUnknown) {
    return { ...person, mfaEnabled: undefined, federated: undefined };
  }
  if (!areTeamsUnread) {
    return person;
  }
  return {
    ...person,
    mfaEnabled: person.mfaEnabled ? undefined : person.mfaEnabled,
    federated: person.federated ? person.federated : undefined,
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

/** A person, with what a source of less authority adds. */
function withMore(
  person: Person,
  known: Partial<Person> & { source: object },
): Person {
  return {
    id: person.id,
    email: person.email ?? known.email,
    name: person.name ?? known.name,
    mfaEnabled: person.mfaEnabled ?? known.mfaEnabled,
    federated: person.federated ?? known.federated,
    enterpriseAccountId:
      person.enterpriseAccountId ?? known.enterpriseAccountId,
    account: person.account ?? known.account,
    source: person.source,
  };
}

/** Adds what a list of the same authority as those before says of a person. */
function addEqual(
  people: Map<string, Person>,
  id: string,
  known: Partial<Person> & { source: object },
): void {
  const person = people.get(id) ?? newPerson(id, known);
  people.set(id, {
    ...withMore(person, known),
    // Where lists disagree the weaker protection counts: one without MFA must not hide behind another list.
    mfaEnabled: both(person.mfaEnabled, known.mfaEnabled),
    // Signing in through an identity provider is a fact of the person: a list without one has nothing to say of it.
    federated: either(person.federated, known.federated),
  });
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
