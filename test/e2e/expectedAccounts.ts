import type { JsonObject, Organisation } from '../sandbox';
import { listOf } from '../sandbox';
import type { Circumstances, Expected } from './expectedProperties';
import {
  common,
  idIn,
  idOf,
  isThere,
  objectIn,
  textIn,
  timeIn,
} from './expectedProperties';

/** What is documented of accounts and teams, worked out of Heroku's answers: see {@link file://./expectedGraph.ts}. */

const EVERY_ACCOUNT = {
  vendor: 'Heroku',
  accessURL: 'https://dashboard.heroku.com',
};

/** An enterprise account; of one that the key does not see no more is known than what its teams say. */
export function enterpriseAccount(
  account: JsonObject,
  usage: Record<string, unknown> = {},
): Expected {
  return {
    ...common('heroku_account', 'Account', account),
    ...EVERY_ACCOUNT,
    accountType: 'enterprise',
    ...usage,
    ...isThere({ trial: account.trial, ...signOn(account) }),
  };
}

/** The API key's own account, as the root of what belongs to no enterprise account. */
export function ownAccount(
  account: JsonObject,
  key: string,
  dueDates: Record<string, unknown>,
): Expected {
  return {
    ...common('heroku_account', 'Account', account),
    ...EVERY_ACCOUNT,
    _key: key,
    name: account.email,
    displayName: account.email,
    accountType: 'individual',
    ...dueDates,
    ...isThere({
      delinquentOn: timeIn(account, 'delinquent_at'),
      ...signOn(account),
    }),
  };
}

/** The root of the graph of a team's own token. */
export function teamAccount(team: JsonObject, key: string): Expected {
  return {
    ...common('heroku_account', 'Account', team),
    ...EVERY_ACCOUNT,
    _key: key,
    accountType: 'team',
  };
}

function signOn(account: JsonObject): Record<string, unknown> {
  return {
    ssoEnabled:
      'identity_provider' in account
        ? account.identity_provider !== null
        : undefined,
    identityProviderId: idIn(account, 'identity_provider'),
  };
}

export function teamProperties(
  team: JsonObject,
  costs: Record<string, unknown>,
): Expected {
  return {
    ...common('heroku_team', 'Team', team),
    _class: ['Team', 'UserGroup'],
    webLink: `https://dashboard.heroku.com/teams/${textIn(team, 'name')}`,
    teamType: team.type,
    ssoEnabled: team.identity_provider !== null,
    default: team.default,
    provisionedLicenses: team.provisioned_licenses,
    ...costs,
    ...isThere({
      enterpriseAccountId: objectIn(team, 'enterprise_account')?.id,
      membershipLimit: team.membership_limit,
    }),
  };
}

/** When bills that are not paid have consequences. */
export function dueDatesAt(
  organisation: Organisation,
  path: '/account' | `/teams/${string}`,
  { isOn }: Circumstances,
): Record<string, unknown> {
  const dates = organisation.resources.get(`${path}/delinquency`);
  if (!isOn('delinquency') || dates === undefined) return {};
  return isThere({
    suspensionDueOn: timeIn(dates as JsonObject, 'scheduled_suspension_time'),
    deletionDueOn: timeIn(dates as JsonObject, 'scheduled_deletion_time'),
  });
}

/** What was used in the month before, by the id of the account or team, or by team and name of the app. */
export function expectedUsage(
  organisation: Organisation,
  { at, isOn }: Circumstances,
): Map<string, Record<string, unknown>> {
  const used = new Map<string, Record<string, unknown>>();
  if (!isOn('usage')) return used;
  const before = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - 1));
  const usageMonth = before.toISOString().slice(0, 7);
  const add = (key: string, amounts: JsonObject) =>
    used.set(key, {
      usageMonth,
      usageDynos: amounts.dynos,
      usageData: amounts.data,
      usageAddons: amounts.addons,
      usagePartner: amounts.partner,
    });
  for (const account of listOf(organisation, '/enterprise-accounts')) {
    const path = `/enterprise-accounts/${idOf(account)}/usage/monthly`;
    for (const month of listOf(organisation, path)) {
      add(idOf(account), month);
      for (const team of month.teams as JsonObject[]) {
        add(idOf(team), team);
        for (const app of team.apps as JsonObject[]) {
          add(`${idOf(team)} ${textIn(app, 'app_name')}`, app);
        }
      }
    }
  }
  return used;
}
