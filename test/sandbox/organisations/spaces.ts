import type { JsonObject } from '../organisation';
import { dynos } from './appInside';
import type { Context } from './context';
import { uuid } from './identity';
import { generationReference, regionReference } from './placement';
import { processesOf } from './processes';
import {
  inboundRuleset,
  nat as outgoing,
  peering,
  peeringInfo,
} from './spaceNetwork';
import type { SpaceDescription } from './surroundings';
import { notOnFir } from './fir';
import { vpnConnection } from './vpn';

/** The private spaces that the token sees, with their networks. */
export function addSpaces(context: Context): void {
  const spaces = context.description.spaces ?? [];
  context.setList(
    '/spaces',
    spaces.map((description) => space(context, description)),
    '/spaces',
  );
  for (const description of spaces) {
    const id = uuid('space', description.name);
    const path = `/spaces/${id}`;
    context.alias(description.name, id);
    if (isAllocated(description) && description.nat !== undefined) {
      const { nat, createdDaysAgo } = description;
      const addresses = outgoing(context, nat, createdDaysAgo);
      context.resources.set(`${path}/nat`, addresses);
    } else {
      context.refuse(
        `${path}/nat`,
        `The space ${description.name} is not allocated.`,
      );
    }
    context.resources.set(`${path}/topology`, topology(context, description));
    context.setList(`${path}/dynos`, runningIn(context, description));
    if (description.fir) {
      refuseToFirSpace(context, path);
    } else {
      addCedarSpace(context, description, path);
    }
  }
}

function isAllocated({ state = 'allocated' }: SpaceDescription): boolean {
  return state === 'allocated';
}

/** What Cedar spaces have beside Fir ones: a firewall, and connections with other networks. */
function addCedarSpace(
  context: Context,
  description: SpaceDescription,
  path: string,
): void {
  const { name, inbound, peerings = [], vpns = [] } = description;
  if (inbound !== undefined) {
    const ruleset = inboundRuleset(context, name, inbound);
    context.resources.set(`${path}/inbound-ruleset`, ruleset);
    context.setList(`${path}/inbound-rulesets`, [ruleset]);
  }
  context.resources.set(`${path}/peering-info`, peeringInfo(description));
  context.setList(
    `${path}/peerings`,
    peerings.map((one) => peering(context, one)),
  );
  context.setList(
    `${path}/vpn-connections`,
    vpns.map((one) => vpnConnection(context, description, one)),
  );
}

function refuseToFirSpace(context: Context, path: string): void {
  for (const lacking of [
    'inbound-ruleset',
    'inbound-rulesets',
    'peering-info',
    'peerings',
    'vpn-connections',
    'log-drain',
  ]) {
    context.refuse(`${path}/${lacking}`, notOnFir('spaces'));
  }
}

function space(context: Context, description: SpaceDescription): JsonObject {
  const team = context.teamReference(description.team);
  return {
    id: uuid('space', description.name),
    name: description.name,
    ...context.dated(description.createdDaysAgo),
    cidr: description.cidr,
    data_cidr: description.dataCidr,
    generation: generationReference(description.fir ?? false),
    organization: { name: team.name },
    region: regionReference(description.region),
    shield: description.shield ?? false,
    state: description.state ?? 'allocated',
    team,
    ...context.beyond(description),
  };
}

/** What runs in a space, app by app. */
function runningIn(context: Context, { name }: SpaceDescription): JsonObject[] {
  const apps = context.description.apps ?? [];
  return apps
    .filter(({ space }) => space === name)
    .map((app) => ({
      app_id: context.appReference(app.name).id,
      app_name: app.name,
      dynos: dynos(context, app),
    }));
}

function topology(context: Context, { name }: SpaceDescription): JsonObject {
  const apps = (context.description.apps ?? []).filter(
    (app) => app.space === name,
  );
  return {
    version: 1,
    apps: apps.map((app, appIndex) => ({
      id: context.appReference(app.name).id,
      domains: (app.domains ?? []).map(({ hostname }) => hostname),
      formation: processesOf(app).map(({ type, quantity }) => ({
        id: uuid('formation', `${app.name} ${type}`),
        process_type: type,
        dynos: Array.from({ length: quantity }, (_, dyno) => ({
          id: uuid('dyno', `${app.name} ${type}.${dyno + 1}`),
          number: dyno + 1,
          private_ip: `10.0.${appIndex}.${10 + dyno}`,
          hostname: `${dyno + 1}.${type}.${app.name}.app.localspace`,
        })),
      })),
    })),
  };
}
