import { written, writtenRelationship } from '../../../test/converted';
import { decode } from '../../heroku/decode';
import { vpnConnectionResource } from '../../heroku/types';
import {
  createAllowsInboundRulesetRelationships,
  createInboundRulesetEntity,
  createNatAddressEntity,
  createSpaceConnectsAwsVpcRelationship,
  createSpaceEntity,
  createSpaceHasApplicationRelationship,
  createSpaceUsesNatAddressRelationship,
  createTeamOwnsSpaceRelationship,
  createVpnConnectionConnectsGatewayRelationship,
  createVpnConnectionEntity,
} from './converters';

const ID = '0193dddd-0000-4000-8000-000000000001';
const TEAM_ID = '0193dddd-0000-4000-8000-000000000002';
const RULESET_ID = '0193dddd-0000-4000-8000-000000000003';
const SPACE = { id: ID, name: 'vault' };
const space = {
  ...SPACE,
  created_at: '2020-01-02T03:04:05Z',
  updated_at: '2021-01-02T03:04:05Z',
  team: { id: TEAM_ID, name: 'payments' },
  region: { id: '0193dddd-0000-4000-8000-000000000004', name: 'frankfurt' },
  shield: true,
  state: 'allocated',
  cidr: '10.40.0.0/16',
  data_cidr: '10.41.0.0/16',
  generation: 'cedar',
};

test('a space has all that Heroku says of it and of its outgoing addresses', () => {
  const nat = { state: 'enabled', sources: ['192.0.2.10', '192.0.2.11'] };

  expect(
    written(
      createSpaceEntity(space, {
        nat,
        place: { country: 'Germany', awsRegion: 'eu-central-1' },
      }),
    ),
  ).toEqual({
    _key: `heroku_space:${ID}`,
    _type: 'heroku_space',
    _class: ['Network'],
    id: ID,
    name: 'vault',
    displayName: 'vault',
    createdOn: Date.UTC(2020, 0, 2, 3, 4, 5),
    updatedOn: Date.UTC(2021, 0, 2, 3, 4, 5),
    CIDR: '10.40.0.0/16',
    dataCidr: '10.41.0.0/16',
    public: false,
    internal: true,
    active: true,
    region: 'frankfurt',
    country: 'Germany',
    awsRegion: 'eu-central-1',
    shield: true,
    state: 'allocated',
    generation: 'cedar',
    teamId: TEAM_ID,
    natState: 'enabled',
    natAddresses: ['192.0.2.10', '192.0.2.11'],
  });
});

test('of a space whose outgoing addresses could not be read they are unknown, not none', () => {
  const entity = written(createSpaceEntity(space, {}));

  expect(entity).not.toHaveProperty('natAddresses');
  expect(entity).not.toHaveProperty('natState');
});

test.each([null, undefined, 'not a range', 'fd00::/8'])(
  'a space with the address range %s is kept, its range unknown',
  (cidr) => {
    expect(createSpaceEntity({ id: ID, cidr }, {}).CIDR).toBeNull();
  },
);

test.each([
  [[{ action: 'allow', source: '0.0.0.0/0' }], true],
  [[{ action: 'allow', source: '203.0.113.0/24' }], false],
  [null, false],
])('a space with the rules %j is public: %s', (rules, expected) => {
  const ruleset = { id: RULESET_ID, rules };

  expect(createSpaceEntity(space, { ruleset }).public).toBe(expected);
});

test.each([
  ['allocated', true],
  ['deleting', false],
  [null, undefined],
])('a space in the state %s is active: %s', (state, expected) => {
  expect(createSpaceEntity({ ...space, state }, {}).active).toBe(expected);
});

function rulesetOf(rules: [string, string][] | null | undefined) {
  return written(
    createInboundRulesetEntity(
      {
        id: RULESET_ID,
        created_at: '2022-01-02T03:04:05Z',
        created_by: 'ops@example.com',
        rules: rules?.map(([action, source]) => ({ action, source })),
      },
      SPACE,
    ),
  );
}

test('a ruleset lists its rules and what they let in', () => {
  expect(
    rulesetOf([
      ['allow', '203.0.113.0/24'],
      ['deny', '198.51.100.0/24'],
    ]),
  ).toEqual({
    _key: `heroku_inbound_ruleset:${RULESET_ID}`,
    _type: 'heroku_inbound_ruleset',
    _class: ['Firewall'],
    id: RULESET_ID,
    name: 'vault inbound ruleset',
    displayName: 'vault inbound ruleset',
    createdOn: Date.UTC(2022, 0, 2, 3, 4, 5),
    createdBy: 'ops@example.com',
    category: ['network'],
    spaceId: ID,
    rules: ['allow 203.0.113.0/24', 'deny 198.51.100.0/24'],
    allowedSources: ['203.0.113.0/24'],
    openToInternet: false,
    blocksAll: false,
  });
});

