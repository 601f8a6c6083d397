import type { Entity, Relationship } from '@jupiterone/integration-sdk-core';
import { parseTimePropertyValue } from '@jupiterone/integration-sdk-core';
import type {
  Account,
  EnterpriseAccountMember,
  TeamMember,
} from '../../heroku';
import {
  ACCOUNT_HAS_USER,
  bareKey,
  createEntity,
  createRelationship,
  TEAM_HAS_USER,
  USER,
} from '../../model';
import { individualAccountKey } from '../accounts/converters';
import type { PersonalOwner } from '../applications/converters';
import type { Person } from './person';
import { newPerson } from './person';

/** An address that the data model takes for one: anything else would cost the whole user. */
const EMAIL =
  /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@((?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z\d](?:[a-z\d-]*[a-z\d])?)$/i;

/** A user. A member of an account or a team is active, unless Heroku has suspended it. */
export function createUserEntity(person: Person): Entity {
  return userEntity(person, !person.account?.suspended_at);
}

/** A person known only as the owner of an app: Heroku says no more than who it is. */
export function createOwnerEntity(owner: PersonalOwner): Entity {
  return userEntity(
    newPerson(owner.id, {
      email: owner.email,
      source: { id: owner.id, email: owner.email },
    }),
    undefined,
  );
}

/** The address, if the data model takes it for one. */
export function emailAddress(
  value: string | null | undefined,
): string | undefined {
  return value && EMAIL.test(value) ? value : undefined;
}

function userEntity(person: Person, active: boolean | undefined): Entity {
  const domain = EMAIL.exec(person.email ?? '')?.[1]?.toLowerCase();
  return createEntity(USER, bareKey(person.id), person.source, {
    id: person.id,
    name: person.name || person.email || person.id,
    createdOn: parseTimePropertyValue(person.account?.created_at ?? undefined),
    updatedOn: parseTimePropertyValue(person.account?.updated_at ?? undefined),
    username: person.email,
    email: domain === undefined ? undefined : person.email,
    emailDomain: domain === undefined ? undefined : [domain],
    mfaEnabled: person.mfaEnabled,
    federated: person.federated,
    active,
    enterpriseAccountId: person.enterpriseAccountId,
  });
}

/** A member of an enterprise account, with its permissions as one sorted string and one by one. */
export function createAccountHasUserRelationship(
  enterpriseAccountId: string,
  member: EnterpriseAccountMember,
): Relationship {
  const names = member.permissions?.map(({ name }) => name).sort();
  return createRelationship(
    ACCOUNT_HAS_USER,
    bareKey(enterpriseAccountId),
    bareKey(member.user.id),
    {
      permissions: names?.join(','),
      viewPermission: names?.includes('view'),
      createPermission: names?.includes('create'),
      managePermission: names?.includes('manage'),
      billingPermission: names?.includes('billing'),
    },
  );
}

/**
 * The API key's own account and a user of it: its own, or one outside that shares an app with it.
 *
 * @param isCertain whether it is known that a user other than its own is in no account and no team
 */
export function createOwnAccountHasUserRelationship(
  account: Account,
  userId: string,
  isCertain = true,
): Relationship {
  return createRelationship(
    ACCOUNT_HAS_USER,
    individualAccountKey(account.id),
    bareKey(userId),
    { external: userId === account.id ? false : isCertain || undefined },
  );
}

/** A member of a team; `undefined` while the invitation is pending, since there is no user yet. */
export function createTeamHasUserRelationship(
  teamId: string,
  member: TeamMember,
): Relationship | undefined {
  if (!member.user) {
    return undefined;
  }
  return createRelationship(
    TEAM_HAS_USER,
    bareKey(teamId),
    bareKey(member.user.id),
    {
      role: member.role ?? undefined,
      federated: member.federated ?? undefined,
      mfaEnabled: member.two_factor_authentication ?? undefined,
    },
  );
}
