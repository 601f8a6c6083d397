import type { OrganisationDescription } from '../description';

/** A user made for the integration: it collaborates, and is a member of nothing. */
export const outsider: OrganisationDescription = {
  name: 'outsider',
  description:
    'The key of a user that no member list names: it has a personal app, authorizations and SSH keys, and sees an enterprise account.',
  user: 'integration.bot',
  people: [
    { handle: 'integration.bot', name: null, twoFactor: false },
    { handle: 'vera.lind', name: 'Vera Lind' },
  ],
  enterpriseAccounts: [
    {
      name: 'Lind Holdings',
      createdDaysAgo: 1000,
      members: [
        {
          person: 'vera.lind',
          permissions: ['view', 'manage'],
          twoFactor: true,
        },
      ],
    },
  ],
  teams: [
    {
      name: 'lind-core',
      enterpriseAccount: 'Lind Holdings',
      role: 'collaborator',
      createdDaysAgo: 900,
      members: [{ person: 'vera.lind', role: 'admin', twoFactor: true }],
    },
  ],
  apps: [
    {
      name: 'lind-shop',
      team: 'lind-core',
      createdDaysAgo: 500,
      access: { 'integration.bot': ['view'] },
    },
    { name: 'bot-reports', owner: 'integration.bot', createdDaysAgo: 100 },
  ],
  addons: [{ app: 'bot-reports', plan: 'scheduler:standard', webUrl: null }],
  authorizations: [
    { description: 'Integration', scope: ['global'], createdDaysAgo: 90 },
    {
      description: 'Reports',
      scope: ['read'],
      expiresInDays: 30,
      createdDaysAgo: 10,
    },
  ],
  sshKeys: [{ comment: 'bot@runner', createdDaysAgo: 80 }],
};
