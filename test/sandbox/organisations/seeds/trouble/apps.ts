import type { AddonDescription, AppDescription } from '../../appDescription';
import type { PipelineDescription } from '../../surroundings';

export const apps: AppDescription[] = [
  {
    name: 'core-web',
    team: 'trouble-core',
    createdDaysAgo: 700,
    domains: [
      // Heroku replaced the certificate a minute ago and has not told the domain.
      {
        hostname: 'www.trouble.example.com',
        certificate: 'lagging-1',
        servedBy: 'current-2',
      },
      { hostname: 'api.trouble.example.com' },
    ],
    certificates: [
      {
        name: 'lagging-1',
        domains: ['www.trouble.example.com'],
        issuedDaysAgo: 85,
        expiresInDays: 5,
        acm: true,
      },
      {
        name: 'current-2',
        domains: ['www.trouble.example.com'],
        issuedDaysAgo: 1,
        expiresInDays: 89,
        acm: true,
        namesHosts: true,
      },
      {
        // No domain of the app uses it.
        name: 'unused-3',
        domains: ['shop.trouble.example.com'],
        issuedDaysAgo: 50,
        expiresInDays: 315,
      },
    ],
    logDrains: [
      {
        scheme: 'https',
        host: 'drain.example.net',
        credentials: true,
        withoutScheme: true,
      },
      { scheme: 'syslog', host: 'logs.example.net', port: 514 },
    ],
    webhooks: [
      {
        host: 'hooks.example.net',
        include: ['api:release'],
        level: 'sync',
        insteadOfUrl: 'not a URL',
      },
    ],
  },
  {
    name: 'core-unknown-access',
    team: 'trouble-core',
    createdDaysAgo: 500,
    accessUnknown: true,
  },
  {
    name: 'core-dates',
    team: 'trouble-core',
    createdDaysAgo: 400,
    stack: 'heroku-26',
    beyondSchema: {
      archived_at: '',
      // The end of a month that has no such day, and a time without a zone.
      updated_at: '2026-02-30T12:00:00Z',
      released_at: '2026-03-01T12:00:00',
    },
  },
  {
    name: 'core-fir',
    team: 'trouble-core',
    createdDaysAgo: 100,
    space: 'trouble-fir',
    stack: 'cnb',
    inside: true,
  },
  { name: 'open-site', team: 'trouble-open', createdDaysAgo: 90 },
  {
    name: 'elsewhere-app',
    owner: 'gil.outside',
    createdDaysAgo: 800,
    hidden: true,
  },
  { name: 'dana-playground', owner: 'dana.kovac', createdDaysAgo: 250 },
];

export const addons: AddonDescription[] = [
  {
    app: 'core-web',
    plan: 'heroku-postgresql:premium-0',
    // Nobody has told Heroku what it costs.
    beyondSchema: { billed_price: { cents: 0, contract: true, unit: 'month' } },
  },
  {
    // Shared with the team from an app that the token sees nothing of.
    app: 'elsewhere-app',
    plan: 'heroku-postgresql:standard-0',
    name: 'postgresql-elsewhere',
    listedBy: 'trouble-core',
  },
  { app: 'dana-playground', plan: 'heroku-redis:mini' },
];

export const pipelines: PipelineDescription[] = [
  {
    name: 'core',
    pseudoOwner: 'trouble-core',
    createdDaysAgo: 300,
    stages: { production: ['core-web'] },
  },
];
