import { X509Certificate } from 'node:crypto';
import { createOrganisation, troubledOrganisationNames } from './index';
import type { JsonObject } from '../organisation';
import { listOf } from '../organisation';
import { textAt, valueAt } from '../fields';

const now = new Date('2026-05-01T10:00:00Z');
const trouble = createOrganisation('trouble', { now });
const { resources, refusals } = trouble;
const idOf = (name: string) => trouble.aliases.get(name) ?? name;
const list = (path: string) => listOf(trouble, path);

const teams = [...resources.keys()]
  .filter((path) => /^\/teams\/[^/]+$/.test(path))
  .map((path) => resources.get(path) as JsonObject);
const permissions = teams.flatMap(({ id }) =>
  list(`/teams/${id as string}/permissions`),
);
const domains = list(`/apps/${idOf('core-web')}/domains`);
const endpoints = list(`/apps/${idOf('core-web')}/sni-endpoints`);

function spaceOf(name: string) {
  const path = `/spaces/${idOf(name)}`;
  return {
    path,
    ruleset: resources.get(`${path}/inbound-ruleset`) as JsonObject | undefined,
    vpns: list(`${path}/vpn-connections`),
    peerings: list(`${path}/peerings`),
  };
}

describe('people who are none, and people who are spelled two ways', () => {
  test('a team’s pseudo-user may use its apps, collaborates and owns a pipeline', () => {
    const id = idOf('trouble-core');
    const email = 'trouble-core@herokumanager.com';
    const users = permissions.flatMap(
      (entry) => (entry.users ?? []) as JsonObject[],
    );
    expect(users).toContainEqual(expect.objectContaining({ id, email }));
    const collaborators = list(`/apps/${idOf('core-web')}/collaborators`);
    expect(collaborators.map(({ user }) => user)).toContainEqual(
      expect.objectContaining({ id, email }),
    );
    expect(list('/pipelines')[0]?.owner).toEqual({ id, type: 'user' });
  });

  test('a member of a team has no id, and one of the account is spelled otherwise', () => {
    const members = teams.flatMap(({ id }) =>
      list(`/teams/${id as string}/members`),
    );
    const users = members.map(({ user }) => user as JsonObject);
    expect(users.filter(({ id }) => id === undefined)).toHaveLength(1);
    const [account] = list('/enterprise-accounts');
    const spelled = list(
      `/enterprise-accounts/${account?.id as string}/members`,
    ).map((member) => textAt(member, 'user.email') ?? '');
    expect(spelled).toContain('Ezra.LOWE@Example.com');
    expect(users.map(({ email }) => email)).toContain('ezra.lowe@example.com');
  });

  test('nobody is said to have access to one app', () => {
    expect(permissions.filter(({ users }) => users === null)).toHaveLength(1);
  });
});

describe('spaces', () => {
  test('a Fir space and a Fir app refuse what their generation lacks', () => {
    const { path, ruleset } = spaceOf('trouble-fir');
    expect(ruleset).toBeUndefined();
    for (const lacking of ['inbound-ruleset', 'vpn-connections', 'peerings']) {
      expect([lacking, refusals?.get(`${path}/${lacking}`)?.status]).toEqual([
        lacking,
        422,
      ]);
    }
    expect(refusals?.get(`/apps/${idOf('core-fir')}/log-drains`)?.status).toBe(
      422,
    );
    expect(resources.has(`${path}/nat`)).toBe(true);
    expect(list(`${path}/telemetry-drains`)).toHaveLength(1);
    const other = `/apps/${idOf('core-web')}/log-drains`;
    expect([refusals?.has(other), list(other).length]).toEqual([false, 2]);
  });

  test.each(['trouble-allocating', 'trouble-hibernating'])(
    '%s has no addresses yet, and a firewall',
    (name) => {
      const { path, ruleset } = spaceOf(name);
      expect(refusals?.has(`${path}/nat`)).toBe(true);
      expect(resources.has(`${path}/nat`)).toBe(false);
      expect(ruleset).toHaveProperty('rules');
    },
  );

  test('a firewall without an id lets all addresses in, by halves', () => {
    const { ruleset } = spaceOf('trouble-halves');
    expect(ruleset).not.toHaveProperty('id');
    expect(
      (ruleset?.rules as JsonObject[]).map(({ source }) => source),
    ).toEqual(['0.0.0.0/1', '128.0.0.0/1']);
    const { ruleset: other } = spaceOf('trouble-ipv6');
    expect(other).toMatchObject({
      id: expect.any(String) as string,
      applied: false,
    });
  });

  test('two connections of two spaces have one id, and a tunnel changed in words', () => {
    const [one] = spaceOf('trouble-halves').vpns;
    const [other] = spaceOf('trouble-ipv6').vpns;
    expect(one?.id).toBe(other?.id);
    expect(one?.name).not.toBe(other?.name);
    const [tunnel] = one?.tunnels as JsonObject[];
    expect(Date.parse(tunnel?.last_status_change as string)).toBeNaN();
  });

  test('peerings are no more, or end at no time', () => {
    const { peerings } = spaceOf('trouble-halves');
    expect(peerings.map(({ status }) => status)).toEqual([
      'active',
      'rejected',
      'deleted',
      'expired',
    ]);
    expect(peerings[0]?.expires).toBe('');
  });

  test('creating apps is all that somebody may do', () => {
    const users = permissions
      .filter(({ type }) => type === 'space')
      .flatMap((entry) => entry.users as JsonObject[]);
    expect(users.map((user) => user.permissions)).toContainEqual([
      'create_apps',
    ]);
  });
});

