import type { OrganisationDescription } from '../../description';
import { addons, apps, pipelines } from './apps';
import { spaces } from './spaces';

/** What Heroku really sends now and then, and what looks healthy until something is made of it. */
export const trouble: OrganisationDescription = {
  name: 'trouble',
  description:
    'Trouble Inc: well-formed answers with something odd in each of them, and what lists and details say of one thing differing.',
  user: 'dana.kovac',
  people: [
    { handle: 'dana.kovac', name: 'Dana Kovač', twoFactor: true },
    { handle: 'ezra.lowe', name: 'Ezra Lowe' },
    { handle: 'farah.noor', name: 'Farah Noor' },
    { handle: 'nobody.yet', name: null },
    { handle: 'gil.outside', name: 'Gil', email: 'gil@example.net' },
    { handle: 'invitee', name: null },
  ],
  enterpriseAccounts: [
    {
      name: 'Trouble Inc',
      createdDaysAgo: 900,
      members: [
        { person: 'dana.kovac', permissions: ['view'], twoFactor: true },
        {
          person: 'ezra.lowe',
          permissions: ['view'],
          twoFactor: true,
          spelled: 'Ezra.LOWE@Example.com',
        },
      ],
    },
  ],
  teams: [
    {
      name: 'trouble-core',
      enterpriseAccount: 'Trouble Inc',
      role: 'admin',
      createdDaysAgo: 800,
      defaultPermission: 'member',
      addonsControls: true,
      permitsPseudoUser: true,
      members: [
        { person: 'dana.kovac', role: 'admin', twoFactor: true },
        { person: 'ezra.lowe', role: 'member', twoFactor: true },
        { person: 'farah.noor', role: 'member', twoFactor: false },
      ],
    },
    {
      // Nobody can be invited to it, although it belongs to no enterprise account.
      name: 'trouble-closed',
      role: 'owner',
      createdDaysAgo: 700,
      invites: false,
      preferences: {},
      members: [
        { person: 'dana.kovac', role: 'owner', twoFactor: true },
        { person: 'nobody.yet', role: 'member', withoutUserId: true },
      ],
    },
    {
      name: 'trouble-open',
      role: 'owner',
      createdDaysAgo: 600,
      defaultPermission: 'viewer',
      preferences: { 'default-permission': 'viewer', 'seat-limit': 12 },
      identityProvider: {
        name: 'trouble-sso',
        entityId: 'https://sso.trouble.example.com',
        certificateDaysLeft: 40,
        bareCertificate: true,
      },
      members: [
        { person: 'dana.kovac', role: 'owner', twoFactor: true },
        { person: 'farah.noor', role: 'member', twoFactor: false },
      ],
      invitations: [
        { person: 'invitee', by: 'dana.kovac', role: null, daysAgo: 3 },
      ],
    },
  ],
  apps,
  addons,
  pipelines,
  spaces,
  beyond: {
    telemetryDrains: [
      {
        space: 'trouble-fir',
        type: 'otlphttp',
        endpoint: 'https://collector:SECRET@otel.trouble.example.com',
        signals: ['traces', 'metrics', 'logs'],
      },
    ],
  },
  authorizations: [
    { description: 'Laptop', scope: ['global'], createdDaysAgo: 300 },
  ],
  sshKeys: [{ comment: 'dana@laptop', createdDaysAgo: 300 }],
};
