import { createOrganisation } from '../sandbox/organisations';
import { collectQuickly, startGenerousSandbox } from './collectQuickly';
import type { CollectedGraph } from './graph';
import { repositoryOf } from './repository';

const now = new Date('2026-05-01T10:00:00Z');
const organisation = createOrganisation('enterprise', { now });

let graph: CollectedGraph;
let names: Map<string, unknown>;

beforeAll(async () => {
  const sandbox = await startGenerousSandbox({ organisation });
  ({ graph } = await collectQuickly(sandbox));
  await sandbox.close();
  names = new Map(graph.entities.map(({ _key, name }) => [_key, name]));
});

/** The mapped relationships of a type: who is joined to what, with what it is found by and what else is said. */
function joins(type: string, property: string): unknown[][] {
  return graph.mappedRelationships
    .filter(({ _type }) => _type === type)
    .map(({ _mapping, ipRange }) => [
      names.get(_mapping.sourceEntityKey),
      _mapping.relationshipDirection,
      _mapping.targetFilterKeys,
      _mapping.targetEntity[property],
      _mapping.skipTargetCreation ? 'linked only' : 'made',
      ...(ipRange === undefined ? [] : [ipRange]),
    ])
    .sort((a, b) => (a.join() < b.join() ? -1 : 1));
}

const joined = (entities: Record<string, unknown>, property: string) =>
  graph.entities
    .filter((entity) =>
      Object.entries(entities).every(([name, is]) => entity[name] === is),
    )
    .map((entity) => entity[property]);

test('only the ruleset that is open lets the internet in; the ranges of the other are networks and hosts', () => {
  expect(joins('internet_allows_heroku_inbound_ruleset', '_key')).toEqual([
    [
      'example-private inbound ruleset',
      'REVERSE',
      [['_type', '_key']],
      'global:internet',
      'made',
      '0.0.0.0/0',
    ],
  ]);
  expect(joins('network_allows_heroku_inbound_ruleset', 'CIDR')).toEqual([
    [
      'payments-vault inbound ruleset',
      'REVERSE',
      [['_class', 'CIDR']],
      '203.0.113.0/24',
      'linked only',
      '203.0.113.0/24',
    ],
  ]);
  expect(
    joins('host_allows_heroku_inbound_ruleset', 'publicIpAddress'),
  ).toEqual([
    [
      'payments-vault inbound ruleset',
      'REVERSE',
      [['_class', 'publicIpAddress']],
      '198.51.100.7',
      'linked only',
      '198.51.100.7/32',
    ],
  ]);
});

test('a pipeline with review apps uses its repository, by number; one without uses none', () => {
  expect(joins('heroku_pipeline_uses_github_repo', 'databaseId')).toEqual(
    ['gateway', 'payments', 'shop'].map((name) => [
      name,
      'FORWARD',
      [['_type', 'databaseId']],
      repositoryOf(organisation, name),
      'linked only',
    ]),
  );
  expect(joined({ name: 'search' }, 'githubRepositoryId')).toEqual([undefined]);
});

test('an identity provider connects the Okta organisation at its host', () => {
  expect(
    joins('heroku_identity_provider_connects_okta_account', 'accountId'),
  ).toEqual(
    [
      ['SSO of Example Corp', 'sso.example.com'],
      ['SSO of labs-mobile', 'login.labs.example.com'],
    ].map(([name, host]) => [
      name,
      'FORWARD',
      [['_type', 'accountId']],
      host,
      'linked only',
    ]),
  );
});

test('who signs in with the provider of another organisation is told apart from who signs in with your own', () => {
  const memberships = (email: string) => {
    const [key] = joined({ email }, '_key');
    return graph.relationships
      .filter(
        ({ _type, _toEntityKey }) =>
          _toEntityKey === key && _type === 'heroku_team_has_account_member',
      )
      .map(({ federatedByOthers }) => federatedByOthers);
  };

  expect(memberships('robin@agency.example.net')).toEqual([true]);
  expect(memberships('ines.carvalho@example.com')).toEqual([false]);
  expect(memberships('pavel@contractors.example.net')).toEqual([undefined]);
});

test("vendors provide add-ons by the service's name for people, Heroku its own", () => {
  const providers = new Map(
    joins('vendor_provides_heroku_addon', 'name').map(
      ([addon, direction, keys, vendor, creation]) => [
        joined({ name: addon }, 'service')[0],
        [direction, keys, vendor, creation],
      ],
    ),
  );
  const by = (vendor: string) => [
    'REVERSE',
    [['_class', 'name']],
    vendor,
    'linked only',
  ];

  expect(providers.get('heroku-postgresql')).toEqual(by('Heroku'));
  expect(providers.get('scheduler')).toEqual(by('Heroku'));
  expect(providers.get('papertrail')).toEqual(by('Papertrail'));
  expect(providers.get('acme-ledger')).toEqual(by('Acme Ledger'));
});

test("a space connects the VPCs of its customer, and not Heroku's own", () => {
  expect(joins('heroku_space_connects_aws_vpc', 'vpcId')).toEqual(
    [
      ['example-private', 'vpc-0example0data0lake'],
      ['payments-vault', 'vpc-0example0pending00'],
    ].map(([name, vpc]) => [
      name,
      'FORWARD',
      [['_type', 'vpcId']],
      vpc,
      'made',
    ]),
  );
});

test('a VPN connection connects the gateway at the other end', () => {
  expect(
    joins('heroku_vpn_connection_connects_gateway', 'publicIpAddress'),
  ).toEqual(
    [
      ['bank-link', '203.0.113.50'],
      ['büro-zürich', '203.0.113.60'],
    ].map(([name, address]) => [
      name,
      'FORWARD',
      [['_class', 'publicIpAddress']],
      address,
      'linked only',
    ]),
  );
});

test('spaces use the addresses from which they reach out, and one without any uses none', () => {
  const used = graph.relationships
    .filter(({ _type }) => _type === 'heroku_space_uses_nat_address')
    .map(({ _fromEntityKey, _toEntityKey }) =>
      [names.get(_fromEntityKey), names.get(_toEntityKey)].join(' '),
    )
    .sort();

  expect(used).toEqual([
    'example-private 192.0.2.10',
    'example-private 192.0.2.11',
    'payments-vault 198.51.100.20',
    'payments-vault 198.51.100.21',
    'payments-vault 198.51.100.22',
  ]);
  expect(joined({ _type: 'heroku_nat_address' }, 'publicIpAddress')).toEqual(
    joined({ _type: 'heroku_nat_address' }, 'name'),
  );
});

test.each([
  ['shop-web', [true, 'production'], ['productionURL']],
  ['shop-web-staging', [false, 'staging'], ['stagingURL']],
  ['shop-web-dev', [false, 'development'], ['devURL']],
  ['shop-web-pr-101', [false, 'review'], ['alternateURLs']],
  // In no pipeline.
  ['example-status', [undefined, undefined], ['alternateURLs']],
])('the app %s is found as what it is', (name, stage, urls) => {
  const [app] = graph.entities.filter(
    (entity) => entity._type === 'heroku_application' && entity.name === name,
  );

  expect([app?.['tag.Production'], app?.stage]).toEqual(stage);
  expect(app?.production).toBe(app?.['tag.Production']);
  expect(Object.keys(app ?? {}).filter((key) => /URLs?$/.test(key))).toEqual(
    urls,
  );
});
