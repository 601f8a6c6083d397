import type { Witness } from './witness';

export const costs: Witness[] = [
  {
    question: 'addon-cost-by-team',
    found: ['example-data', '188100', '7'],
    rows: 8,
    missed: ['example-events'],
    because: 'has no add-ons',
  },
  {
    question: 'most-expensive-apps',
    found: ['pay-api', '55000'],
    rows: 8,
    missed: ['example-status'],
    because: 'has an add-on of 50 dollars',
  },
];
