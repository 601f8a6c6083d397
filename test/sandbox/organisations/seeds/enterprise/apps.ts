import type { AppDescription } from '../../appDescription';
import { storefrontApps } from './storefrontApps';

const platform: AppDescription[] = [
  {
    name: 'example-gateway',
    createdDaysAgo: 1500,
    acm: true,
    buildpack: 'Go',
    domains: [
      { hostname: 'api.example.com', acmStatus: 'cert issued' },
      { hostname: 'www.example.com', acmStatus: 'cert issued' },
    ],
    logDrains: [
      { scheme: 'syslog+tls', host: 'logs.example.com', port: 6514 },
      {
        scheme: 'https',
        host: 'heroku-drain.papertrail.example.net',
        addon: 'papertrail-gateway',
        credentials: true,
      },
    ],
    webhooks: [
      {
        host: 'hooks.example.com',
        include: ['api:release', 'api:build'],
        level: 'sync',
      },
    ],
    formation: [
      { type: 'web', size: 'Performance-M', quantity: 4 },
      { type: 'worker', size: 'Standard-2X', quantity: 2 },
    ],
    // May deploy to production, and comes from outside.
    access: { 'pavel.contractor': ['view', 'deploy', 'operate'] },
    inside: true,
  },
  { name: 'example-gateway-staging', createdDaysAgo: 1490, buildpack: 'Go' },
  {
    name: 'example-auth',
    createdDaysAgo: 1480,
    acm: true,
    locked: true,
    domains: [
      {
        hostname: 'login.example.com',
        acmStatus: 'failing',
        acmReason: 'CDNs and proxies in front of the domain',
      },
    ],
    formation: [{ type: 'web', size: 'Standard-2X', quantity: 3 }],
    // The bot may operate it and not deploy to it.
    access: { 'deploy-bot': ['view', 'operate'] },
  },
  {
    name: 'example-auth-staging',
    createdDaysAgo: 1470,
    stack: 'heroku-22',
    access: { 'agency.designer': ['view', 'deploy'] },
  },
  {
    name: 'example-status',
    createdDaysAgo: 1100,
    domains: [
      {
        hostname: 'status.example.com',
        certificate: 'pangolin-41032',
      },
    ],
    certificates: [
      {
        name: 'pangolin-41032',
        domains: ['status.example.com'],
        issuedDaysAgo: 75,
        expiresInDays: 15,
      },
    ],
  },
  {
    name: 'example-ci-runner',
    createdDaysAgo: 700,
    stack: 'container',
    formation: [
      { type: 'web', size: 'Standard-1X', quantity: 1 },
      { type: 'runner', size: 'Performance-L', quantity: 0 },
    ],
    privateBuildpackHost: 'git.example.com',
  },
  {
    name: 'example-handbook',
    createdDaysAgo: 2100,
    releasedDaysAgo: 800,
    stack: 'heroku-20',
    buildStack: 'heroku-24',
  },
];

const payments: AppDescription[] = [
  {
    name: 'pay-api',
    createdDaysAgo: 900,
    region: 'frankfurt',
    space: 'payments-vault',
    acm: false,
    domains: [
      { hostname: 'pay.example.com', certificate: 'ibex-20481' },
      {
        hostname: 'old-pay.example.com',
        certificate: 'marmot-77120',
      },
    ],
    certificates: [
      {
        name: 'ibex-20481',
        domains: ['pay.example.com'],
        issuedDaysAgo: 35,
        expiresInDays: 330,
      },
      {
        name: 'marmot-77120',
        domains: ['old-pay.example.com'],
        issuedDaysAgo: 400,
        expiresInDays: -35,
      },
    ],
    logDrains: [
      {
        scheme: 'syslog+tls',
        host: 'siem.example.com',
        port: 6514,
        credentials: true,
      },
    ],
    formation: [
      { type: 'web', size: 'Shield-M', quantity: 3 },
      { type: 'settlement', size: 'Shield-S', quantity: 1 },
    ],
    access: { 'felix.brandt': ['view', 'deploy', 'operate'] },
    inside: true,
  },
  {
    name: 'pay-api-staging',
    createdDaysAgo: 890,
    region: 'frankfurt',
    space: 'payments-vault',
    access: { 'kofi.annor': ['view', 'deploy'] },
  },
  {
    name: 'pay-ledger',
    createdDaysAgo: 880,
    region: 'frankfurt',
    space: 'payments-vault',
    internalRouting: true,
    locked: true,
    formation: [{ type: 'web', size: 'Shield-L', quantity: 2 }],
  },
  {
    name: 'pay-ledger-staging',
    createdDaysAgo: 870,
    region: 'frankfurt',
    space: 'payments-vault',
    internalRouting: true,
  },
  {
    name: 'pay-webhooks',
    createdDaysAgo: 600,
    region: 'eu',
    webhooks: [
      {
        host: 'ops.example.com',
        include: ['api:addon', 'api:domain'],
        level: 'notify',
        credentials: true,
      },
    ],
  },
  {
    name: 'pay-reconcile',
    createdDaysAgo: 500,
    region: 'eu',
    maintenance: true,
  },
];

