import type { Entity, Relationship } from '@jupiterone/integration-sdk-core';
import { parseTimePropertyValue } from '@jupiterone/integration-sdk-core';
import type {
  Account,
  EnterpriseAccountMember,
  Page,
  TeamMember,
} from '../../heroku';
import {
  ACCOUNT_HAS_USER,
  createEntity,
  createRelationship,
  TEAM_HAS_USER,
  USER,
  USER_MANAGES_ACCOUNT,
  USER_MANAGES_TEAM,
} from '../../model';
import { individualAccountId } from '../accounts/converters';
import type { Person } from './person';
import { newPerson } from './person';
import { isTeam } from './pseudoUsers';

/** An address that the data model takes for one: anything else would cost the whole user. */
const EMAIL =
  /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@((?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z\d](?:[a-z\d-]*[a-z\d])?)$/i;

/** A user. */
export function createUserEntity(person: Person): Entity {
  const suspendedAt = person.account?.suspended_at;
  // Of others than the key's own user Heroku does not say.
  const active = suspendedAt === undefined ? undefined : suspendedAt === null;
  const email = emailAddress(person.email);
  return createEntity(
    USER,
    person.source,
    {
      id: person.id,
      name: person.name || person.email || person.id,
      createdOn: parseTimePropertyValue(
        person.account?.created_at ?? undefined,
      ),
      updatedOn: parseTimePropertyValue(
        person.account?.updated_at ?? undefined,
      ),
      username: person.email,
      email,
      emailDomain:
        email === undefined
          ? undefined
          : [email.slice(email.lastIndexOf('@') + 1)],
      mfaEnabled: person.mfaEnabled,
      federated: person.federated,
      active,
      isActive: active,
      lastLoginOn: parseTimePropertyValue(
        person.account?.last_login ?? undefined,
      ),
      shortLoginId: email?.slice(0, email.lastIndexOf('@')),
      isMfaEnabled: person.mfaEnabled,
      enterpriseAccountId: person.enterpriseAccountId,
    },
    person.id,
  );
}

/** A person known only as the owner or collaborator of an app: Heroku says no more than who it is. */
export function createOutsiderEntity({
  id,
  email,
}: {
  id: string;
  email?: string | null;
}): Entity {
  const known = { id, email: email ?? undefined };
  return createUserEntity(newPerson(id, { ...known, source: known }));
}

/** The address in lower case, if the data model takes it for one. */
export function emailAddress(
  value: string | null | undefined,
): string | undefined {
  return value && EMAIL.test(value) ? value.toLowerCase() : undefined;
}

/** A member of an enterprise account, with its permissions as one sorted string and one by one. */
export function createAccountHasUserRelationship(
  enterpriseAccountId: string,
  member: EnterpriseAccountMember,
): Relationship {
  const names = member.permissions?.map(({ name }) => name).sort();
  return createRelationship(
    ACCOUNT_HAS_USER,
    enterpriseAccountId,
    member.user.id,
    {
      permissions: names?.join(','),
      viewPermission: names?.includes('view'),
      createPermission: names?.includes('create'),
      managePermission: names?.includes('manage'),
      billingPermission: names?.includes('billing'),
      ...signIn(member),
    },
  );
}

/**
 * The API key's own account and a user of it: its own, or one outside that shares an app with it.
 *
 * @param external whether the user is in no account and no team; `undefined` where that is not known
 */
export function createOwnAccountHasUserRelationship(
  account: Account,
  userId: string,
  external: boolean | undefined,
): Relationship {
  return createRelationship(
    ACCOUNT_HAS_USER,
    individualAccountId(account),
    userId,
    { external },
  );
}

/** A member of a team; `undefined` for what is no person, and while the invitation is pending: there is no user yet. */
export function createTeamHasUserRelationship(
  teamId: string,
  member: TeamMember,
): Relationship | undefined {
  if (!member.user?.id || isTeam(member.user)) {
    return undefined;
  }
  return createRelationship(TEAM_HAS_USER, teamId, member.user.id, {
    role: member.role ?? undefined,
    createdOn: parseTimePropertyValue(member.created_at ?? undefined),
    federated: member.federated ?? undefined,
    ...signIn(member),
    mfaEnabled: member.two_factor_authentication ?? undefined,
  });
}

/** Through which identity provider a member signs in, and whether that is another organisation's. */
function signIn({
  identity_provider: provider,
}: Pick<EnterpriseAccountMember, 'identity_provider'>) {
  return {
    identityProviderId: provider?.id ?? undefined,
    federatedByOthers: provider?.redacted ?? undefined,
  };
}

/** A user who manages an enterprise account, by the permission `manage`; `undefined` for any other member. */
export function createUserManagesAccountRelationship(
  enterpriseAccountId: string,
  { user, permissions }: EnterpriseAccountMember,
): Relationship | undefined {
  return permissions?.some(({ name }) => name === 'manage')
    ? createRelationship(USER_MANAGES_ACCOUNT, user.id, enterpriseAccountId)
    : undefined;
}

/**
 * A user who manages a team, by the role `admin` or `owner`; `undefined` for any other member.
 *
 * @param admins how many manage it, where that is known
 */
export function createUserManagesTeamRelationship(
  teamId: string,
  member: TeamMember,
  admins: number | undefined,
): Relationship | undefined {
  const { user } = member;
  return user?.id && managesTeam(member)
    ? createRelationship(USER_MANAGES_TEAM, user.id, teamId, { admins })
    : undefined;
}

/** How many users manage a team; `undefined` where its list of members does not say it of everybody. */
export function adminsIn(
  pages: readonly Page<TeamMember>[],
): number | undefined {
  const isWhole = pages.every(
    ({ objects, defects }) =>
      defects.skipped === 0 &&
      !defects.fields.has('role') &&
      objects.every(
        (member) =>
          !member.user ||
          (member.role != null && (!managesTeam(member) || member.user.id)),
      ),
  );
  return isWhole
    ? // A member may be on two pages, where the list changed in between.
      new Set(
        pages
          .flatMap(({ objects }) => objects)
          .filter(managesTeam)
          .map(({ user }) => user?.id),
      ).size
    : undefined;
}

function managesTeam({ user, role }: TeamMember): boolean {
  return (
    user != null && !isTeam(user) && (role === 'admin' || role === 'owner')
  );
}
