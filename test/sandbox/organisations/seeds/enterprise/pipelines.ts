import type { PipelineDescription } from '../../surroundings';

export const pipelines: PipelineDescription[] = [
  {
    name: 'gateway',
    team: 'example-platform',
    createdDaysAgo: 1500,
    stages: {
      production: ['example-gateway', 'example-auth'],
      staging: ['example-gateway-staging', 'example-auth-staging'],
    },
    reviewApps: {
      automatic: false,
      destroyStale: true,
      staleDays: 5,
      waitForCi: true,
    },
  },
  {
    name: 'shop',
    team: 'example-storefront',
    createdDaysAgo: 1400,
    stages: {
      production: ['shop-web'],
      staging: ['shop-web-staging'],
      development: ['shop-web-dev'],
      review: ['shop-web-pr-101', 'shop-web-pr-102'],
    },
    reviewApps: {
      automatic: true,
      destroyStale: false,
      staleDays: 30,
      waitForCi: false,
      baseName: 'shop-web',
    },
  },
  {
    name: 'search',
    team: 'example-storefront',
    createdDaysAgo: 900,
    stages: {
      production: ['shop-search'],
      staging: ['shop-search-staging'],
    },
  },
  {
    name: 'payments',
    team: 'example-payments',
    createdDaysAgo: 1300,
    stages: {
      production: ['pay-api', 'pay-ledger'],
      staging: ['pay-api-staging', 'pay-ledger-staging'],
    },
    reviewApps: {
      automatic: false,
      destroyStale: true,
      staleDays: 2,
      waitForCi: true,
      space: 'payments-vault',
    },
  },
  {
    name: 'research',
    team: 'labs-research',
    fir: true,
    createdDaysAgo: 200,
    stages: {
      production: ['research-models'],
      staging: ['research-api-staging'],
      // A stage that the schema does not know.
      experiment: ['research-playground'],
    },
  },
  {
    name: 'mara-experiments',
    owner: 'mara.lindqvist',
    createdDaysAgo: 400,
    stages: { development: ['mara-sandbox'] },
  },
  {
    // Of somebody whom only access to the app makes known.
    name: 'helping-out',
    owner: 'weekend.helper',
    createdDaysAgo: 70,
    stages: { development: ['mara-homepage'] },
  },
  {
    // Of a team in no enterprise account: nobody is outside of that.
    name: 'guild',
    team: 'open-source-guild',
    createdDaysAgo: 800,
    stages: { production: ['guild-site'] },
  },
  {
    name: 'orphaned-pipeline',
    createdDaysAgo: 2000,
    stages: { production: ['data-events'], staging: ['data-events-staging'] },
  },
];
