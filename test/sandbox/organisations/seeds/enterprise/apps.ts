import type { AppDescription } from '../../appDescription';
import { paymentsApps } from './paymentsApps';
import { platformApps } from './platformApps';
import { storefrontApps } from './storefrontApps';

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
    space: 'labs-workshop',
    region: 'oregon',
    formation: [{ type: 'web', size: 'dyno-2c-4gb', quantity: 2 }],
    inside: true,
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
    // In no team, and let into this app only.
    access: { 'weekend.helper': ['view', 'deploy'] },
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
  ...of('example-platform', platformApps),
  ...of('example-storefront', storefrontApps),
  ...of('example-payments', paymentsApps),
  ...of('example-data', data),
  ...of('example-finance', finance),
  ...of('labs-research', research),
  ...of('labs-mobile', mobile),
  ...of('open-source-guild', guild),
  ...personal,
];
