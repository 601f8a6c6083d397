import type { JsonObject } from '../organisation';
import { catalogueEntry } from './addonCatalogue';
import type { AddonDescription } from './appDescription';
import type { Context } from './context';
import { numberFrom, pick, uuid } from './identity';

/** Add-ons by team, by app (those attached from elsewhere too), and the list of them all. */
export function addAddons(context: Context): void {
  const addons = context.description.addons ?? [];
  const bills = new Map<string, JsonObject>();
  const made = addons.map((description) => {
    const { team } = context.app(description.app);
    const payer = team ?? description.app;
    let bill = bills.get(payer);
    if (bill === undefined) {
      bill = billingEntity(context, description.app);
      bills.set(payer, bill);
    }
    return addon(context, description, bill);
  });
  const byTeam = new Map<string, JsonObject[]>();
  addons.forEach((description, index) => {
    const team = description.listedBy ?? context.app(description.app).team;
    const one = made[index];
    if (team === undefined || one === undefined) return;
    const ofTeam = byTeam.get(team);
    if (ofTeam === undefined) byTeam.set(team, [one]);
    else ofTeam.push(one);
  });
  for (const { name } of context.description.teams ?? []) {
    context.setList(
      `/teams/${uuid('team', name)}/addons`,
      byTeam.get(name) ?? [],
    );
  }
  context.setList('/addons', made);

  let byApp: Map<string, JsonObject[]> | undefined;
  context.resources.defineForEachApp('/addons', (app) => {
    byApp ??= groupByApp(addons, made);
    return byApp.get(app) ?? [];
  });
}

/** The name of an add-on: its own, or the one that Heroku would make up. */
export function addonName(description: AddonDescription): string {
  if (description.name !== undefined) return description.name;
  const { prefix } = catalogueEntry(description.plan);
  const id = uuid(
    'addon-name',
    `${description.app} ${description.plan} ${description.as}`,
  );
  const word = pick(id, [
    'angular',
    'concave',
    'curved',
    'cylindrical',
    'flat',
    'oval',
    'rugged',
    'sinuous',
    'tetrahedral',
  ]);
  return `${prefix}-${word}-${10_000 + numberFrom(id.slice(9, 13), 55_000)}`;
}

/** The id of an add-on. */
export function addonId(description: AddonDescription): string {
  return uuid('addon', addonName(description));
}

/** Who pays for an app's add-ons; one object for all apps of a team. */
function billingEntity(context: Context, appName: string): JsonObject {
  const { team } = context.app(appName);
  return team === undefined
    ? { ...context.appReference(appName), type: 'app' }
    : { ...context.teamReference(team), type: 'team' };
}

function addon(
  context: Context,
  description: AddonDescription,
  bill: JsonObject,
): JsonObject {
  const name = addonName(description);
  const id = uuid('addon', name);
  const { createdDaysAgo } = context.app(description.app);
  const app = context.appReference(description.app);
  const { plan, service, price, configVars, prefix } = catalogueEntry(
    description.plan,
  );
  const age = description.createdDaysAgo ?? createdDaysAgo;
  const fields: JsonObject = {
    id,
    name,
    actions: [],
    addon_service: service,
    app,
    billed_price: price,
    billing_entity: bill,
    config_vars:
      description.as === undefined ? configVars : [`${description.as}_URL`],
    created_at: context.ago(age),
    plan,
    provider_id: id.slice(0, 8),
    provision_message: context.secrets.secret('addon', id, 'provision_message'),
    state: description.state ?? 'provisioned',
    updated_at: context.ago(age / 2),
    web_url:
      description.webUrl === null
        ? null
        : `https://addons-sso.heroku.com/${prefix}/${id}`,
  };
  Object.assign(fields, context.beyond(description));
  return fields;
}

/** The add-ons that each app uses: its own, and those that another app shares with it. */
function groupByApp(
  descriptions: AddonDescription[],
  made: JsonObject[],
): Map<string, JsonObject[]> {
  const byApp = new Map<string, JsonObject[]>();
  descriptions.forEach(({ app, attachedTo = [] }, index) => {
    const one = made[index];
    if (one === undefined) return;
    for (const name of new Set([
      app,
      ...attachedTo.map((other) => other.app),
    ])) {
      const ofApp = byApp.get(name);
      if (ofApp === undefined) byApp.set(name, [one]);
      else ofApp.push(one);
    }
  });
  return byApp;
}
