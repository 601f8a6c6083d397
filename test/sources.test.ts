import { Sources } from '../src/steps/ids';
import type { JsonObject, Sandbox } from './sandbox';
import { listOf, startSandbox } from './sandbox';
import { createOrganisation } from './sandbox/organisations';
import type { Source } from './sandboxStep';
import { collectSources } from './sandboxStep';

const now = new Date('2026-05-01T10:00:00Z');
let sandbox: Sandbox;
let accounts: number;
let teams: number;
let personalApps: number;
let pipelines: number;
let spaces: number;
let allocatedSpaces: number;
let cedarSpaces: number;
let invitingTeams: number;
let shieldSpaces: number;
let reviewedPipelines: number;
let teamsWithTokens: number;
let teamsWithControls: number;
let apps: number;
let cedarApps: number;
let appsWithCustomDomain: number;
/** What the documented graph alone costs. */
let documented: Record<string, number>;

beforeAll(async () => {
  sandbox = await startSandbox({
    organisation: createOrganisation('enterprise', { now }),
  });
  const { organisation } = sandbox;
  const list = (path: string) => listOf(organisation, path);
  accounts = list('/enterprise-accounts').length;
  // The accounts' lists have the user's own teams too; one team belongs to no account.
  const allTeams = new Map(
    [...organisation.resources]
      .filter(([path]) => path === '/teams' || /s\/[^/]+\/teams$/.test(path))
      .flatMap(([path]) => list(path).map((team) => [team.id, team])),
  );
  teams = allTeams.size;
  invitingTeams = [...allTeams.values()].filter(
    (team) => !team.enterprise_account,
  ).length;
  personalApps = list('/users/~/apps').length;
  pipelines = list('/pipelines').length;
  spaces = list('/spaces').length;
  allocatedSpaces = list('/spaces').filter(
    ({ state }) => state === 'allocated',
  ).length;
  cedarSpaces = list('/spaces').filter(isNotFir).length;
  shieldSpaces = list('/spaces').filter(({ shield }) => shield === true).length;
  const count = (route: RegExp, has: (one: JsonObject) => unknown) =>
    [...organisation.resources].filter(
      ([path, answer]) => route.test(path) && [answer].flat().some(has),
    ).length;
  reviewedPipelines = count(/review-app-config$/, () => true);
  teamsWithTokens = count(/^.teams.[^/]+.oauth.authorizations$/, () => true);
  teamsWithControls = count(
    /^.teams.[^/]+.preferences$/,
    (one) => one['addons-controls'] === true,
  );
  apps = list('/apps').length;
  cedarApps = list('/apps').filter(isNotFir).length;
  appsWithCustomDomain = [...organisation.resources.keys()].filter(
    (path) =>
      /^\/apps\/[^/]+\/domains$/.test(path) &&
      list(path).some(({ kind }) => kind === 'custom'),
  ).length;
  documented = await requestsWith([]);
});
afterAll(() => sandbox.close());

function isNotFir({ generation }: JsonObject): boolean {
  return (generation as { name?: unknown } | null)?.name !== 'fir';
}

async function requestsWith(
  sources: Source[],
  settings?: { ingestAppDetails?: boolean },
): Promise<Record<string, number>> {
  sandbox.requests.length = 0;
  await collectSources(sandbox, sources, settings);
  const counts: Record<string, number> = {};
  for (const { route } of sandbox.requests) {
    counts[route] = (counts[route] ?? 0) + 1;
  }
  return counts;
}

const PER_APP: [string, Source[], () => Record<string, number>][] = [
  ['domains', [Sources.DOMAINS], () => ({ '/apps/:id/domains': apps })],
  [
    'domains and certificates',
    [Sources.DOMAINS, Sources.CERTIFICATES],
    () => ({
      '/apps/:id/domains': apps,
      '/apps/:id/sni-endpoints': appsWithCustomDomain,
    }),
  ],
  ['certificates alone', [Sources.CERTIFICATES], () => ({})],
  [
    'log drains',
    [Sources.LOG_DRAINS],
    () => ({ '/apps/:id/log-drains': cedarApps }),
  ],
  ['webhooks', [Sources.WEBHOOKS], () => ({ '/apps/:id/webhooks': apps })],
  ['processes', [Sources.PROCESSES], () => ({ '/apps/:id/formation': apps })],
  ['features', [Sources.APP_FEATURES], () => ({ '/apps/:id/features': apps })],
  [
    'telemetry',
    [Sources.TELEMETRY],
    () => ({ '/apps/:id/telemetry-drains': apps - cedarApps }),
  ],
];

