import type { AppDescription } from '../../appDescription';

/** The shop: custom domains, review apps, and a cart that nobody dares to touch. */
export const storefrontApps: AppDescription[] = [
  {
    name: 'shop-web',
    createdDaysAgo: 1400,
    region: 'eu',
    // Custom domains and no managed certificates.
    acm: false,
    domains: [
      { hostname: 'shop.example.com', certificate: 'tapir-10233' },
      { hostname: '*.shop.example.com', certificate: 'tapir-10233' },
      // Its DNS record was never made.
      { hostname: 'spring-sale.example.com', cname: null, status: 'pending' },
    ],
    certificates: [
      {
        name: 'tapir-10233',
        domains: ['shop.example.com', '*.shop.example.com'],
        issuedDaysAgo: 60,
        expiresInDays: 305,
      },
    ],
    logDrains: [
      { scheme: 'syslog', host: 'logs.example.com', port: 514 },
      { scheme: 'https', host: 'example.com', credentials: true },
    ],
    webhooks: [
      { host: 'chat.example.net', include: ['api:release'], level: 'notify' },
    ],
    formation: [
      { type: 'web', size: 'Performance-L', quantity: 6 },
      { type: 'checkout', size: 'Performance-M', quantity: 2 },
      { type: 'mailer', size: 'Standard-1X', quantity: 1 },
      { type: 'clock', size: 'Basic', quantity: 1 },
    ],
    access: { 'agency.designer': ['view'], 'lukasz.zak': ['view'] },
    inside: true,
  },
  {
    name: 'shop-web-staging',
    createdDaysAgo: 1390,
    region: 'eu',
    domains: [
      { hostname: 'shop.staging.example.com', certificate: 'quokka-90551' },
    ],
    certificates: [
      {
        name: 'quokka-90551',
        domains: ['shop.staging.example.com'],
        issuedDaysAgo: 100,
        expiresInDays: 3550,
        selfSigned: true,
      },
    ],
    access: { 'agency.designer': ['view', 'deploy'] },
  },
  { name: 'shop-web-dev', createdDaysAgo: 1380, region: 'eu' },
  { name: 'shop-web-pr-101', createdDaysAgo: 6, region: 'eu' },
  { name: 'shop-web-pr-102', createdDaysAgo: 2, region: 'eu' },
  {
    name: 'shop-search',
    createdDaysAgo: 850,
    region: 'eu',
    stack: 'heroku-22',
    buildpack: 'Java',
    // May deploy to production, and is in no account and no team.
    access: { 'river.freelance': ['view', 'deploy'] },
  },
  { name: 'shop-search-staging', createdDaysAgo: 849, region: 'eu' },
  {
    name: 'shop-images',
    createdDaysAgo: 1000,
    region: 'eu',
    releasedDaysAgo: 366,
  },
  {
    name: 'shop-legacy-cart',
    createdDaysAgo: 2800,
    region: 'eu',
    stack: 'heroku-18',
    releasedDaysAgo: 1200,
    maintenance: true,
  },
  {
    name: 'shop-newsletter',
    createdDaysAgo: 640,
    region: 'eu',
    buildpack: 'Ruby',
  },
];
