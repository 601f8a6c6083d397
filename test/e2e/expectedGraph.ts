import type { JsonObject, Organisation } from '../sandbox';
import { listOf } from '../sandbox';
import {
  dueDatesAt,
  enterpriseAccount,
  expectedUsage,
  ownAccount,
  teamAccount,
  teamProperties,
} from './expectedAccounts';
import {
  addonProperties,
  dataStoreProperties,
  vendorOfAddon,
} from './expectedAddons';
import { applicationProperties, placedApps } from './expectedApplications';
import type { Circumstances, Expected } from './expectedProperties';
import { idIn, idOf, objectIn, related, textIn } from './expectedProperties';
import { expectedUsers } from './expectedUsers';

export interface ExpectedGraph {
  entities: Expected[];
  relationships: Expected[];
  mappedRelationships: Expected[];
}

/** What the key may read beside what `read` gives. */
export interface Sight {
  /** Its own account; the token of a team has none but its team. */
  account: boolean | 'team';
  /** The members of teams. */
  teamMembers: boolean;
}

export const EVERYTHING: Sight = { account: true, teamMembers: true };
/** A key of scope `read`. */
export const READ_ONLY: Sight = { account: false, teamMembers: false };
/** The token of a team. */
export const TEAM_TOKEN: Sight = { account: 'team', teamMembers: true };

/**
 * The documented graph of an organisation, worked out from what its API answers and from what is documented, and
 * from nothing of the integration. Some of its properties come from ingestion sources.
 */
export function expectedGraph(
  organisation: Organisation,
  circumstances: Circumstances,
  sight: Sight = EVERYTHING,
): ExpectedGraph {
  const { teamMembers: seesMembers } = sight;
  const seesAccount = sight.account === true;
  const entities: Expected[] = [];
  const relationships: Expected[] = [];
  const mappedRelationships: Expected[] = [];
  const relate = (...end: Parameters<typeof related>) =>
    relationships.push(related(...end));

  const own = organisation.resources.get('/account') as JsonObject;
  const rootKey = `heroku_account:${idOf(own)}`;
  const accounts = listOf(organisation, '/enterprise-accounts');
  const ownTeams = listOf(organisation, '/teams');
  const usage = expectedUsage(organisation, circumstances);
  const teams = new Map<string, JsonObject>();
  for (const account of accounts) {
    entities.push(enterpriseAccount(account, usage.get(idOf(account))));
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
    entities.push(
      teamProperties(team, {
        ...usage.get(id),
        ...dueDatesAt(organisation, `/teams/${id}`, circumstances),
      }),
    );
    if (account && !seen.has(idOf(account))) {
      // The key does not see it: it is known by what its teams say.
      seen.add(idOf(account));
      entities.push(enterpriseAccount(account));
    }
    if (account) {
      relate(idOf(account), 'HAS', id, 'heroku_account_has_team');
    } else if (sight.account) {
      const key = seesAccount ? rootKey : `heroku_account:${id}`;
      if (!seesAccount) entities.push(teamAccount(team, key));
      relate(key, 'HAS', id, 'heroku_account_has_team');
    }
  }

  const personal = listOf(organisation, '/users/~/apps');
  const isRoot =
    accounts.length === 0 ||
    ownTeams.some((team) => team.enterprise_account === null) ||
    isAnybodyOutside(organisation, own);
  const users = expectedUsers(organisation, [...teams.keys()], {
    account: seesAccount ? own : undefined,
    isRoot,
    seesMembers,
  });
  entities.push(...users.entities);
  relationships.push(...users.memberships);
  if (seesAccount && isRoot) {
    const dueDates = dueDatesAt(organisation, '/account', circumstances);
    entities.push(ownAccount(own, rootKey, dueDates));
    const hasMember = 'heroku_account_has_member';
    relate(rootKey, 'HAS', idOf(own), hasMember, { external: false });
    for (const id of users.outside) {
      relate(rootKey, 'HAS', id, hasMember, { external: true });
    }
  }

  const placed = placedApps(organisation, circumstances);
  const teamOfApp = new Map<string, string | undefined>();
  const addApp = (app: JsonObject, teamId?: string) => {
    teamOfApp.set(idOf(app), teamId);
    entities.push({
      ...applicationProperties(app, teamId, placed, circumstances.at),
      ...usage.get(`${teamId} ${textIn(app, 'name')}`),
    });
  };
  for (const teamId of teams.keys()) {
    for (const app of listOf(organisation, `/teams/${teamId}/apps`)) {
      addApp(app, teamId);
      const type = 'heroku_team_owns_application';
      relate(teamId, 'OWNS', idOf(app), type, { locked: app.locked });
    }
  }
  for (const app of personal) {
    addApp(app);
    const owner = idIn(app, 'owner') ?? '';
    const type = 'heroku_account_member_owns_application';
    relate(owner, 'OWNS', idOf(app), type);
  }
  const allowed = new Map(
    [...teams.keys()].map((id) => [
      id,
      allowedServices(organisation, id, circumstances),
    ]),
  );
  for (const addon of listOf(organisation, '/addons')) {
    const owner = idIn(addon, 'app') ?? '';
    if (!teamOfApp.has(owner)) continue;
    const teamId = teamOfApp.get(owner) ?? '';
    entities.push(addonProperties(addon, allowed.get(teamId)));
    relate(owner, 'HAS', idOf(addon), 'heroku_application_has_addon');
    const dataStore = dataStoreProperties(addon);
    if (dataStore) {
      entities.push(dataStore);
      const { _key } = dataStore;
      relate(idOf(addon), 'HAS', _key, 'heroku_addon_has_data_store');
    }
    mappedRelationships.push(vendorOfAddon(addon));
  }
  return { entities, relationships, mappedRelationships };
}

/** Whether the key's own user, or the owner of a personal app, is a member of no enterprise account. */
function isAnybodyOutside(organisation: Organisation, own: JsonObject) {
  const members = new Set(
    listOf(organisation, '/enterprise-accounts').flatMap((account) =>
      listOf(organisation, `/enterprise-accounts/${idOf(account)}/members`).map(
        (member) => idIn(member, 'user'),
      ),
    ),
  );
  return [
    idOf(own),
    ...listOf(organisation, '/users/~/apps').map((app) => idIn(app, 'owner')),
  ].some((id) => !members.has(id));
}

/** The add-on services that a team allows, where it has add-on controls on and they are collected. */
export function allowedServices(
  organisation: Organisation,
  teamId: string,
  { isOn }: Pick<Circumstances, 'isOn'>,
): string[] | undefined {
  const path = `/teams/${teamId}`;
  const preferences = organisation.resources.get(`${path}/preferences`);
  if (
    !isOn('addon-controls') ||
    (preferences as JsonObject | undefined)?.['addons-controls'] !== true
  ) {
    return undefined;
  }
  return listOf(organisation, `${path}/allowed-addon-services`)
    .map(({ addon_service: service }) =>
      String((service as JsonObject).name as string),
    )
    .sort();
}