const WITHOUT_DETAILS: [string, Source[], () => Record<string, number>][] = [
  [
    'Private Spaces',
    [Sources.PRIVATE_SPACES],
    () => ({
      '/spaces': 1,
      '/spaces/:id/nat': allocatedSpaces,
      '/spaces/:id/inbound-ruleset': cedarSpaces,
      '/spaces/:id/vpn-connections': cedarSpaces,
      '/spaces/:id/peerings': cedarSpaces,
    }),
  ],
  [
    'app access',
    [Sources.APP_ACCESS],
    () => ({
      '/teams/:id/permissions': teams,
      '/apps/:id/collaborators': personalApps,
    }),
  ],
  [
    'team governance',
    [Sources.TEAM_GOVERNANCE],
    () => ({
      '/teams/:id/invitations': invitingTeams,
      '/teams/:id/identity-providers': teams,
      '/teams/:id/preferences': teams,
    }),
  ],
  [
    'shared add-ons',
    [Sources.ADDON_ATTACHMENTS],
    () => ({ '/addon-attachments': 1 }),
  ],
  [
    'pipelines',
    [Sources.PIPELINES],
    () => ({
      '/pipelines': 1,
      '/pipeline-couplings': 1,
      '/pipelines/:id/review-app-config': pipelines,
    }),
  ],
  [
    'credentials',
    [Sources.CREDENTIALS],
    () => ({ '/oauth/authorizations': 1, '/account/keys': 1 }),
  ],
  [
    'deployments',
    [Sources.DEPLOYMENTS],
    () => ({
      '/pipelines': 1,
      '/pipeline-couplings': 1,
      '/pipelines/:id/latest-releases': pipelines,
      '/pipelines/:id/latest-builds': pipelines,
    }),
  ],
  [
    'review apps, with pipelines',
    [Sources.PIPELINES, Sources.REVIEW_APPS],
    () => ({
      '/pipelines': 1,
      '/pipeline-couplings': 1,
      '/pipelines/:id/review-app-config': pipelines,
      '/pipelines/:id/review-apps': reviewedPipelines,
    }),
  ],
  ['review apps alone', [Sources.REVIEW_APPS], () => ({})],
  [
    'team authorizations',
    [Sources.TEAM_AUTHORIZATIONS],
    () => ({
      '/teams/:id/oauth/authorizations': teams,
      '/teams/:id/features': teams - teamsWithTokens,
    }),
  ],
  [
    'telemetry, with Private Spaces',
    [Sources.PRIVATE_SPACES, Sources.TELEMETRY],
    () => ({
      '/spaces': 1,
      '/spaces/:id/nat': allocatedSpaces,
      '/spaces/:id/inbound-ruleset': cedarSpaces,
      '/spaces/:id/vpn-connections': cedarSpaces,
      '/spaces/:id/peerings': cedarSpaces,
      '/spaces/:id/telemetry-drains': allocatedSpaces - cedarSpaces,
      '/spaces/:id/log-drain': shieldSpaces,
    }),
  ],
  [
    'add-on controls',
    [Sources.ADDON_CONTROLS],
    () => ({
      '/teams/:id/preferences': teams,
      '/teams/:id/allowed-addon-services': teamsWithControls,
    }),
  ],
  ['transfers', [Sources.TRANSFERS], () => ({ '/account/app-transfers': 1 })],
  ['OAuth clients', [Sources.OAUTH_CLIENTS], () => ({ '/oauth/clients': 1 })],
  [
    'delinquency',
    [Sources.DELINQUENCY],
    () => ({ '/account/delinquency': 1, '/teams/:id/delinquency': teams }),
  ],
  [
    'usage',
    [Sources.USAGE],
    () => ({ '/enterprise-accounts/:id/usage/monthly': accounts }),
  ],
  ['regions', [Sources.REGIONS], () => ({ '/regions': 1 })],
];

test.each(WITHOUT_DETAILS)(
  'the source %s costs what it says',
  async (_, sources, cost) => {
    expect(await requestsWith(sources)).toEqual({ ...documented, ...cost() });
  },
);

test.each(PER_APP)(
  'the source %s costs what it says, with ingestAppDetails',
  async (_, sources, cost) => {
    expect(await requestsWith(sources, { ingestAppDetails: true })).toEqual({
      ...documented,
      ...cost(),
    });
  },
);

test('the documented graph alone costs 5 + 2E + 3T, and asks for nothing else', () => {
  expect(documented).toEqual({
    '/account': 1,
    '/enterprise-accounts': 1,
    '/teams': 1,
    '/users/~/apps': 1,
    '/addons': 1,
    '/enterprise-accounts/:id/members': accounts,
    '/enterprise-accounts/:id/teams': accounts,
    '/teams/:id/members': teams,
    '/teams/:id/apps': teams,
    '/teams/:id/addons': teams,
  });
});

test('all sources without app details cost at most 15 + 3E + 10T + 4P + 5S, and one for each personal app', async () => {
  const counts = Object.values(await requestsWith(Object.values(Sources)));

  expect(counts.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(
    15 + 3 * accounts + 10 * teams + 4 * pipelines + 5 * spaces + personalApps,
  );
});

test('every source is among those whose cost is held here', () => {
  const held = new Set(
    [...WITHOUT_DETAILS, ...PER_APP].flatMap(([, sources]) => sources),
  );
  expect([...held].sort()).toEqual(Object.values(Sources).sort());
});

test.each([undefined, false])(
  'with ingestAppDetails %s, no app is asked for its details',
  async (ingestAppDetails) => {
    const sources = PER_APP.flatMap(([, each]) => each);

    expect(await requestsWith(sources, { ingestAppDetails })).toEqual(
      documented,
    );
  },
);

test('a source that is off costs nothing, ingestAppDetails or not', async () => {
  expect(await requestsWith([], { ingestAppDetails: true })).toEqual(
    documented,
  );
});
