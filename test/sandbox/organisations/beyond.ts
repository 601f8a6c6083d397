import type { JsonObject } from '../organisation';
import type { Context } from './context';
import type {
  DeploymentDescription,
  ReviewAppDescription,
} from './deployments';
import type { AuthorizationDescription } from './description';
import { uuid } from './identity';
import { authorization } from './people';

/** What is beside the core of an organisation: how it ships, what its teams hold, what it sends and what it costs. */
export interface BeyondDescription {
  deployments?: DeploymentDescription[];
  reviewApps?: ReviewAppDescription[];
  /** The authorizations of teams that may have any, by team. */
  teamAuthorizations?: Record<string, AuthorizationDescription[]>;
  /** Where Fir spaces and apps send telemetry. */
  telemetryDrains?: Array<{
    space?: string;
    app?: string;
    type: 'otlphttp' | 'otlp';
    endpoint: string;
    signals: string[];
  }>;
  /** Where Shield spaces send logs, by space. */
  spaceLogDrains?: Record<string, string>;
  /** The add-on services that teams with add-on controls allow, by team. */
  allowedAddonServices?: Record<string, string[]>;
  /** The features that are on, by app; all others are off. */
  appFeatures?: Record<string, string[]>;
  transfers?: Array<{ app: string; from: string; to: string; state: string }>;
  oauthClients?: Array<{ name: string; redirect: string }>;
  /** Teams whose bills are not paid: in how many days they are suspended and deleted. */
  delinquent?: Record<string, { suspendedIn: number; deletedIn: number }>;
  /** What enterprise accounts used in a month: dyno units by app, the rest follows. */
  usage?: Record<string, Record<string, Record<string, number>>>;
}

const FEATURES = [
  'http-session-affinity',
  'preboot',
  'runtime-heroku-exec',
  'spaces-tls-legacy',
  'spaces-tls-modern',
];

const REGIONS = [
  ['us', 'United States', 'us-east-1'],
  ['eu', 'Ireland', 'eu-west-1'],
  ['virginia', 'United States', 'us-east-1'],
  ['oregon', 'United States', 'us-west-2'],
  ['frankfurt', 'Germany', 'eu-central-1'],
  ['dublin', 'Ireland', 'eu-west-1'],
  ['sydney', 'Australia', 'ap-southeast-2'],
  ['tokyo', 'Japan', 'ap-northeast-1'],
] as const;

/** Everything of an organisation that its description calls beyond. */
export function addBeyond(context: Context): void {
  addTeams(context);
  addSpaces(context);
  addApps(context);
  addOwn(context);
  addUsage(context);
  context.setList(
    '/regions',
    REGIONS.map((one) => region(context, one)),
    '/regions',
  );
}

function addTeams(context: Context): void {
  const { beyond = {}, teams = [] } = context.description;
  for (const { name } of teams) {
    const path = `/teams/${context.teamReference(name).id}`;
    const authorizations = beyond.teamAuthorizations?.[name];
    // A team without team tokens has no such list.
    if (authorizations) {
      context.setList(
        `${path}/oauth/authorizations`,
        authorizations.map((one) => authorization(context, one)),
      );
    }
    context.setList(
      `${path}/allowed-addon-services`,
      (beyond.allowedAddonServices?.[name] ?? []).map((service) => ({
        id: uuid('allowed-addon-service', `${name} ${service}`),
        added_at: context.ago(100),
        added_by: context.person(context.description.user),
        addon_service: {
          id: uuid('addon-service', service),
          name: service,
          human_name: service,
        },
      })),
    );
    const delinquent = beyond.delinquent?.[name];
    context.resources.set(`${path}/delinquency`, {
      scheduled_suspension_time: delinquent
        ? context.ago(-delinquent.suspendedIn)
        : null,
      scheduled_deletion_time: delinquent
        ? context.ago(-delinquent.deletedIn)
        : null,
    });
  }
}

function addSpaces(context: Context): void {
  const { beyond = {}, spaces = [] } = context.description;
  for (const { name, fir, shield } of spaces) {
    const path = `/spaces/${uuid('space', name)}`;
    if (fir) {
      context.setList(
        `${path}/telemetry-drains`,
        (beyond.telemetryDrains ?? [])
          .filter(({ space }) => space === name)
          .map((one) =>
            telemetryDrain(context, one, uuid('space', name), 'space'),
          ),
      );
    }
    const url = beyond.spaceLogDrains?.[name];
    if (shield && url !== undefined) {
      const id = uuid('log-drain', name);
      context.resources.set(`${path}/log-drain`, {
        id,
        addon: null,
        ...context.dated(200),
        token: context.secrets.secret('space-log-drain', id, 'token'),
        url: url.replaceAll('SECRET', () =>
          context.secrets.secret('space-log-drain', id, 'url'),
        ),
      });
    }
  }
}

