import type { OrganisationDescription } from '../description';

/** A company without an Enterprise contract, as most of Heroku's customers are. */
export const teamOnly: OrganisationDescription = {
  name: 'team-only',
  description:
    'A company without Enterprise: three teams of its own, one of an enterprise account that the token cannot see, a personal app.',
  user: 'nadia.berg',
  people: [
    { handle: 'nadia.berg', name: 'Nadia Berg', twoFactor: true },
    { handle: 'otto.keller', name: 'Otto Keller' },
    { handle: 'yuki.tanabe', name: 'Yuki Tanabe' },
    { handle: 'ola.nowak', name: null },
    {
      handle: 'client.lead',
      name: 'Client Lead',
      email: 'lead@client.example.net',
    },
    { handle: 'invitee', name: null },
  ],
  enterpriseAccounts: [
    {
      name: 'Client Holdings',
      visible: false,
      createdDaysAgo: 1000,
      members: [],
    },
  ],
  teams: [
    {
      name: 'studio-web',
      role: 'owner',
      default: true,
      membershipLimit: 25,
      createdDaysAgo: 1500,
      defaultPermission: 'member',
      members: [
        { person: 'nadia.berg', role: 'owner', twoFactor: true },
        { person: 'otto.keller', role: 'admin', twoFactor: true },
        { person: 'yuki.tanabe', role: 'member' },
        { person: 'invitee', role: 'member', pending: true },
      ],
      invitations: [
        { person: 'invitee', by: 'nadia.berg', role: 'member', daysAgo: 3 },
      ],
    },
    {
      name: 'studio-tools',
      role: 'admin',
      membershipLimit: 5,
      createdDaysAgo: 700,
      defaultPermission: 'viewer',
      members: [
        { person: 'nadia.berg', role: 'admin', twoFactor: true },
        { person: 'ola.nowak', role: 'member', twoFactor: false },
      ],
    },
    {
      name: 'studio-empty',
      role: 'member',
      membershipLimit: 5,
      createdDaysAgo: 90,
      members: [
        { person: 'otto.keller', role: 'owner', twoFactor: true },
        { person: 'nadia.berg', role: 'member', twoFactor: true },
      ],
    },
    {
      name: 'client-shared',
      enterpriseAccount: 'Client Holdings',
      role: 'collaborator',
      createdDaysAgo: 400,
      members: [
        { person: 'client.lead', role: 'admin', twoFactor: true },
        { person: 'nadia.berg', role: 'collaborator', twoFactor: true },
      ],
    },
  ],
  apps: [
    {
      name: 'studio-site',
      team: 'studio-web',
      createdDaysAgo: 1400,
      acm: true,
      domains: [
        {
          hostname: 'studio.example.org',
          acmStatus: 'cert issued',
          certificate: 'managed-61002',
        },
      ],
      certificates: [
        {
          name: 'managed-61002',
          domains: ['studio.example.org'],
          issuedDaysAgo: 30,
          expiresInDays: 60,
          acm: true,
        },
      ],
    },
    { name: 'studio-site-staging', team: 'studio-web', createdDaysAgo: 1390 },
    {
      name: 'studio-bookings',
      team: 'studio-web',
      createdDaysAgo: 600,
      stack: 'heroku-22',
      access: { 'client.lead': ['view'] },
    },
    { name: 'studio-timesheets', team: 'studio-tools', createdDaysAgo: 650 },
    { name: 'client-intranet', team: 'client-shared', createdDaysAgo: 390 },
    { name: 'nadia-playground', owner: 'nadia.berg', createdDaysAgo: 800 },
  ],
  addons: [
    { app: 'studio-site', plan: 'heroku-postgresql:standard-0' },
    { app: 'studio-site', plan: 'papertrail:choklad' },
    { app: 'studio-site-staging', plan: 'heroku-postgresql:essential-0' },
    {
      app: 'studio-bookings',
      plan: 'heroku-redis:mini',
      name: 'redis-bookings',
      attachedTo: [{ app: 'studio-timesheets', as: 'BOOKINGS' }],
    },
    { app: 'studio-timesheets', plan: 'heroku-postgresql:essential-1' },
    { app: 'client-intranet', plan: 'scheduler:standard', webUrl: null },
    { app: 'nadia-playground', plan: 'heroku-postgresql:essential-0' },
  ],
  pipelines: [
    {
      name: 'studio',
      team: 'studio-web',
      createdDaysAgo: 1300,
      stages: {
        production: ['studio-site'],
        staging: ['studio-site-staging'],
      },
    },
  ],
  authorizations: [
    {
      description: 'Long-lived user authorization',
      scope: ['global'],
      createdDaysAgo: 300,
    },
  ],
};
