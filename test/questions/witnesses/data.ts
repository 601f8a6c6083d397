import type { Witness } from './witness';

export const data: Witness[] = [
  {
    question: 'addons-across-stages',
    found: ['postgresql-shop-main', 'shop-web-staging'],
    rows: 2,
    missed: ['kafka-events', 'shop-web'],
    because: 'is shared between two production apps',
  },
  {
    question: 'addons-across-teams',
    query: 'Between teams',
    found: ['postgresql-ledger', 'data-reports'],
    rows: 2,
    missed: ['postgresql-shop-main', 'shop-web-staging'],
    because: 'is shared within the team',
  },
  {
    question: 'addons-across-teams',
    query: 'With a personal app',
    found: ['kafka-events', 'mara-homepage'],
    rows: 1,
    missed: ['kafka-events', 'shop-web'],
    because: 'belongs to a team',
  },
  {
    question: 'entry-level-production-data',
    found: ['shop-search', 'heroku-postgresql:essential-0'],
    rows: 2,
    missed: ['shop-search-staging', 'heroku-postgresql:essential-0'],
    because: 'is the same plan, in staging',
  },
];
