import type { Json, JsonObject } from '../sandbox';
import type { Expected } from './expectedGraph';

/** What is documented of a type, worked out of Heroku's answers: see {@link file://./expectedGraph.ts}. */

/** The day on which each stack's support ends, as Heroku announced it. */
const STACK_ENDS: Readonly<Record<string, string>> = {
  'heroku-18': '2023-04-30',
  'heroku-20': '2025-04-30',
  'heroku-22': '2027-04-30',
  'heroku-24': '2029-04-30',
};

/** What the add-on services of the sandbox do, and whether they hold data; of the others it is not known. */
const SERVICES: Readonly<Record<string, [functions: string[], data: boolean]>> =
  {
    'heroku-postgresql': [['database'], true],
    'heroku-redis': [['database', 'caching'], true],
    'heroku-kafka': [['queuing'], true],
    bonsai: [['indexing'], true],
    cloudamqp: [['queuing'], true],
    jawsdb: [['database'], true],
    memcachier: [['caching'], false],
    newrelic: [['monitoring'], false],
    papertrail: [['logging'], false],
    rollbar: [['monitoring'], false],
    scheduler: [['scheduling'], false],
    sendgrid: [['email'], false],
  };

/** What every entity has. */
export function common(
  _type: string,
  _class: string,
  object: JsonObject,
): Expected {
  const id = idOf(object);
  return {
    _key: id,
    _type,
    _class: [_class],
    id,
    name: object.name,
    displayName: object.name,
    ...isThere({
      createdOn: timeIn(object, 'created_at'),
      updatedOn: timeIn(object, 'updated_at'),
    }),
  };
}

export function teamProperties(team: JsonObject): Expected {
  return {
    ...common('heroku_team', 'Team', team),
    webLink: `https://dashboard.heroku.com/teams/${textIn(team, 'name')}`,
    teamType: team.type,
    ssoEnabled: team.identity_provider !== null,
    default: team.default,
    provisionedLicenses: team.provisioned_licenses,
    ...isThere({
      enterpriseAccountId: objectIn(team, 'enterprise_account')?.id,
      membershipLimit: team.membership_limit,
    }),
  };
}

/** @param teamId the team that owns the app; none for a personal one */
export function applicationProperties(
  app: JsonObject,
  teamId: string | undefined,
  stackStates: ReadonlyMap<Json | undefined, Json | undefined>,
  at: Date,
): Expected {
  const space = objectIn(app, 'space');
  const stack = textIn(objectIn(app, 'stack'), 'name') ?? '';
  const stackEnd = STACK_ENDS[stack] && Date.parse(STACK_ENDS[stack]);
  const state = stackStates.get(stack);
  return {
    ...common('heroku_application', 'Application', app),
    webLink: `https://dashboard.heroku.com/apps/${textIn(app, 'name')}`,
    region: objectIn(app, 'region')?.name,
    stack,
    buildStack: objectIn(app, 'build_stack')?.name,
    maintenance: app.maintenance,
    webUrl: app.web_url,
    ...isThere({
      teamId,
      owner: teamId === undefined ? objectIn(app, 'owner')?.email : undefined,
      generation: objectIn(app, 'generation')?.name,
      stackEndOfLifeOn: stackEnd || undefined,
      stackSupported: stackEnd
        ? at.getTime() < stackEnd
        : state === 'public' || undefined,
      stackState: state,
      spaceId: space?.id,
      shield: space?.shield,
      acmEnabled: app.acm,
      internalRouting: app.internal_routing,
      locked: app.locked,
      archivedOn: timeIn(app, 'archived_at'),
      releasedOn: timeIn(app, 'released_at'),
      slugSize: app.slug_size,
      repoSize: app.repo_size,
    }),
  };
}

export function addonProperties(addon: JsonObject): Expected {
  const service = objectIn(addon, 'addon_service');
  const plan = objectIn(addon, 'plan');
  const bill = objectIn(addon, 'billing_entity');
  const price = objectIn(addon, 'billed_price');
  const known = SERVICES[textIn(service, 'name') ?? ''];
  return {
    ...common('heroku_addon', 'Service', addon),
    applicationId: objectIn(addon, 'app')?.id,
    service: service?.name,
    plan: plan?.name,
    state: addon.state,
    configVarNames: sorted(addon.config_vars),
    category: ['platform'],
    function: known?.[0] ?? [],
    ...isThere({
      serviceState: service?.state,
      planState: plan?.state,
      dataStore: known?.[1],
      billingEntityId: bill?.id,
      billingEntityType: bill?.type,
      priceCents: price?.cents,
      priceUnit: price?.unit,
      endpoints: addon.web_url === null ? undefined : [addon.web_url],
    }),
  };
}

/** The properties without those that Heroku does not say: unknown is absent, never false. */
export function isThere(
  properties: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).filter(([, value]) => value != null),
  );
}

/** A list without an order of its own, as it is collected. */
export function sorted(list: Json | undefined): Json | undefined {
  return Array.isArray(list) ? [...list].sort() : list;
}

export function idOf(object: JsonObject): string {
  const { id } = object;
  if (typeof id !== 'string') throw new Error('An object without an id');
  return id;
}

export function objectIn(
  object: JsonObject,
  field: string,
): JsonObject | undefined {
  const value = object[field];
  return value != null && typeof value === 'object' && !Array.isArray(value)
    ? value
    : undefined;
}

export function textIn(
  object: JsonObject | undefined,
  field: string,
): string | undefined {
  const value = object?.[field];
  return typeof value === 'string' ? value : undefined;
}

/** A date in milliseconds since 1970. */
export function timeIn(object: JsonObject, field: string): number | undefined {
  const value = textIn(object, field);
  return value === undefined ? undefined : Date.parse(value);
}
