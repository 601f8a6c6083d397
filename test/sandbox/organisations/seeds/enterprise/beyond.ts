import type { BeyondDescription } from '../../beyond';

const DEPLOY_KEY = 'https://deploy:SECRET@github.com';

/** Of each thing an offender, and beside it a near miss. */
export const beyond: BeyondDescription = {
  deployments: [
    // Released by somebody who is not in the team, and built with a buildpack of nobody's.
    {
      app: 'shop-web',
      by: 'river.freelance',
      daysAgo: 3,
      version: 210,
      commit: '0f3a9c1e5b7d24680f3a9c1e5b7d24680f3a9c1e',
      buildpacks: [
        'heroku/nodejs',
        `${DEPLOY_KEY}/someone-else/heroku-buildpack-fonts.git`,
      ],
    },
    {
      app: 'shop-web-staging',
      by: 'siobhan.nibhriain',
      daysAgo: 1,
      version: 455,
      commit: '9d41b6f2a8c03e579d41b6f2a8c03e579d41b6f2',
    },
    // The same commit on staging and production.
    {
      app: 'shop-search',
      by: 'mara.lindqvist',
      daysAgo: 20,
      version: 61,
      commit: '77aa01bb22cc33dd44ee55ff66778899aabbccdd',
      buildpacks: ['https://github.com/heroku/heroku-buildpack-ruby'],
    },
    {
      app: 'shop-search-staging',
      by: 'mara.lindqvist',
      daysAgo: 21,
      version: 93,
      commit: '77aa01bb22cc33dd44ee55ff66778899aabbccdd',
    },
    // The last release of production failed; that of staging did too, which matters less.
    {
      app: 'pay-ledger',
      by: 'siobhan.nibhriain',
      daysAgo: 2,
      version: 88,
      commit: 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00',
      status: 'failed',
    },
    {
      app: 'pay-ledger-staging',
      by: 'siobhan.nibhriain',
      daysAgo: 2,
      version: 301,
      commit: 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00',
      status: 'failed',
    },
    // Not built: a config var was changed.
    { app: 'pay-api', by: 'siobhan.nibhriain', daysAgo: 9, version: 140 },
  ],
  reviewApps: [
    {
      app: 'shop-web-pr-101',
      branch: 'redesign',
      by: 'guild.friend',
      pullRequest: 101,
      fromFork: true,
    },
    {
      app: 'shop-web-pr-102',
      branch: 'fix-basket',
      by: 'siobhan.nibhriain',
      pullRequest: 102,
    },
  ],
  teamAuthorizations: {
    'open-source-guild': [
      {
        description: 'Guild automation',
        scope: ['global'],
        createdDaysAgo: 60,
      },
      {
        description: 'Guild reports',
        scope: ['read'],
        expiresInDays: 30,
        createdDaysAgo: 5,
      },
    ],
  },
  telemetryDrains: [
    {
      space: 'labs-workshop',
      type: 'otlphttp',
      endpoint: 'https://collector:SECRET@otel.labs.example.com/v1',
      signals: ['traces', 'metrics', 'logs'],
    },
    {
      // Not encrypted.
      app: 'research-models',
      type: 'otlphttp',
      endpoint: 'http://otel.unknown-logs.example.net:4318',
      signals: ['logs'],
    },
  ],
  spaceLogDrains: {
    'payments-vault': 'https://logs:SECRET@logs.example.com/drain?key=SECRET',
  },
  allowedAddonServices: {
    'example-payments': ['heroku-postgresql', 'heroku-redis', 'papertrail'],
  },
  appFeatures: {
    'shop-web': ['runtime-heroku-exec', 'http-session-affinity'],
    'shop-web-staging': ['runtime-heroku-exec'],
    'pay-api': ['spaces-tls-modern', 'preboot'],
    'pay-ledger': ['spaces-tls-legacy'],
  },
  transfers: [
    {
      app: 'mara-sandbox',
      from: 'mara.lindqvist',
      to: 'weekend.helper',
      state: 'pending',
    },
  ],
  oauthClients: [
    {
      name: 'Example CI',
      redirect: 'https://ci.example.com/callback?state=SECRET',
    },
    { name: 'Old dashboard', redirect: 'http://old.example.com/callback' },
  ],
  delinquent: {
    'open-source-guild': { suspendedIn: 12, deletedIn: 40 },
  },
  usage: {
    'Example Corp': {
      'example-storefront': { 'shop-web': 12.5, 'shop-search': 2 },
      'example-payments': { 'pay-api': 8 },
    },
  },
};
