import type { AppDescription } from '../../appDescription';

/** What every other team depends on: the gateway, sign-in, the status page. */
export const platformApps: AppDescription[] = [
  {
    name: 'example-gateway',
    createdDaysAgo: 1500,
    acm: true,
    buildpack: 'Go',
    domains: [
      {
        hostname: 'api.example.com',
        acmStatus: 'cert issued',
        certificate: 'managed-50211',
      },
      {
        hostname: 'www.example.com',
        acmStatus: 'cert issued',
        certificate: 'managed-50211',
      },
    ],
    certificates: [
      {
        name: 'managed-50211',
        domains: ['api.example.com', 'www.example.com'],
        issuedDaysAgo: 20,
        expiresInDays: 70,
        acm: true,
      },
    ],
    logDrains: [
      // The host in another case.
      { scheme: 'syslog+tls', host: 'Logs.Example.COM', port: 6514 },
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
  {
    name: 'example-gateway-staging',
    createdDaysAgo: 1490,
    buildpack: 'Go',
    // What it will be built on is not known.
    without: ['build_stack'],
  },
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
    // The bot may deploy to it and not operate it.
    access: { 'deploy-bot': ['view', 'deploy'] },
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
