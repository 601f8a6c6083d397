import type { SpaceDescription } from '../../surroundings';

export const spaces: SpaceDescription[] = [
  {
    name: 'example-private',
    team: 'example-data',
    region: 'virginia',
    cidr: '10.20.0.0/16',
    dataCidr: '10.21.0.0/16',
    createdDaysAgo: 1000,
    nat: { state: 'enabled', sources: ['192.0.2.10', '192.0.2.11'] },
    // What a new space starts with, left as it was.
    inbound: { by: 'dimitra.pappa', daysAgo: 1000, allow: ['0.0.0.0/0'] },
    peerings: [
      {
        name: 'pcx-0example0data0lake',
        type: 'customer-managed',
        status: 'active',
        cidrBlocks: ['10.90.0.0/16'],
        awsVpcId: 'vpc-0example0data0lake',
        awsRegion: 'us-east-1',
        awsAccountId: '111122223333',
        expiresInDays: 300,
      },
    ],
    access: { 'hana.novotna': ['create_apps'], 'omar.saidi': ['view'] },
  },
  {
    name: 'payments-vault',
    team: 'example-payments',
    region: 'frankfurt',
    shield: true,
    cidr: '10.40.0.0/16',
    dataCidr: '10.41.0.0/16',
    createdDaysAgo: 900,
    nat: {
      state: 'enabled',
      sources: ['198.51.100.20', '198.51.100.21', '198.51.100.22'],
    },
    inbound: {
      by: 'siobhan.nibhriain',
      daysAgo: 90,
      allow: ['203.0.113.0/24', '198.51.100.7/32'],
    },
    peerings: [
      {
        name: 'pcx-0example0heroku000',
        type: 'heroku-managed',
        status: 'active',
        cidrBlocks: ['10.41.0.0/16'],
        awsVpcId: 'vpc-0example0heroku000',
        awsRegion: 'eu-central-1',
        awsAccountId: '444455556666',
        expiresInDays: 300,
      },
      {
        name: 'pcx-0example0pending00',
        type: 'customer-managed',
        status: 'pending-acceptance',
        cidrBlocks: ['10.95.0.0/16'],
        awsVpcId: 'vpc-0example0pending00',
        awsRegion: 'eu-central-1',
        awsAccountId: '111122223333',
        expiresInDays: 6,
      },
    ],
    vpns: [
      {
        name: 'bank-link',
        publicIp: '203.0.113.50',
        routableCidrs: ['172.16.0.0/16'],
        status: 'active',
        statusMessage: '',
        ikeVersion: 1,
        tunnels: [
          {
            ip: '198.51.100.90',
            status: 'UP',
            statusMessage: '2 BGP ROUTES',
            changedDaysAgo: 40,
          },
          {
            ip: '198.51.100.91',
            status: 'DOWN',
            statusMessage: 'IPSEC IS DOWN',
            changedDaysAgo: 3,
          },
        ],
      },
      {
        name: 'büro-zürich',
        publicIp: '203.0.113.60',
        routableCidrs: ['172.18.0.0/16', '172.19.0.0/16'],
        status: 'active',
        statusMessage: '',
        ikeVersion: 2,
        tunnels: [
          {
            ip: '198.51.100.92',
            status: 'UP',
            statusMessage: '1 BGP ROUTE',
            changedDaysAgo: 120,
          },
          {
            ip: '198.51.100.93',
            status: 'UP',
            statusMessage: '1 BGP ROUTE',
            changedDaysAgo: 120,
          },
        ],
      },
    ],
    access: { 'felix.brandt': ['view', 'create_apps'], auditor: ['view'] },
  },
  {
    // Heroku's schema allows ASCII names only; nothing else in the graph may depend on that.
    name: 'værksted-🧪',
    team: 'labs-research',
    region: 'oregon',
    fir: true,
    // A state that the schema does not know.
    state: 'hibernating',
    cidr: '10.60.0.0/16',
    dataCidr: '10.61.0.0/16',
    createdDaysAgo: 120,
    nat: { state: 'updating', sources: [] },
    inbound: { by: 'zoe.nunez', daysAgo: 60, allow: ['192.0.2.0/24', '::/0'] },
    access: { 'marek.hruby': ['view', 'create_apps'] },
    beyondSchema: { capacity_reservations: [] },
  },
];
