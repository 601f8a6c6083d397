import type { Json, JsonObject, Organisation } from '../sandbox';
import { listOf } from '../sandbox';
import type { Expected } from './expectedProperties';
import {
  idIn,
  idOf,
  isThere,
  objectIn,
  related,
  textIn,
  timeIn,
} from './expectedProperties';

/** What lists of one kind say of one person, in the order of the ids of what they are lists of. */
interface Sayings {
  emails: string[];
  names: string[];
  twoFactor: (Json | undefined)[];
  federated: (Json | undefined)[];
}

/** All that is known of one person: what has more authority counts alone. */
interface Known {
  own?: JsonObject;
  /** The enterprise accounts that it is a member of. */
  accounts: string[];
  byAuthority: Record<'own' | 'account' | 'team' | 'app', Sayings>;
}

export interface ExpectedUsers {
  entities: Expected[];
  /** Who is a member of what, and who manages it. */
  memberships: Expected[];
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
  const people = new Map<string, Known>();
  const memberships: Expected[] = [];
  const of = (id: string) => {
    const known = people.get(id) ?? newcomer();
    people.set(id, known);
    return known;
  };

  for (const from of listOf(organisation, '/enterprise-accounts')
    .map(idOf)
    .sort()) {
    const path = `/enterprise-accounts/${from}/members`;
    for (const member of listOf(organisation, path)) {
      const user = objectIn(member, 'user')!;
      const person = of(idOf(user));
      person.accounts.push(from);
      say(person.byAuthority.account, user, {
        twoFactor: member.two_factor_authentication,
        federated: member.identity_provider !== null,
      });
      memberships.push(...inAccount(from, idOf(user), member));
    }
  }
  for (const from of key.seesMembers ? [...teamIds].sort() : []) {
    const members = listOf(organisation, `/teams/${from}/members`);
    const admins = adminsOf(members);
    for (const member of members) {
      const user = objectIn(member, 'user');
      if (!user) continue;
      say(of(idOf(user)).byAuthority.team, user, {
        twoFactor: member.two_factor_authentication,
        federated: member.federated,
      });
      memberships.push(...inTeam(from, idOf(user), member, admins));
    }
  }
  const { account } = key;
  if (account && (key.isRoot || people.has(idOf(account)))) {
    const person = of(idOf(account));
    person.own = account;
    say(person.byAuthority.own, account, {
      twoFactor: account.two_factor_authentication,
      federated: account.federated,
    });
  }
  const outside: string[] = [];
  for (const app of listOf(organisation, '/users/~/apps')) {
    const owner = objectIn(app, 'owner')!;
    if (people.has(idOf(owner))) continue;
    say(of(idOf(owner)).byAuthority.app, owner, {});
    outside.push(idOf(owner));
  }
  return {
    entities: [...people].map(([id, person]) => userEntity(id, person)),
    memberships,
    outside,
  };
}

/** A user of whom nothing is known but the address. */
export function userWithEmail(id: string, email: string): Expected {
  const person = newcomer();
  person.byAuthority.app.emails.push(email);
  return userEntity(id, person);
}

function newcomer(): Known {
  const silent = (): Sayings => ({
    emails: [],
    names: [],
    twoFactor: [],
    federated: [],
  });
  return {
    accounts: [],
    byAuthority: {
      own: silent(),
      account: silent(),
      team: silent(),
      app: silent(),
    },
  };
}

function say(
  sayings: Sayings,
  user: JsonObject,
  {
    twoFactor,
    federated,
  }: { twoFactor?: Json | undefined; federated?: Json | undefined },
): void {
  sayings.emails.push(textIn(user, 'email') ?? '');
  sayings.names.push(textIn(user, 'name') ?? '');
  sayings.twoFactor.push(twoFactor);
  sayings.federated.push(federated);
}

function userEntity(id: string, { own, accounts, byAuthority }: Known) {
  const sayings = Object.values(byAuthority);
  const first = (texts: string[]) => texts.find((text) => text !== '');
  const username = first(sayings.flatMap(({ emails }) => emails)) ?? '';
  const name = first(sayings.flatMap(({ names }) => names)) ?? username;
  const email = username.toLowerCase();
  const [shortLoginId, domain] = email.split('@');
  // Of equals, one list that says there is none counts for more than another that says there is one.
  const mfa = sayings
    .map(({ twoFactor }) => decided(twoFactor, false))
    .find((one) => one !== undefined);
  const active = own && own.suspended_at === null;
  return {
    _key: id,
    _type: 'heroku_account_member',
    _class: ['User'],
    id,
    name,
    displayName: name,
    username,
    email,
    shortLoginId,
    emailDomain: [domain],
    ...isThere({
      active,
      isActive: active,
      mfaEnabled: mfa,
      isMfaEnabled: mfa,
      federated: sayings
        .map(({ federated }) => decided(federated, true))
        .find((one) => one !== undefined),
      enterpriseAccountId: accounts[0],
      createdOn: timeIn(own, 'created_at'),
      updatedOn: timeIn(own, 'updated_at'),
      lastLoginOn: timeIn(own, 'last_login'),
    }),
  };
}

/** What several lists say of one thing: the stronger answer if any says it, nothing if all are silent. */
function decided(
  answers: readonly (Json | undefined)[],
  stronger: boolean,
): boolean | undefined {
  if (answers.includes(stronger)) return stronger;
  return answers.includes(!stronger) ? !stronger : undefined;
}

function inAccount(from: string, to: string, member: JsonObject): Expected[] {
  const names = (member.permissions as JsonObject[])
    .map((permission) => textIn(permission, 'name') ?? '')
    .sort();
  return [
    related(from, 'HAS', to, 'heroku_account_has_member', {
      permissions: names.join(','),
      viewPermission: names.includes('view'),
      createPermission: names.includes('create'),
      managePermission: names.includes('manage'),
      billingPermission: names.includes('billing'),
      ...signIn(member),
    }),
    ...(names.includes('manage')
      ? [related(to, 'MANAGES', from, 'heroku_account_member_manages_account')]
      : []),
  ];
}

/** Of a member without a role it is not known whether they are another. */
function adminsOf(members: readonly JsonObject[]): number | undefined {
  return members.some(({ role, user }) => user && role === null)
    ? undefined
    : members.filter(managesTeam).length;
}

function managesTeam({ role, user }: JsonObject): boolean {
  return (role === 'admin' || role === 'owner') && user !== undefined;
}

/** @param admins how many manage the team */
function inTeam(
  from: string,
  to: string,
  member: JsonObject,
  admins: number | undefined,
): Expected[] {
  const manages = 'heroku_account_member_manages_team';
  return [
    related(from, 'HAS', to, 'heroku_team_has_account_member', {
      ...isThere({
        createdOn: timeIn(member, 'created_at'),
        role: member.role,
        federated: member.federated,
        mfaEnabled: member.two_factor_authentication,
      }),
      ...signIn(member),
    }),
    ...(managesTeam(member)
      ? [related(to, 'MANAGES', from, manages, isThere({ admins }))]
      : []),
  ];
}

/** Where a member signs in, and whether others decide who may. */
function signIn(member: JsonObject): Record<string, unknown> {
  return isThere({
    identityProviderId: idIn(member, 'identity_provider'),
    federatedByOthers: objectIn(member, 'identity_provider')?.redacted,
  });
}