test.each(['0.0.0.0/0', '::/0', '10.0.0.0/0'])(
  'a ruleset that allows %s is open to the internet',
  (source) => {
    const open = rulesetOf([
      ['allow', '203.0.113.0/24'],
      ['allow', source],
    ]);

    expect(open.openToInternet).toBe(true);
  },
);

test.each<[string, string]>([
  ['deny', '0.0.0.0/0'],
  ['allow', '0.0.0.0/10'],
  ['allow', '10.0.0.0/10'],
  ['allow', '::1/128'],
])(
  'a ruleset that says %s %s is not open to the internet',
  (action, source) => {
    expect(rulesetOf([[action, source]]).openToInternet).toBe(false);
  },
);

test.each<[string, [string, string][]]>([
  ['has no rules', []],
  ['only denies', [['deny', '192.0.2.0/24']]],
])('a ruleset that %s blocks everything', (_, rules) => {
  expect(rulesetOf(rules)).toMatchObject({
    blocksAll: true,
    openToInternet: false,
    allowedSources: [],
  });
});

test('of a ruleset whose rules are unknown it is unknown what it lets in', () => {
  const unknown = rulesetOf(null);

  for (const name of ['rules', 'allowedSources', 'openToInternet', 'blocksAll'])
    expect(unknown).not.toHaveProperty(name);
});

const vpn = {
  id: '123456789012',
  name: 'office',
  public_ip: '203.0.113.50',
  routable_cidrs: ['172.16.0.0/16'],
  space_cidr_block: '10.40.0.0/16',
  ike_version: 2,
  status: 'active',
  tunnels: [
    { ip: '198.51.100.90', status: 'UP', pre_shared_key: 'planted-secret' },
    { ip: '198.51.100.91', status: 'DOWN', pre_shared_key: 'planted-secret' },
  ],
};

test('a VPN connection counts its tunnels, and never has their keys', () => {
  const { object } = decode(vpnConnectionResource, vpn);
  const entity = createVpnConnectionEntity(object!, SPACE);

  expect(JSON.stringify(entity)).not.toContain('planted-secret');
  expect(written(entity)).toEqual({
    _key: `heroku_vpn_connection:${ID}:123456789012`,
    _type: 'heroku_vpn_connection',
    _class: ['Gateway'],
    id: '123456789012',
    name: 'office',
    displayName: 'office',
    category: ['network'],
    function: ['remote-access-gateway'],
    public: false,
    active: true,
    spaceId: ID,
    status: 'active',
    ikeVersion: 2,
    customerGatewayAddress: '203.0.113.50',
    tunnelAddresses: ['198.51.100.90', '198.51.100.91'],
    tunnelsUp: 1,
    tunnelsDown: 1,
    allTunnelsUp: false,
    routableCidrs: ['172.16.0.0/16'],
    spaceCidr: '10.40.0.0/16',
  });
});

test.each<[string[] | undefined, boolean | undefined]>([
  [['UP', 'UP'], true],
  [['UP', 'DOWN'], false],
  [['UP', 'REKEYING'], undefined],
  [['DOWN', 'REKEYING'], false],
  [[], undefined],
  [undefined, undefined],
])('with tunnels %j all are up: %s', (states, expected) => {
  const tunnels = states?.map((status) => ({ status }));

  expect(
    createVpnConnectionEntity({ id: '1', tunnels }, SPACE).allTunnelsUp,
  ).toBe(expected);
});

test.each([
  ['active', true],
  ['failed', false],
  ['provisioning', false],
  [undefined, undefined],
])('a VPN connection in the status %s is active: %s', (status, expected) => {
  expect(createVpnConnectionEntity({ ...vpn, status }, SPACE).active).toBe(
    expected,
  );
});

const peering = {
  pcx_id: 'pcx-0000',
  type: 'customer-managed',
  cidr_blocks: ['10.91.0.0/16', '10.90.0.0/16'],
  status: 'active',
  aws_vpc_id: 'vpc-0000',
  aws_region: 'eu-central-1',
  aws_account_id: '111122223333',
  expires: '2027-01-02T03:04:05Z',
};

test('a peering connects the space with a VPC that an AWS integration collects', () => {
  expect(
    writtenRelationship(createSpaceConnectsAwsVpcRelationship(SPACE, peering)),
  ).toEqual({
    _key: `heroku_space:${ID}|connects|pcx-0000`,
    _type: 'heroku_space_connects_aws_vpc',
    _class: 'CONNECTS',
    displayName: 'CONNECTS',
    _mapping: {
      relationshipDirection: 'FORWARD',
      sourceEntityKey: `heroku_space:${ID}`,
      targetFilterKeys: [['_type', 'vpcId']],
      targetEntity: {
        _type: 'aws_vpc',
        _class: 'Network',
        vpcId: 'vpc-0000',
        displayName: 'vpc-0000',
        region: 'eu-central-1',
        accountId: '111122223333',
      },
      skipTargetCreation: false,
    },
    pcxId: 'pcx-0000',
    status: 'active',
    type: 'customer-managed',
    cidrBlocks: '10.90.0.0/16,10.91.0.0/16',
    expiresOn: Date.UTC(2027, 0, 2, 3, 4, 5),
  });
});

