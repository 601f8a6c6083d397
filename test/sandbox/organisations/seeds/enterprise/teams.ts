import type { TeamDescription } from '../../description';
import { labs } from './accounts';
import { corporationTeams } from './corporationTeams';

/** The teams of the trial contract, which has no single sign-on; one has a provider of its own. */
const labsTeams: TeamDescription[] = [
  {
    name: 'labs-research',
    enterpriseAccount: labs,
    role: 'member',
    createdDaysAgo: 300,
    defaultPermission: 'member',
    addonsControls: false,
    members: [
      {
        person: 'zoe.nunez',
        role: 'owner',
        twoFactor: true,
        federatedByOthers: true,
      },
      { person: 'mara.lindqvist', role: 'member', twoFactor: true },
      { person: 'marek.hruby', role: 'member' },
      { person: 'anouk.visser', role: 'member', twoFactor: false },
      { person: 'priya.raman', role: null, twoFactor: true },
    ],
  },
  {
    name: 'labs-mobile',
    enterpriseAccount: labs,
    role: 'viewer',
    createdDaysAgo: 250,
    defaultPermission: 'admin',
    addonsControls: false,
    identityProvider: {
      name: 'labs-mobile-sso',
      entityId: 'https://login.labs.example.com',
      certificateDaysLeft: 12,
    },
    members: [
      {
        person: 'elif.demirci',
        role: 'admin',
        federated: true,
        twoFactor: false,
      },
      { person: 'sami.laine', role: 'member', twoFactor: true },
      { person: 'noor.haddad', role: 'member', twoFactor: true },
      { person: 'mara.lindqvist', role: 'viewer', twoFactor: true },
    ],
  },
];

/** A team that pays by credit card and belongs to no contract. */
const guild: TeamDescription = {
  name: 'open-source-guild',
  role: 'owner',
  createdDaysAgo: 2500,
  membershipLimit: 5,
  defaultPermission: 'member',
  addonsControls: false,
  members: [
    { person: 'mara.lindqvist', role: 'owner', twoFactor: true },
    { person: 'tui.parata', role: 'admin', twoFactor: false },
    { person: 'guild.friend', role: 'collaborator' },
  ],
  // Teams of Heroku Enterprise send no invitations.
  invitations: [
    {
      person: 'invited.longago',
      by: 'mara.lindqvist',
      role: 'admin',
      daysAgo: 730,
    },
    { person: 'new.joiner', by: 'tui.parata', role: 'member', daysAgo: 10 },
    {
      person: 'agency.designer',
      by: 'tui.parata',
      role: 'collaborator',
      daysAgo: 31,
    },
  ],
  beyondSchema: { sponsored: true, sponsorship: { level: 'oak', since: 2021 } },
};

export const teams: TeamDescription[] = [
  ...corporationTeams,
  ...labsTeams,
  guild,
];