describe('certificates', () => {
  test('no domain names one, and one domain still names the one before', () => {
    const named = new Set(
      domains.map((domain) => valueAt(domain, 'sni_endpoint.id')),
    );
    const unnamed = endpoints.filter(({ id }) => !named.has(id));
    expect(unnamed.map(({ name }) => name).sort()).toEqual([
      'current-2',
      'unused-3',
    ]);
    const byName = new Map(endpoints.map((one) => [one.name, one.domains]));
    expect(byName.get('current-2')).toEqual(['www.trouble.example.com']);
    expect(byName.get('lagging-1')).toEqual([]);
    const [lagging] = domains.filter(
      ({ hostname }) => hostname === 'www.trouble.example.com',
    );
    expect(lagging?.sni_endpoint).toMatchObject({ name: 'lagging-1' });
  });

  test('that of an identity provider has no lines around it', () => {
    const [provider] = list(
      `/teams/${idOf('trouble-open')}/identity-providers`,
    );
    const text = provider?.certificate as string;
    expect(text).toMatch(/^[\w+/=]+$/);
    const read = new X509Certificate(Buffer.from(text, 'base64'));
    expect(new Date(read.validTo).getTime()).toBeGreaterThan(now.getTime());
  });
});

describe('what is of another form than it should be', () => {
  test('a drain is no URL but has a password, a webhook is nothing of the kind', () => {
    const path = `/apps/${idOf('core-web')}`;
    const urls = list(`${path}/log-drains`).map(({ url }) => url);
    expect(urls).toContainEqual(
      expect.stringMatching(/^drain:[^@]+@drain\.example\.net/),
    );
    expect(list(`${path}/webhooks`)[0]?.url).toBe('not a URL');
  });

  test('preferences say nothing, or something unknown', () => {
    const said = teams.map(({ id }) =>
      resources.get(`/teams/${id as string}/preferences`),
    );
    expect(said).toContainEqual({});
    expect(said).toContainEqual(expect.objectContaining({ 'seat-limit': 12 }));
  });

  test('an add-on costs nobody knows what, and another is of an app that is nowhere', () => {
    const addons = list(`/teams/${idOf('trouble-core')}/addons`);
    expect(addons.map(({ billed_price }) => billed_price)).toContainEqual({
      cents: 0,
      contract: true,
      unit: 'month',
    });
    const apps = new Set(list('/apps').map(({ id }) => id));
    const foreign = addons.filter(
      (addon) => !apps.has(valueAt(addon, 'app.id') ?? null),
    );
    expect(foreign.map(({ name }) => name)).toEqual(['postgresql-elsewhere']);
    expect(resources.has(`/apps/${textAt(foreign[0]!, 'app.id')}`)).toBe(false);
  });
});

describe('invitations', () => {
  test.each([
    ['trouble-core', undefined, false],
    ['trouble-closed', false, false],
    ['trouble-open', true, true],
  ])('of %s', (name, feature, areThere) => {
    const path = `/teams/${idOf(name)}`;
    const found = list(`${path}/features`).find(
      (one) => one.name === 'team-invite-acceptance',
    );
    expect(found?.enabled).toBe(feature);
    expect(resources.has(`${path}/invitations`)).toBe(areThere);
  });
});

test('an app stands in the lists of two teams, as that of either or as that of one', () => {
  const organisation = createOrganisation('transferred', { now });
  const team = (name: string) => organisation.aliases.get(name) ?? '';
  const sayings = (app: string) =>
    ['giving-team', 'taking-team'].map((name) => {
      const apps = listOf(organisation, `/teams/${team(name)}/apps`);
      const found = apps.find((one) => one.name === app)!;
      return {
        team: valueAt(found, 'team.name'),
        updated: found.updated_at as string,
      };
    });
  const [before, after] = sayings('moved-while-reading');
  expect([before?.team, after?.team]).toEqual(['giving-team', 'taking-team']);
  expect(before!.updated < after!.updated).toBe(true);
  expect(sayings('moved-before').map((one) => one.team)).toEqual([
    'taking-team',
    'taking-team',
  ]);
});

test('the user of the key is a member of nothing, and has something of its own', () => {
  const organisation = createOrganisation('outsider', { now });
  const { id } = organisation.resources.get('/account') as JsonObject;
  const members = [...organisation.resources]
    .filter(([path]) => path.endsWith('/members'))
    .flatMap(([, found]) => found as JsonObject[]);
  expect(members.length).toBeGreaterThan(1);
  expect(members.map((member) => valueAt(member, 'user.id'))).not.toContain(id);
  expect(listOf(organisation, '/enterprise-accounts')).toHaveLength(1);
  expect(
    listOf(organisation, '/users/~/apps').map((app) =>
      valueAt(app, 'owner.id'),
    ),
  ).toEqual([id]);
});

test.each(troubledOrganisationNames)('%s is the same every time', (name) => {
  expect([...createOrganisation(name, { now }).resources]).toEqual([
    ...createOrganisation(name, { now }).resources,
  ]);
});