test.each<[string, object]>([
  ['names no VPC', { aws_vpc_id: null }],
  ['is managed by Heroku', { type: 'heroku-managed' }],
  ['has failed', { status: 'failed' }],
  ['has expired', { status: 'expired' }],
  ['was rejected', { status: 'rejected' }],
  ['was deleted', { status: 'deleted' }],
])('a peering that %s connects nothing', (_, change) => {
  expect(
    createSpaceConnectsAwsVpcRelationship(SPACE, { ...peering, ...change }),
  ).toBeUndefined();
});

test('two peerings with one VPC are two relationships', () => {
  const [one, other] = ['pcx-0000', 'pcx-1111'].map((pcx_id) =>
    createSpaceConnectsAwsVpcRelationship(SPACE, { ...peering, pcx_id }),
  );

  expect(one?._key).not.toBe(other?._key);
});

test('a space belongs to its team, and its apps run in it', () => {
  expect(
    writtenRelationship(createTeamOwnsSpaceRelationship(TEAM_ID, ID)),
  ).toMatchObject({
    _type: 'heroku_team_owns_space',
    _fromEntityKey: TEAM_ID,
    _toEntityKey: `heroku_space:${ID}`,
  });
  expect(
    writtenRelationship(createSpaceHasApplicationRelationship(ID, 'the-app')),
  ).toMatchObject({
    _type: 'heroku_space_has_application',
    _fromEntityKey: `heroku_space:${ID}`,
    _toEntityKey: 'the-app',
  });
});

test('an address from which a space reaches out is one host for all spaces that use it', () => {
  expect(written(createNatAddressEntity('192.0.2.10')!)).toMatchObject({
    _key: 'heroku_nat_address:192.0.2.10',
    publicIpAddress: '192.0.2.10',
    public: true,
  });
  expect(createSpaceUsesNatAddressRelationship(ID, '192.0.2.10')).toMatchObject(
    {
      _fromEntityKey: `heroku_space:${ID}`,
      _toEntityKey: 'heroku_nat_address:192.0.2.10',
    },
  );
  expect(createNatAddressEntity('not an address')).toBeUndefined();
});

test.each([
  [
    ['203.0.113.0/24'],
    ['network_allows_heroku_inbound_ruleset 203.0.113.0/24'],
  ],
  [['198.51.100.7/32'], ['host_allows_heroku_inbound_ruleset 198.51.100.7/32']],
  [['198.51.100.7'], ['host_allows_heroku_inbound_ruleset 198.51.100.7']],
  [['0.0.0.0/0'], ['internet_allows_heroku_inbound_ruleset 0.0.0.0/0']],
  [
    ['0.0.0.0/1', '128.0.0.0/1'],
    [
      'network_allows_heroku_inbound_ruleset 0.0.0.0/1',
      'network_allows_heroku_inbound_ruleset 128.0.0.0/1',
      'internet_allows_heroku_inbound_ruleset 0.0.0.0/1,128.0.0.0/1',
    ],
  ],
  [[], []],
])('a ruleset that lets in %j is allowed by %j', (sources, expected) => {
  const relationships = createAllowsInboundRulesetRelationships(
    {
      id: RULESET_ID,
      rules: sources.map((source) => ({ action: 'allow', source })),
    },
    SPACE,
  );
  expect(
    relationships.map(({ _type, ipRange }) => `${_type} ${ipRange as string}`),
  ).toEqual(expected);
  expect(new Set(relationships.map(({ _key }) => _key)).size).toBe(
    relationships.length,
  );
});

test('nothing that is denied is allowed', () => {
  const rules = [{ action: 'deny', source: '0.0.0.0/0' }];

  expect(
    createAllowsInboundRulesetRelationships({ id: RULESET_ID, rules }, SPACE),
  ).toEqual([]);
});

test('a VPN connection leads to the gateway at its other end, by its address', () => {
  expect(
    createVpnConnectionConnectsGatewayRelationship(SPACE, vpn),
  ).toMatchObject({
    _mapping: {
      sourceEntityKey: `heroku_vpn_connection:${ID}:123456789012`,
      targetEntity: { publicIpAddress: '203.0.113.50' },
    },
  });
  expect(
    createVpnConnectionConnectsGatewayRelationship(SPACE, {
      ...vpn,
      public_ip: null,
    }),
  ).toBeUndefined();
});
