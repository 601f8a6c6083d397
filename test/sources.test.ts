import { Sources } from '../src/steps/ids';
import type { Sandbox } from './sandbox';
import { startSandbox } from './sandbox';
import { createOrganisation } from './sandbox/organisations';
import { collectSources } from './sandboxStep';

type Source = (typeof Sources)[keyof typeof Sources];

const now = new Date('2026-05-01T10:00:00Z');
let sandbox: Sandbox;
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
