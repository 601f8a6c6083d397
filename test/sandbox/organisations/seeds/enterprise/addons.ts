import type { AddonDescription } from '../../appDescription';

/** Add-ons with nothing to say about them. */
function plain(app: string, ...plans: string[]): AddonDescription[] {
  return plans.map((plan) => ({ app, plan }));
}

/** Those that something else in the organisation refers to, or that show a case. */
const remarkable: AddonDescription[] = [
  {
    // Shared with an app of another stage.
    app: 'shop-web',
    plan: 'heroku-postgresql:standard-0',
    name: 'postgresql-shop-main',
    attachedTo: [{ app: 'shop-web-staging', as: 'PRODUCTION_DATABASE' }],
  },
  {
    // Shared with an app of another team.
    app: 'pay-ledger',
    plan: 'heroku-postgresql:shield-0',
    name: 'postgresql-ledger',
    attachedTo: [
      {
        app: 'data-reports',
        as: 'LEDGER_READONLY',
        namespace: 'credential:reporting',
      },
    ],
  },
  {
    // Attached twice, both times within its own app: shared with nobody.
    app: 'pay-api',
    plan: 'heroku-postgresql:shield-0',
    name: 'postgresql-pay-api',
    attachedTo: [{ app: 'pay-api', as: 'DATABASE_READER' }],
  },
  {
    app: 'data-events',
    plan: 'heroku-kafka:standard-0',
    name: 'kafka-events',
    attachedTo: [
      { app: 'data-metrics', as: 'KAFKA' },
      { app: 'shop-web', as: 'EVENTS_KAFKA' },
      // A personal app, whose owner has no say in the team's.
      { app: 'mara-homepage', as: 'EVENTS_KAFKA' },
    ],
  },
  // Production on an entry-level plan, and staging on the same one.
  { app: 'shop-search', plan: 'heroku-postgresql:essential-0' },
  { app: 'shop-search-staging', plan: 'heroku-postgresql:essential-0' },
  { app: 'shop-search', plan: 'heroku-redis:mini' },
  {
    app: 'example-gateway',
    plan: 'papertrail:fixa',
    name: 'papertrail-gateway',
  },
  { app: 'example-ci-runner', plan: 'scheduler:standard', webUrl: null },
  { app: 'data-exports', plan: 'scheduler:standard', webUrl: null },
  {
    app: 'research-models',
    plan: 'heroku-redis:private-3',
    state: 'provisioning',
  },
  { app: 'research-api', plan: 'acme-ledger:quill' },
  {
    // A state and a field that the schema does not know.
    app: 'mobile-backend',
    plan: 'jawsdb:whitetip',
    state: 'suspended',
    beyondSchema: { suspended_reason: { code: 'quota' } },
  },
  {
    app: 'example-auth',
    plan: 'heroku-postgresql:premium-0',
    beyondSchema: {
      billed_price: { cents: 18_000, contract: true, unit: 'month' },
    },
  },
  {
    // A price nobody has told Heroku.
    app: 'finance-invoices',
    plan: 'heroku-postgresql:standard-2',
    beyondSchema: { billed_price: null },
  },
];

export const addons: AddonDescription[] = [
  ...remarkable,
  ...plain(
    'example-gateway',
    'heroku-redis:premium-0',
    'newrelic:wayne',
    'rollbar:free',
  ),
  ...plain(
    'example-gateway-staging',
    'heroku-redis:mini',
    'papertrail:choklad',
  ),
  ...plain(
    'example-auth',
    'heroku-redis:premium-0',
    'newrelic:wayne',
    'sendgrid:bronze',
  ),
  ...plain(
    'example-auth-staging',
    'heroku-postgresql:essential-1',
    'heroku-redis:mini',
  ),
  ...plain(
    'example-status',
    'heroku-postgresql:standard-0',
    'papertrail:choklad',
  ),
  ...plain('example-ci-runner', 'cloudamqp:tiger', 'papertrail:choklad'),
  ...plain(
    'shop-web',
    'heroku-redis:premium-0',
    'memcachier:100',
    'newrelic:wayne',
    'sendgrid:bronze',
  ),
  ...plain(
    'shop-web-staging',
    'heroku-postgresql:essential-0',
    'heroku-redis:mini',
    'papertrail:choklad',
  ),
  ...plain('shop-web-dev', 'heroku-postgresql:essential-0'),
  ...plain('shop-web-pr-101', 'heroku-postgresql:essential-0'),
  ...plain('shop-web-pr-102', 'heroku-postgresql:essential-0'),
  ...plain(
    'shop-search',
    'bonsai:standard-sm',
    'memcachier:dev',
    'papertrail:choklad',
  ),
  ...plain('shop-images', 'memcachier:dev', 'scheduler:standard'),
  ...plain('shop-legacy-cart', 'jawsdb:kitefin'),
  ...plain(
    'shop-newsletter',
    'sendgrid:bronze',
    'heroku-postgresql:essential-1',
  ),
  ...plain(
    'pay-api',
    'heroku-redis:private-3',
    'newrelic:wayne',
    'rollbar:free',
  ),
  ...plain('pay-api-staging', 'heroku-postgresql:private-0', 'rollbar:free'),
  ...plain('pay-ledger', 'newrelic:wayne'),
  ...plain('pay-ledger-staging', 'heroku-postgresql:private-0'),
  ...plain('pay-webhooks', 'cloudamqp:tiger', 'papertrail:fixa'),
  ...plain('pay-reconcile', 'scheduler:standard'),
  ...plain('data-warehouse-loader', 'scheduler:standard', 'papertrail:choklad'),
  ...plain('data-events', 'papertrail:fixa'),
  ...plain('data-events-staging', 'heroku-kafka:basic-0'),
  ...plain(
    'data-reports',
    'heroku-postgresql:standard-2',
    'heroku-redis:premium-0',
  ),
  ...plain('data-metrics', 'heroku-postgresql:standard-0'),
  ...plain('data-notebooks', 'heroku-postgresql:essential-1'),
  ...plain('finance-invoices', 'scheduler:standard', 'sendgrid:bronze'),
  ...plain('finance-invoices-staging', 'heroku-postgresql:essential-0'),
  ...plain('finance-forecast', 'heroku-postgresql:standard-0'),
  ...plain('research-api', 'heroku-postgresql:essential-1'),
  ...plain('research-api-staging', 'heroku-postgresql:essential-0'),
  ...plain('mobile-backend', 'heroku-redis:premium-0', 'rollbar:free'),
  ...plain('mobile-backend-staging', 'heroku-redis:mini'),
  ...plain('mobile-push', 'cloudamqp:lemur'),
  ...plain('guild-site', 'papertrail:choklad'),
  ...plain('guild-bot', 'heroku-postgresql:essential-0', 'scheduler:standard'),
  ...plain(
    'mara-sandbox',
    'heroku-postgresql:essential-0',
    'papertrail:choklad',
  ),
  ...plain('mara-homepage', 'memcachier:dev'),
  ...plain('river-portfolio', 'heroku-postgresql:essential-0'),
];
