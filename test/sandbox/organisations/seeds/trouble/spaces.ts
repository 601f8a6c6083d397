import type {
  PeeringDescription,
  SpaceDescription,
  VpnDescription,
} from '../../surroundings';

function peering(
  name: string,
  status: string,
  expiresInDays: number | null,
): PeeringDescription {
  return {
    name: `pcx-0example${name}`,
    type: 'customer-managed',
    status,
    cidrBlocks: ['10.90.0.0/16'],
    awsVpcId: `vpc-0example${name}`,
    awsRegion: 'us-east-1',
    awsAccountId: '111122223333',
    expiresInDays,
  };
}

/** One id in two spaces, and a tunnel that says in words when it changed. */
function vpn(name: string): VpnDescription {
  return {
    name,
    id: '100000000001',
    publicIp: '203.0.113.70',
    routableCidrs: ['172.20.0.0/16'],
    status: 'active',
    statusMessage: '',
    ikeVersion: 2,
    tunnels: [
      {
        ip: '198.51.100.70',
        status: 'UP',
        statusMessage: '1 BGP ROUTE',
        changedDaysAgo: 'about a week ago',
      },
    ],
  };
}

function space(
  name: string,
  octet: number,
  rest: Partial<SpaceDescription>,
): SpaceDescription {
  return {
    name,
    team: 'trouble-core',
    region: 'virginia',
    cidr: `10.${octet}.0.0/16`,
    dataCidr: `10.${octet + 1}.0.0/16`,
    createdDaysAgo: 500,
    nat: { state: 'enabled', sources: [`192.0.2.${octet}`] },
    access: {},
    ...rest,
  };
}

export const spaces: SpaceDescription[] = [
  space('trouble-halves', 20, {
    // All addresses there are, in two halves; and nobody ever touched it.
    inbound: {
      by: 'dana.kovac',
      daysAgo: 500,
      allow: ['0.0.0.0/1', '128.0.0.0/1'],
      withoutId: true,
    },
    peerings: [
      peering('active0', 'active', null),
      peering('rejected0', 'rejected', 3),
      peering('deleted0', 'deleted', 30),
      peering('expired0', 'expired', -3),
    ],
    vpns: [vpn('halves-link')],
    access: { 'farah.noor': ['create_apps'] },
  }),
  space('trouble-ipv6', 40, {
    inbound: {
      by: 'ezra.lowe',
      daysAgo: 20,
      allow: ['192.0.2.0/24', '::/0'],
      applied: false,
    },
    vpns: [vpn('ipv6-link')],
  }),
  space('trouble-allocating', 60, {
    state: 'allocating',
    createdDaysAgo: 0.01,
    nat: undefined,
    inbound: { by: 'dana.kovac', daysAgo: 0.01, allow: ['0.0.0.0/0'] },
  }),
  space('trouble-hibernating', 80, {
    // A state that the schema does not know.
    state: 'hibernating',
    inbound: { by: 'dana.kovac', daysAgo: 100, allow: [] },
  }),
  space('trouble-fir', 100, { fir: true }),
];
