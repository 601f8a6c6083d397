import type { Witness } from './witness';

export const apps: Witness[] = [
  {
    question: 'unsupported-stacks',
    found: ['shop-legacy-cart'],
    rows: 4,
    missed: ['shop-search'],
    because: 'is on heroku-22, which has a year left',
  },
  {
    question: 'stacks-ending',
    found: ['shop-search'],
    rows: 3,
    missed: ['shop-legacy-cart'],
    because: 'is on heroku-18, which ended years ago',
  },
  {
    question: 'stack-not-built',
    found: ['example-handbook', 'heroku-20', 'heroku-24'],
    rows: 2,
    missed: ['example-gateway-staging'],
    because: 'does not say what it will be built on',
  },
  {
    question: 'stale-apps',
    found: ['shop-images'],
    rows: 5,
    missed: ['data-notebooks'],
    because: 'was released 364 days ago, not 366',
  },
  {
    question: 'apps-in-maintenance',
    found: ['pay-reconcile'],
    rows: 2,
    missed: ['pay-webhooks'],
    because: 'answers',
  },
  {
    question: 'single-dyno-production',
    found: ['shop-search', '1'],
    rows: 3,
    missed: ['shop-search-staging', '1'],
    because: 'has one dyno too, and is staging',
  },
];
