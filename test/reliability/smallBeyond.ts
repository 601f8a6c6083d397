import type { BeyondDescription } from '../sandbox/organisations/beyond';

/** What the small organisation has beside its core: of each thing as little as shows that one was lost. */
export const beyond: BeyondDescription = {
  deployments: [
    {
      app: 'shop-web',
      by: 'gus.moreau',
      daysAgo: 3,
      version: 12,
      commit: '0f3a9c1e5b7d24680f3a9c1e5b7d24680f3a9c1e',
      buildpacks: ['heroku/nodejs'],
    },
    { app: 'finance-invoices', by: 'mara.lindqvist', daysAgo: 9, version: 7 },
    // By people whom one list each makes known.
    { app: 'shop-web-staging', by: 'ada.auditor', daysAgo: 8, version: 6 },
    { app: 'shop-models', by: 'guest.designer', daysAgo: 7, version: 5 },
    { app: 'mara-sandbox', by: 'paired.friend', daysAgo: 6, version: 4 },
    { app: 'shop-api', by: 'nia.idle', daysAgo: 6, version: 4 },
    { app: 'solo-owner-app', by: 'solo.owner', daysAgo: 5, version: 3 },
  ],
  reviewApps: [
    {
      app: 'shop-web-pr-1',
      branch: 'redesign',
      by: 'gus.moreau',
      pullRequest: 1,
    },
  ],
  teamAuthorizations: {
    'example-storefront': [
      {
        description: 'Automation',
        scope: ['global'],
        client: 'Example CI',
        createdDaysAgo: 60,
      },
    ],
    'example-side-project': [
      { description: 'Reports', scope: ['read'], createdDaysAgo: 5 },
    ],
  },
  telemetryDrains: [
    {
      space: 'shop-lab',
      type: 'otlphttp',
      endpoint: 'https://otel.example.com/v1',
      signals: ['traces'],
    },
    {
      app: 'shop-models',
      type: 'otlphttp',
      endpoint: 'https://otel.example.net:4318',
      signals: ['logs'],
    },
  ],
  spaceLogDrains: { 'shop-vault': 'https://logs.example.com/drain' },
  allowedAddonServices: {
    'example-storefront': ['heroku-postgresql', 'heroku-redis'],
  },
  appFeatures: {
    'shop-web': ['runtime-heroku-exec'],
    'finance-invoices': ['preboot'],
  },
  transfers: ['mara-sandbox', 'shop-web'].map((app) => ({
    app,
    from: 'mara.lindqvist',
    to: 'gus.moreau',
    state: 'pending',
  })),
  oauthClients: [
    { name: 'Example CI', redirect: 'https://ci.example.com/callback' },
  ],
  delinquent: { 'example-side-project': { suspendedIn: 12, deletedIn: 40 } },
  usage: { 'Example Corp': { 'example-storefront': { 'shop-web': 12.5 } } },
};