const data: AppDescription[] = [
  {
    name: 'data-warehouse-loader',
    createdDaysAgo: 950,
    space: 'example-private',
    region: 'virginia',
    formation: [{ type: 'loader', size: 'Private-M', quantity: 2 }],
  },
  {
    name: 'data-events',
    createdDaysAgo: 940,
    space: 'example-private',
    region: 'virginia',
    access: { 'hana.novotna': ['view', 'deploy', 'operate'] },
    // A log host that nobody in the company knows.
    logDrains: [
      { scheme: 'https', host: 'collector.unknown-logs.example.net' },
    ],
  },
  {
    name: 'data-events-staging',
    createdDaysAgo: 930,
    space: 'example-private',
    region: 'virginia',
  },
  {
    name: 'data-reports',
    createdDaysAgo: 700,
    access: { 'omar.saidi': ['view'], auditor: ['view'] },
  },
  {
    name: 'data-notebooks',
    createdDaysAgo: 420,
    releasedDaysAgo: 364,
    joined: false,
  },
  {
    name: 'data-exports',
    createdDaysAgo: 1600,
    releasedDaysAgo: 900,
    stack: 'heroku-20',
    buildpack: 'Python',
  },
  { name: 'data-metrics', createdDaysAgo: 300, buildpack: 'Python' },
];

const finance: AppDescription[] = [
  {
    name: 'finance-invoices',
    createdDaysAgo: 780,
    joined: false,
    buildpack: 'Java',
  },
  {
    name: 'finance-invoices-staging',
    createdDaysAgo: 770,
    joined: false,
    buildpack: 'Java',
  },
  {
    name: 'finance-forecast',
    createdDaysAgo: 200,
    joined: false,
    buildpack: 'R',
  },
];

const research: AppDescription[] = [
  {
    name: 'research-models',
    createdDaysAgo: 110,
    stack: 'cnb',
    space: 'værksted-🧪',
    region: 'oregon',
    formation: [{ type: 'web', size: 'dyno-2c-4gb', quantity: 2 }],
    beyondSchema: { preview: { image: 'cnb-noble', channel: 'next' } },
  },
  { name: 'research-api', createdDaysAgo: 280 },
  {
    name: 'research-api-staging',
    createdDaysAgo: 279,
    stack: 'heroku-22',
    buildStack: 'heroku-24',
  },
  { name: 'research-playground', createdDaysAgo: 90, releasedDaysAgo: null },
  {
    name: 'research-archive',
    createdDaysAgo: 295,
    releasedDaysAgo: 290,
    archivedDaysAgo: 100,
  },
];

const mobile: AppDescription[] = [
  {
    name: 'mobile-backend',
    createdDaysAgo: 240,
    acm: true,
    domains: [{ hostname: 'm.labs.example.com', acmStatus: 'pending' }],
  },
  { name: 'mobile-backend-staging', createdDaysAgo: 239 },
  {
    name: 'mobile-push',
    createdDaysAgo: 200,
    without: ['acm', 'generation', 'legacy_id'],
  },
  { name: 'mobile-beta', createdDaysAgo: 60, stack: 'heroku-26-preview' },
];

const guild: AppDescription[] = [
  {
    name: 'guild-site',
    createdDaysAgo: 2400,
    region: 'eu',
    domains: [{ hostname: 'guild.example.org', cname: null, status: 'none' }],
  },
  {
    name: 'guild-bot',
    createdDaysAgo: 1000,
    formation: [{ type: 'bot', size: 'Basic', quantity: 1 }],
  },
];

/** The token user's own, and one that a freelancer shares with them. */
const personal: AppDescription[] = [
  {
    name: 'mara-sandbox',
    owner: 'mara.lindqvist',
    createdDaysAgo: 900,
    formation: [{ type: 'web', size: 'Eco', quantity: 1 }],
    access: { 'tui.parata': ['view', 'deploy'] },
  },
  {
    name: 'mara-homepage',
    owner: 'mara.lindqvist',
    createdDaysAgo: 1800,
    releasedDaysAgo: 1200,
    stack: 'heroku-18',
  },
  {
    name: 'river-portfolio',
    owner: 'river.freelance',
    createdDaysAgo: 350,
    access: { 'mara.lindqvist': ['view', 'deploy'] },
  },
];

function of(team: string, apps: AppDescription[]): AppDescription[] {
  return apps.map((app) => ({ ...app, team }));
}

export const apps: AppDescription[] = [
  ...of('example-platform', platform),
  ...of('example-storefront', storefrontApps),
  ...of('example-payments', payments),
  ...of('example-data', data),
  ...of('example-finance', finance),
  ...of('labs-research', research),
  ...of('labs-mobile', mobile),
  ...of('open-source-guild', guild),
  ...personal,
];
