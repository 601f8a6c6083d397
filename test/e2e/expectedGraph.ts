import type { JsonObject, Organisation } from '../sandbox';
import { listOf } from '../sandbox';
import {
  addonProperties,
  applicationProperties,
  common,
  idOf,
  isThere,
  objectIn,
  teamProperties,
} from './expectedProperties';
import { expectedUsers } from './expectedUsers';

/** An entity or relationship as it must be written: without raw data. */
export type Expected = Record<string, unknown> & {
  _key: string;
  _type: string;
};

export interface ExpectedGraph {
  entities: Expected[];
  relationships: Expected[];
}

/** What the key may read beside what `read` gives. */
export interface Sight {
  /** Its own account. */
  account: boolean;
  /** The members of teams. */
  teamMembers: boolean;
}

export const EVERYTHING: Sight = { account: true, teamMembers: true };
/** A key of scope `read`. */
export const READ_ONLY: Sight = { account: false, teamMembers: false };

/**
 * The documented graph of an organisation, worked out from what its API answers and from what is documented, and
 * from nothing of the integration.
 *
 * @param at when it is collected: the support of a stack depends on it
 */
export function expectedGraph(
  organisation: Organisation,
  { account: seesAccount, teamMembers: seesMembers }: Sight = EVERYTHING,
  at: Date = new Date(),
): ExpectedGraph {
  const entities: Expected[] = [];
  const relationships: Expected[] = [];
  const relate = (
    from: string,
    verb: string,
    to: string,
    _type: string,
    properties: Record<string, unknown> = {},
  ) =>
    relationships.push({
      _key: `${from}|${verb.toLowerCase()}|${to}`,
      _type,
      _class: verb,
      _fromEntityKey: from,
      _toEntityKey: to,
      displayName: verb,
      ...properties,
    });

  const own = organisation.resources.get('/account') as JsonObject;
  const rootKey = `heroku_account:${idOf(own)}`;
  const accounts = listOf(organisation, '/enterprise-accounts');
  const ownTeams = listOf(organisation, '/teams');
  const teams = new Map<string, JsonObject>();
  for (const account of accounts) {
    entities.push({
      ...common('heroku_account', 'Account', account),
      accountType: 'enterprise',
      trial: account.trial,
      ssoEnabled: account.identity_provider !== null,
      ...isThere({ identityProviderId: idIn(account, 'identity_provider') }),
    });
    const path = `/enterprise-accounts/${idOf(account)}`;
    for (const team of listOf(organisation, `${path}/teams`)) {
      teams.set(idOf(team), team);
    }
  }
  for (const team of ownTeams) teams.set(idOf(team), team);

  const seen = new Set(accounts.map(idOf));
  for (const team of teams.values()) {
    const id = idOf(team);
    const account = objectIn(team, 'enterprise_account');
    entities.push(teamProperties(team));
    if (account && !seen.has(idOf(account))) {
      // The key does not see it: it is known by what its teams say.
      seen.add(idOf(account));
      entities.push({
        ...common('heroku_account', 'Account', account),
        accountType: 'enterprise',
      });
    }
    if (account) {
      relate(idOf(account), 'HAS', id, 'heroku_account_has_team');
    } else if (seesAccount) {
      relate(rootKey, 'HAS', id, 'heroku_account_has_team');
    }
  }

  const personal = listOf(organisation, '/users/~/apps');
  const isRoot =
    accounts.length === 0 ||
    ownTeams.some((team) => team.enterprise_account === null);
  const users = expectedUsers(organisation, [...teams.keys()], {
    account: seesAccount ? own : undefined,
    isRoot,
    seesMembers,
  });
  entities.push(...users.entities);
  for (const { from, to, type, properties } of users.memberships) {
    relate(from, 'HAS', to, type, properties);
  }
  if (seesAccount && (isRoot || users.outside.length > 0)) {
    entities.push({
      ...common('heroku_account', 'Account', own),
      _key: rootKey,
      name: own.email,
      displayName: own.email,
      accountType: 'individual',
      trial: false,
      ssoEnabled: own.identity_provider !== null,
      ...isThere({ identityProviderId: idIn(own, 'identity_provider') }),
    });
    const hasMember = 'heroku_account_has_member';
    if (isRoot) {
      relate(rootKey, 'HAS', idOf(own), hasMember, { external: false });
    }
    for (const id of users.outside) {
      relate(rootKey, 'HAS', id, hasMember, { external: true });
    }
  }

  const stacks = new Map(
    listOf(organisation, '/stacks').map((stack) => [stack.name, stack.state]),
  );
  const apps = new Set<string>();
  const addApp = (app: JsonObject, teamId?: string) => {
    apps.add(idOf(app));
    entities.push(applicationProperties(app, teamId, stacks, at));
  };
  for (const teamId of teams.keys()) {
    for (const app of listOf(organisation, `/teams/${teamId}/apps`)) {
      addApp(app, teamId);
      relate(teamId, 'OWNS', idOf(app), 'heroku_team_owns_application');
    }
  }
  for (const app of personal) {
    addApp(app);
    const owner = idIn(app, 'owner') ?? '';
    const type = 'heroku_account_member_owns_application';
    relate(owner, 'OWNS', idOf(app), type);
  }
  for (const addon of listOf(organisation, '/addons')) {
    const owner = idIn(addon, 'app') ?? '';
    if (!apps.has(owner)) continue;
    entities.push(addonProperties(addon));
    relate(owner, 'HAS', idOf(addon), 'heroku_application_has_addon');
  }
  return { entities, relationships };
}

function idIn(object: JsonObject, field: string): string | undefined {
  const inner = objectIn(object, field);
  return inner && idOf(inner);
}
