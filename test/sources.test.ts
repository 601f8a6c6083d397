import { Sources } from '../src/steps/ids';
import type { Sandbox } from './sandbox';
import { startSandbox } from './sandbox';
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
let apps: number;
let appsWithCertificate: number;
/** What the documented graph alone costs. */
let documented: Record<string, number>;

beforeAll(async () => {
  sandbox = await startSandbox({
    organisation: createOrganisation('enterprise', { now }),
  });
  const { resources } = sandbox.organisation;
  const count = (path: string) => (resources.get(path) as unknown[]).length;
  accounts = count('/enterprise-accounts');
  // The accounts' lists have the user's own teams too; one team belongs to no account.
  teams = new Set(
    [...resources]
      .filter(([path]) => path === '/teams' || /s\/[^/]+\/teams$/.test(path))
      .flatMap(([, list]) => (list as { id: string }[]).map(({ id }) => id)),
  ).size;
  personalApps = count('/users/~/apps');
  pipelines = count('/pipelines');
  spaces = count('/spaces');
  apps = count('/apps');
  appsWithCertificate = [...resources].filter(
    ([path, domains]) =>
      /^\/apps\/[^/]+\/domains$/.test(path) &&
      Array.isArray(domains) &&
      domains.some(({ sni_endpoint }) => sni_endpoint !== null),
  ).length;
  documented = await requestsWith([]);
});
afterAll(() => sandbox.close());

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
      '/apps/:id/sni-endpoints': appsWithCertificate,
    }),
  ],
  ['certificates alone', [Sources.CERTIFICATES], () => ({})],
  [
    'log drains',
    [Sources.LOG_DRAINS],
    () => ({ '/apps/:id/log-drains': apps }),
  ],
  ['webhooks', [Sources.WEBHOOKS], () => ({ '/apps/:id/webhooks': apps })],
  ['processes', [Sources.PROCESSES], () => ({ '/apps/:id/formation': apps })],
];

test.each<[string, Source[], () => Record<string, number>]>([
  [
    'Private Spaces',
    [Sources.PRIVATE_SPACES],
    () => ({
      '/spaces': 1,
      '/spaces/:id/nat': spaces,
      '/spaces/:id/inbound-ruleset': spaces,
      '/spaces/:id/vpn-connections': spaces,
      '/spaces/:id/peerings': spaces,
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
      '/teams/:id/invitations': teams,
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
  ['stack support', [Sources.STACK_SUPPORT], () => ({ '/stacks': 1 })],
  [
    'credentials',
    [Sources.CREDENTIALS],
    () => ({ '/oauth/authorizations': 1, '/account/keys': 1 }),
  ],
])('the source %s costs what it says', async (_, sources, cost) => {
  expect(await requestsWith(sources)).toEqual({ ...documented, ...cost() });
});

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

test('all sources without app details cost at most 12 + 2E + 7T + 2P + 6S, and one for each personal app', async () => {
  const counts = Object.values(await requestsWith(Object.values(Sources)));

  expect(counts.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(
    12 + 2 * accounts + 7 * teams + 2 * pipelines + 6 * spaces + personalApps,
  );
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
