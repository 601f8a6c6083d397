import type { Witness } from './witness';

export const governance: Witness[] = [
  {
    question: 'teams-without-sso',
    query: 'In an enterprise account',
    found: ['Example Labs Zürich 🧪', 'labs-research'],
    rows: 1,
    missed: ['Example Corp', 'example-finance'],
    because: 'names no provider, and its account has one',
  },
  {
    question: 'teams-without-sso',
    query: 'Outside of enterprise accounts',
    found: ['open-source-guild'],
    rows: 1,
    missed: ['example-finance'],
    because: 'names no provider either, and is in an enterprise account',
  },
  {
    question: 'sso-certificate-expiring',
    found: ['SSO of labs-mobile'],
    rows: 1,
    missed: ['SSO of Example Corp'],
    because: 'has 210 days left',
  },
  {
    question: 'old-invitations',
    found: ['open-source-guild', 'gone@example.net'],
    rows: 2,
    missed: ['open-source-guild', 'new.joiner@example.com'],
    because: 'was invited 10 days ago',
  },
  {
    question: 'everyone-manages',
    found: ['labs-mobile'],
    rows: 1,
    missed: ['labs-research'],
    because: 'gives its members less than manage',
  },
  {
    question: 'any-addon',
    found: ['example-storefront'],
    rows: 4,
    missed: ['example-data'],
    because: 'does not say',
  },
];