function telemetryDrain(
  context: Context,
  {
    type,
    endpoint,
    signals,
  }: { type: string; endpoint: string; signals: string[] },
  ownerId: string,
  ownerType: string,
): JsonObject {
  const id = uuid('telemetry-drain', `${ownerId} ${endpoint}`);
  const secret = (field: string) =>
    context.secrets.secret('telemetry-drain', id, field);
  return {
    id,
    ...context.dated(30),
    exporter: {
      type,
      endpoint: endpoint.replace('SECRET', () => secret('exporter.endpoint')),
      headers: { Authorization: `Bearer ${secret('exporter.headers')}` },
    },
    owner: { id: ownerId, type: ownerType },
    signals,
  };
}

function addApps(context: Context): void {
  const { beyond = {} } = context.description;
  context.resources.defineForEachApp('/telemetry-drains', (name) =>
    (beyond.telemetryDrains ?? [])
      .filter(({ app }) => app === name)
      .map((one) =>
        telemetryDrain(context, one, context.appReference(name).id, 'app'),
      ),
  );
  context.resources.defineForEachApp('/features', (name) => {
    const isOn = new Set(beyond.appFeatures?.[name] ?? []);
    return FEATURES.map((feature) => ({
      id: uuid('app-feature', `${name} ${feature}`),
      ...context.dated(400),
      name: feature,
      display_name: feature.replaceAll('-', ' '),
      description: `What ${feature} does for an app.`,
      doc_url: `https://devcenter.heroku.com/articles/${feature}`,
      enabled: isOn.has(feature),
      feedback_email: 'feedback@example.com',
      state: 'general',
    }));
  });
}

function addOwn(context: Context): void {
  const { beyond = {} } = context.description;
  context.resources.set('/account/delinquency', {
    scheduled_suspension_time: null,
    scheduled_deletion_time: null,
  });
  context.setList(
    '/account/app-transfers',
    (beyond.transfers ?? []).map(({ app, from, to, state }) => {
      const person = (handle: string) => {
        const { id, email } = context.person(handle);
        return { id, email };
      };
      return {
        id: uuid('app-transfer', app),
        app: context.appReference(app),
        ...context.dated(2),
        owner: person(from),
        recipient: person(to),
        state,
      };
    }),
  );
  context.setList(
    '/oauth/clients',
    (beyond.oauthClients ?? []).map(({ name, redirect }) => {
      const id = uuid('oauth-client', name);
      const secret = (field: string) =>
        context.secrets.secret('oauth-client', id, field);
      return {
        id,
        ...context.dated(300),
        ignores_delinquent: false,
        name,
        redirect_uri: redirect.replace('SECRET', () => secret('redirect_uri')),
        secret: secret('secret'),
      };
    }),
  );
}

function addUsage(context: Context): void {
  const { beyond = {}, enterpriseAccounts = [] } = context.description;
  for (const { name } of enterpriseAccounts) {
    const { id } = context.accountReference(name);
    const teams = Object.entries(beyond.usage?.[name] ?? {}).map(
      ([team, apps]) => ({
        id: context.teamReference(team).id,
        name: team,
        ...amounts(Object.values(apps)),
        connect: 0,
        space: 0,
        apps: Object.entries(apps).map(([app_name, dynos]) => ({
          app_name,
          ...amounts([dynos]),
        })),
      }),
    );
    context.setList(`/enterprise-accounts/${id}/usage/monthly`, [
      {
        id,
        name,
        ...amounts(
          Object.values(beyond.usage?.[name] ?? {}).flatMap(
            Object.values<number>,
          ),
        ),
        connect: 0,
        space: 0,
        teams,
      },
    ]);
  }
}

/** Data and add-ons cost in proportion to dynos here. */
function amounts(dynos: readonly number[]) {
  const sum = dynos.reduce((a, b) => a + b, 0);
  return { dynos: sum, data: sum * 100, addons: sum * 50, partner: sum * 10 };
}

function region(
  context: Context,
  [name, country, awsRegion]: (typeof REGIONS)[number],
): JsonObject {
  return {
    id: uuid('region', name),
    ...context.dated(2000),
    country,
    description: `${country}, ${awsRegion}`,
    locale: awsRegion,
    name,
    private_capable: name.length > 2,
    provider: { name: 'amazon-web-services', region: awsRegion },
  };
}
