import type { OrganisationDescription } from '../description';

/** One developer with an account and nothing around it. */
export const personal: OrganisationDescription = {
  name: 'personal',
  description:
    'One developer: personal apps with add-ons, and one app shared by somebody else; no teams, no Enterprise.',
  user: 'sam.iversen',
  people: [
    {
      handle: 'sam.iversen',
      name: null,
      email: 'sam.iversen@example.net',
      twoFactor: false,
    },
    { handle: 'friend', name: 'A Friend', email: 'friend@example.org' },
  ],
  apps: [
    {
      name: 'sams-garden-planner',
      owner: 'sam.iversen',
      createdDaysAgo: 500,
      acm: true,
      domains: [
        {
          hostname: 'garden.example.net',
          acmStatus: 'cert issued',
          certificate: 'managed-70333',
        },
      ],
      certificates: [
        {
          name: 'managed-70333',
          domains: ['garden.example.net'],
          issuedDaysAgo: 30,
          expiresInDays: 60,
          acm: true,
        },
      ],
      formation: [{ type: 'web', size: 'Eco', quantity: 1 }],
    },
    {
      name: 'sams-weather-bot',
      owner: 'sam.iversen',
      createdDaysAgo: 1300,
      stack: 'heroku-20',
      releasedDaysAgo: 700,
    },
    {
      name: 'sams-idea',
      owner: 'sam.iversen',
      createdDaysAgo: 3,
      releasedDaysAgo: null,
    },
    {
      name: 'friends-recipes',
      owner: 'friend',
      createdDaysAgo: 200,
      access: { 'sam.iversen': ['view', 'deploy', 'operate'] },
    },
  ],
  addons: [
    {
      app: 'sams-garden-planner',
      plan: 'heroku-postgresql:essential-0',
      name: 'postgresql-garden',
      attachedTo: [{ app: 'sams-weather-bot', as: 'GARDEN' }],
    },
    { app: 'sams-garden-planner', plan: 'papertrail:choklad' },
    { app: 'sams-weather-bot', plan: 'scheduler:standard', webUrl: null },
    { app: 'friends-recipes', plan: 'heroku-redis:mini' },
  ],
  authorizations: [
    {
      description: 'Heroku CLI login',
      scope: ['global'],
      expiresInDays: 25,
      createdDaysAgo: 340,
    },
  ],
  sshKeys: [{ comment: 'sam@desktop', createdDaysAgo: 1200 }],
};
