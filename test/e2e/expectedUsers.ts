import type { Json, JsonObject, Organisation } from '../sandbox';
import { listOf } from '../sandbox';
import type { Expected } from './expectedGraph';
import { idOf, isThere, objectIn, textIn, timeIn } from './expectedProperties';

/** All that the lists say of one person, in the order of the lists' ids, accounts before teams. */
interface Sayings {
  emails: string[];
  names: string[];
  twoFactor: Json[];
  federated: Json[];
  /** The enterprise accounts that it is a member of. */
  accounts: string[];
  /** Whether it is a member of anything, or the key's own user. */
  isMember: boolean;
  own?: JsonObject;
}

export interface ExpectedMembership {
  from: string;
  to: string;
  type: string;
  properties: Record<string, unknown>;
}

export interface ExpectedUsers {
  entities: Expected[];
  memberships: ExpectedMembership[];
  /** The ids of those who are in no account and no team. */
  outside: string[];
}

/** Who the users are: the members of accounts and teams, the owners of personal apps, the key's own user. */
export function expectedUsers(
  organisation: Organisation,
  teamIds: readonly string[],
  key: {
    account: JsonObject | undefined;
    /** Whether the key's account is a root, whose user it is. */
    isRoot: boolean;
    seesMembers: boolean;
  },
): ExpectedUsers {
  const people = new Map<string, Sayings>();
  const memberships: ExpectedMembership[] = [];
  const of = (id: string) => {
    const known = people.get(id) ?? {
      emails: [],
      names: [],
      twoFactor: [],
      federated: [],
      accounts: [],
      isMember: true,
    };
    people.set(id, known);
    return known;
  };

  for (const account of inOrder(listOf(organisation, '/enterprise-accounts'))) {
    const from = idOf(account);
    for (const member of listOf(
      organisation,
      `/enterprise-accounts/${from}/members`,
    )) {
      const user = objectIn(member, 'user')!;
      const person = of(idOf(user));
      person.emails.push(textIn(user, 'email')!);
      person.twoFactor.push(member.two_factor_authentication!);
      person.federated.push(member.identity_provider !== null);
      person.accounts.push(from);
      memberships.push({
        from,
        to: idOf(user),
        type: 'heroku_account_has_member',
        properties: permissionsOf(member),
      });
    }
  }
  for (const from of key.seesMembers ? [...teamIds].sort() : []) {
    for (const member of listOf(organisation, `/teams/${from}/members`)) {
      const user = objectIn(member, 'user');
      if (!user) continue;
      const person = of(idOf(user));
      person.emails.push(textIn(user, 'email')!);
      person.names.push(textIn(user, 'name') ?? '');
      person.twoFactor.push(member.two_factor_authentication ?? null);
      person.federated.push(member.federated!);
      memberships.push({
        from,
        to: idOf(user),
        type: 'heroku_team_has_account_member',
        properties: isThere({
          role: member.role,
          federated: member.federated,
          mfaEnabled: member.two_factor_authentication,
        }),
      });
    }
  }
  const { account } = key;
  if (account && (key.isRoot || people.has(idOf(account)))) {
    const person = of(idOf(account));
    person.emails.push(textIn(account, 'email')!);
    person.names.push(textIn(account, 'name') ?? '');
    person.twoFactor.push(account.two_factor_authentication!);
    person.federated.push(account.federated!);
    person.own = account;
  }
  const outside: string[] = [];
  for (const app of listOf(organisation, '/users/~/apps')) {
    const owner = objectIn(app, 'owner')!;
    if (people.has(idOf(owner))) continue;
    const person = of(idOf(owner));
    person.emails.push(textIn(owner, 'email')!);
    person.isMember = false;
    outside.push(idOf(owner));
  }
  return {
    entities: [...people].map(([id, person]) => userEntity(id, person)),
    memberships,
    outside,
  };
}

function userEntity(id: string, person: Sayings): Expected {
  const [email = ''] = person.emails;
  const name = person.names.find((one) => one !== '') ?? email;
  return {
    _key: id,
    _type: 'heroku_account_member',
    _class: ['User'],
    id,
    name,
    displayName: name,
    username: email,
    email,
    emailDomain: [email.split('@')[1]?.toLowerCase()],
    ...isThere({
      active: person.isMember || undefined,
      // One list that says there is none counts for more than another that says there is one.
      mfaEnabled: person.twoFactor.includes(false)
        ? false
        : person.twoFactor.includes(true) || undefined,
      federated: person.federated.includes(true)
        ? true
        : person.federated.includes(false)
          ? false
          : undefined,
      enterpriseAccountId: person.accounts[0],
      createdOn: person.own && timeIn(person.own, 'created_at'),
      updatedOn: person.own && timeIn(person.own, 'updated_at'),
    }),
  };
}

function permissionsOf(member: JsonObject): Record<string, unknown> {
  const permissions = Array.isArray(member.permissions)
    ? member.permissions
    : [];
  const names = permissions
    .map((permission) => textIn(permission as JsonObject, 'name') ?? '')
    .sort();
  return {
    permissions: names.join(','),
    viewPermission: names.includes('view'),
    createPermission: names.includes('create'),
    managePermission: names.includes('manage'),
    billingPermission: names.includes('billing'),
  };
}

function inOrder(objects: readonly JsonObject[]): JsonObject[] {
  return [...objects].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
}
