import type { Organisation } from '../sandbox';
import { beyond } from './smallBeyond';
import { build } from '../sandbox/organisations/build';
import type { OrganisationDescription } from '../sandbox/organisations/description';
import type { SpaceDescription } from '../sandbox/organisations/surroundings';

/** The same in all organisations that are compared. */
const NOW = new Date('2026-06-01T12:00:00Z');

function space(
  name: string,
  team: string,
  octet: number,
  rest: Partial<SpaceDescription> = {},
): SpaceDescription {
  return {
    name,
    team,
    region: 'virginia',
    cidr: `10.${octet}.0.0/16`,
    dataCidr: `10.${octet + 1}.0.0/16`,
    createdDaysAgo: 500,
    nat: { state: 'enabled', sources: [`192.0.2.${octet}`] },
    inbound: { by: 'mara.lindqvist', daysAgo: 40, allow: ['203.0.113.0/24'] },
    access: {},
    ...rest,
  };
}

/** No more than it takes for every route to have something to lose, beside something that must not be lost. */
const description: OrganisationDescription = {
  beyond,
  name: 'small',
  description: 'Something of everything, and little of it.',
  user: 'mara.lindqvist',
  people: [
    { handle: 'mara.lindqvist', name: 'Mara Lindqvist', twoFactor: true },
    { handle: 'gus.moreau', name: 'Gus Moreau' },
    { handle: 'river.freelance', name: 'River Freelance' },
    { handle: 'outside.agency', name: null },
    { handle: 'guest.designer', name: null },
    { handle: 'solo.owner', name: null },
    { handle: 'ada.auditor', name: null },
    { handle: 'nia.idle', name: null },
    { handle: 'paired.friend', name: null },
    { handle: 'invitee', name: null },
  ],
  enterpriseAccounts: [
    {
      name: 'Example Corp',
      createdDaysAgo: 1000,
      identityProvider: {
        name: 'example-corp-sso',
        entityId: 'https://sso.example.com/heroku',
        certificateDaysLeft: 100,
      },
      members: [
        { person: 'mara.lindqvist', permissions: ['view'], twoFactor: true },
        // In no team.
        { person: 'ada.auditor', permissions: ['manage'], twoFactor: true },
      ],
    },
  ],
  teams: [
    {
      name: 'example-storefront',
      enterpriseAccount: 'Example Corp',
      role: 'admin',
      createdDaysAgo: 900,
      defaultPermission: 'member',
      addonsControls: true,
      identityProvider: {
        name: 'storefront-sso',
        entityId: 'https://login.example.com',
        certificateDaysLeft: 10,
      },
      members: [
        { person: 'mara.lindqvist', role: 'admin', twoFactor: true },
        { person: 'gus.moreau', role: 'member', twoFactor: false },
        // In no other team, and the owner of a personal app.
        { person: 'river.freelance', role: 'member', twoFactor: true },
      ],
    },
    {
      name: 'example-finance',
      enterpriseAccount: 'Example Corp',
      role: 'admin',
      createdDaysAgo: 800,
      defaultPermission: 'viewer',
      members: [
        { person: 'mara.lindqvist', role: 'admin', twoFactor: true },
        { person: 'gus.moreau', role: 'admin', twoFactor: false },
      ],
    },
    {
      // Only teams outside of Heroku Enterprise send invitations.
      name: 'example-side-project',
      role: 'admin',
      createdDaysAgo: 300,
      defaultPermission: 'member',
      members: [
        { person: 'mara.lindqvist', role: 'admin', twoFactor: true },
        { person: 'gus.moreau', role: 'member', twoFactor: false },
      ],
      invitations: [
        { person: 'invitee', by: 'mara.lindqvist', role: 'member', daysAgo: 3 },
      ],
    },
    {
      name: 'example-weekend',
      role: 'admin',
      createdDaysAgo: 200,
      defaultPermission: 'member',
      members: [
        { person: 'mara.lindqvist', role: 'admin', twoFactor: true },
        // In no other list: the team has no apps.
        { person: 'nia.idle', role: 'member', twoFactor: true },
      ],
      invitations: [
        {
          person: 'outside.agency',
          by: 'mara.lindqvist',
          role: 'member',
          daysAgo: 3,
        },
      ],
    },
  ],
  apps: [
    {
      name: 'shop-web',
      team: 'example-storefront',
      createdDaysAgo: 700,
      space: 'shop-vault',
      access: {
        'outside.agency': ['view', 'deploy'],
        // In no other list.
        'guest.designer': ['view'],
      },
      domains: [
        { hostname: 'shop.example.com', certificate: 'shop-1' },
        { hostname: 'www.shop.example.com', acmStatus: 'failed' },
        { hostname: 'old.shop.example.com' },
      ],
      certificates: [
        {
          name: 'shop-1',
          domains: ['shop.example.com'],
          issuedDaysAgo: 100,
          expiresInDays: -2,
        },
      ],
      logDrains: [{ scheme: 'syslog', host: 'logs.example.net', port: 514 }],
      webhooks: [
        { host: 'hooks.example.net', include: ['api:release'], level: 'sync' },
      ],
      formation: [
        { type: 'web', size: 'Private-M', quantity: 2 },
        { type: 'worker', size: 'Private-M', quantity: 1 },
      ],
    },
    {
      name: 'shop-web-staging',
      team: 'example-storefront',
      stack: 'heroku-20',
      createdDaysAgo: 690,
    },
    {
      name: 'finance-invoices',
      team: 'example-finance',
      createdDaysAgo: 600,
      space: 'finance-vault',
      domains: [{ hostname: 'pay.example.com', certificate: 'pay-1' }],
      certificates: [
        {
          name: 'pay-1',
          domains: ['pay.example.com'],
          issuedDaysAgo: 10,
          expiresInDays: 80,
          acm: true,
        },
      ],
      logDrains: [{ scheme: 'https', host: 'drain.example.net' }],
      webhooks: [
        { host: 'audit.example.net', include: ['api:app'], level: 'notify' },
      ],
    },
    { name: 'shop-api', team: 'example-storefront', createdDaysAgo: 80 },
    {
      name: 'shop-models',
      team: 'example-storefront',
      stack: 'cnb',
      createdDaysAgo: 90,
      space: 'shop-lab',
    },
    {
      name: 'mara-sandbox',
      owner: 'mara.lindqvist',
      createdDaysAgo: 500,
      access: {
        'gus.moreau': ['view'],
        'outside.agency': ['view', 'deploy'],
        'paired.friend': ['view'],
      },
      logDrains: [{ scheme: 'https', host: 'drain.example.net' }],
      webhooks: [
        { host: 'hooks.example.net', include: ['api:app'], level: 'notify' },
      ],
    },
    {
      // Of somebody whom no other list names.
      name: 'solo-owner-app',
      owner: 'solo.owner',
      createdDaysAgo: 100,
      access: { 'mara.lindqvist': ['view'] },
    },
    {
      name: 'river-portfolio',
      owner: 'river.freelance',
      createdDaysAgo: 350,
      access: { 'mara.lindqvist': ['view', 'deploy'] },
    },
  ],
  addons: [
    {
      app: 'shop-web',
      plan: 'heroku-postgresql:standard-0',
      name: 'shop-database',
      attachedTo: [
        { app: 'shop-web-staging', as: 'SHOP' },
        { app: 'finance-invoices', as: 'SHOP' },
      ],
    },
    { app: 'finance-invoices', plan: 'heroku-redis:mini' },
    { app: 'mara-sandbox', plan: 'heroku-redis:mini' },
    { app: 'shop-api', plan: 'papertrail:choklad' },
  ],
  pipelines: [
    {
      name: 'shop',
      team: 'example-storefront',
      createdDaysAgo: 650,
      stages: {
        production: ['shop-web', 'shop-api'],
        staging: ['shop-web-staging'],
      },
      reviewApps: {
        automatic: true,
        destroyStale: false,
        staleDays: 30,
        waitForCi: false,
      },
    },
    {
      name: 'invoices',
      team: 'example-finance',
      createdDaysAgo: 550,
      stages: {
        production: ['finance-invoices'],
        development: ['shop-models'],
      },
      reviewApps: {
        automatic: false,
        destroyStale: true,
        staleDays: 5,
        waitForCi: true,
      },
    },
    {
      name: 'mara-experiments',
      owner: 'mara.lindqvist',
      createdDaysAgo: 400,
      stages: { development: ['mara-sandbox', 'solo-owner-app'] },
    },
    // Of people whom one list each makes known.
    ...[
      'ada.auditor',
      'nia.idle',
      'solo.owner',
      'guest.designer',
      'paired.friend',
      'outside.agency',
    ].map((owner) => ({
      name: `${owner.replace('.', '-')}-tools`,
      owner,
      createdDaysAgo: 70,
      stages: {},
    })),
  ],
  spaces: [
    space('shop-vault', 'example-storefront', 40, {
      shield: true,
      peerings: [
        {
          name: 'pcx-0example0shop00000',
          type: 'customer-managed',
          status: 'active',
          cidrBlocks: ['10.90.0.0/16'],
          awsVpcId: 'vpc-0example0shop00000',
          awsRegion: 'us-east-1',
          awsAccountId: '111122223333',
          expiresInDays: 300,
        },
      ],
      vpns: [
        {
          name: 'bank-link',
          publicIp: '203.0.113.50',
          routableCidrs: ['172.16.0.0/16'],
          status: 'active',
          statusMessage: '',
          ikeVersion: 2,
          tunnels: [
            {
              ip: '198.51.100.90',
              status: 'DOWN',
              statusMessage: 'IPSEC IS DOWN',
              changedDaysAgo: 3,
            },
          ],
        },
      ],
      access: { 'river.freelance': ['view', 'create_apps'] },
    }),
    space('finance-vault', 'example-finance', 60, {
      inbound: { by: 'gus.moreau', daysAgo: 20, allow: ['0.0.0.0/0'] },
      peerings: [
        {
          name: 'pcx-0example0finance00',
          type: 'heroku-managed',
          status: 'active',
          cidrBlocks: ['10.61.0.0/16'],
          awsVpcId: 'vpc-0example0finance00',
          awsRegion: 'us-east-1',
          awsAccountId: '444455556666',
          expiresInDays: 300,
        },
      ],
    }),
    space('shop-lab', 'example-storefront', 80, {
      fir: true,
      inbound: undefined,
    }),
  ],
  // None that ends: what Heroku says of an end is in seconds from now.
  authorizations: [
    { description: 'Laptop', scope: ['global'], createdDaysAgo: 300 },
    {
      description: 'Continuous integration',
      scope: ['read'],
      client: 'Example CI',
      createdDaysAgo: 200,
    },
  ],
  sshKeys: [
    { comment: 'mara@laptop', createdDaysAgo: 300 },
    { comment: 'mara@desk', createdDaysAgo: 100 },
  ],
};

/** An organisation in which every route that is read has something, for a run that is quick. */
export function createSmallOrganisation(): Organisation {
  const { organisation, makeAll } = build(description, { now: NOW });
  makeAll();
  return organisation;
}
