import type { Witness } from './witness';

export const reach: Witness[] = [
  {
    question: 'production-deployers',
    found: ['example-gateway', 'pavel@contractors.example.net'],
    rows: 32,
    missed: ['example-auth', 'deploy-bot@example.com'],
    because: 'may operate the production app, and not deploy to it',
  },
  {
    question: 'external-production-deployers',
    found: ['example-gateway', 'pavel@contractors.example.net'],
    rows: 4,
    missed: ['shop-web', 'robin@agency.example.net'],
    because: 'comes from outside, and may only view the production app',
  },
  {
    question: 'compromised-user',
    query: 'Apps',
    found: ['example-auth'],
    rows: 7,
    missed: ['shop-web'],
    because: 'is an app of a team that the bot is not in',
  },
  {
    question: 'compromised-user',
    query: 'Data stores',
    found: ['example-status', 'heroku-postgresql:standard-0'],
    rows: 8,
    missed: ['example-gateway', 'papertrail-gateway'],
    because: 'is an add-on of an app that it may deploy to, and holds no data',
  },
  {
    question: 'compromised-user',
    query: 'Users by the number of apps that they can deploy to',
    found: ['robin@agency.example.net', '2'],
    rows: 24,
    missed: ['ruth.abebe@example.com'],
    because: 'may only view apps',
  },
];
