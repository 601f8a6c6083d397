import type { OrganisationDescription } from '../description';

/** Two teams whose lists both have an app, for it was transferred between the two requests. */
export const transferred: OrganisationDescription = {
  name: 'transferred',
  description:
    'Two teams without Enterprise, with apps that stand in the lists of both: each list says another owner, or both say the same.',
  user: 'lena.moser',
  people: [
    { handle: 'lena.moser', name: 'Lena Moser' },
    { handle: 'piet.vos', name: 'Piet Vos' },
  ],
  teams: [
    {
      name: 'giving-team',
      role: 'owner',
      createdDaysAgo: 900,
      defaultPermission: 'viewer',
      members: [
        { person: 'lena.moser', role: 'owner', twoFactor: true },
        { person: 'piet.vos', role: 'member', twoFactor: true },
      ],
    },
    {
      name: 'taking-team',
      role: 'owner',
      createdDaysAgo: 800,
      defaultPermission: 'member',
      members: [{ person: 'lena.moser', role: 'owner', twoFactor: true }],
    },
  ],
  apps: [
    {
      // The old list still said that it is its own; the new one says so later.
      name: 'moved-while-reading',
      team: 'taking-team',
      createdDaysAgo: 500,
      alsoListedBy: { team: 'giving-team', asItWas: true },
    },
    {
      // The old list has it, and knows already whose it is.
      name: 'moved-before',
      team: 'taking-team',
      createdDaysAgo: 400,
      alsoListedBy: { team: 'giving-team', asItWas: false },
    },
    { name: 'kept', team: 'giving-team', createdDaysAgo: 300 },
  ],
  addons: [{ app: 'moved-while-reading', plan: 'heroku-redis:mini' }],
};
