import type { TeamDescription } from '../../description';
import { corporation } from './accounts';

/** The teams of Example Corp's contract; all but finance have the token's user in them. */
export const corporationTeams: TeamDescription[] = [
  {
    name: 'example-platform',
    enterpriseAccount: corporation,
    role: 'admin',
    default: true,
    provisionedLicenses: true,
    createdDaysAgo: 2200,
    defaultPermission: 'member',
    addonsControls: true,
    members: [
      { person: 'mara.lindqvist', role: 'admin', twoFactor: true },
      {
        person: 'tomas.vidal',
        role: 'admin',
        federated: true,
        twoFactor: false,
      },
      { person: 'bjorn.astrom', role: 'member', federated: true },
      { person: 'noor.haddad', role: 'member', twoFactor: true },
      { person: 'gus.moreau', role: 'member', twoFactor: false },
      { person: 'wen.qiao', role: 'viewer', federated: true, twoFactor: false },
      { person: 'deploy-bot', role: 'member', twoFactor: false },
      { person: 'new.joiner', role: 'member', pending: true },
    ],
    features: [
      { name: 'team-audit-export', enabled: true, state: 'public' },
      { name: 'team-canvas', enabled: false, state: 'private-beta' },
    ],
  },
  {
    name: 'example-storefront',
    enterpriseAccount: corporation,
    role: 'member',
    provisionedLicenses: true,
    createdDaysAgo: 1900,
    defaultPermission: 'member',
    addonsControls: false,
    members: [
      {
        person: 'ines.carvalho',
        role: 'admin',
        federated: true,
        twoFactor: false,
      },
      {
        person: 'aiko.hayashida',
        role: 'member',
        federated: true,
        twoFactor: false,
      },
      { person: 'lukasz.zak', role: 'member', federated: true },
      { person: 'mara.lindqvist', role: 'member', twoFactor: true },
      {
        person: 'ruth.abebe',
        role: 'viewer',
        federated: true,
        twoFactor: false,
      },
      // In no account's member list.
      { person: 'pavel.contractor', role: 'member', twoFactor: false },
      {
        person: 'agency.designer',
        role: 'collaborator',
        twoFactor: true,
        federatedByOthers: true,
      },
    ],
  },
  {
    name: 'example-payments',
    enterpriseAccount: corporation,
    role: 'admin',
    provisionedLicenses: true,
    createdDaysAgo: 1700,
    defaultPermission: 'viewer',
    addonsControls: true,
    members: [
      {
        person: 'siobhan.nibhriain',
        role: 'admin',
        federated: true,
        twoFactor: false,
      },
      { person: 'mara.lindqvist', role: 'admin', twoFactor: true },
      { person: 'felix.brandt', role: 'member', federated: true },
      {
        person: 'kofi.annor',
        role: 'member',
        federated: true,
        twoFactor: false,
      },
      { person: 'auditor', role: 'viewer', twoFactor: true },
    ],
  },
  {
    name: 'example-data',
    enterpriseAccount: corporation,
    role: 'member',
    provisionedLicenses: false,
    membershipLimit: 25,
    createdDaysAgo: 1200,
    defaultPermission: null,
    addonsControls: null,
    members: [
      {
        person: 'dimitra.pappa',
        role: 'admin',
        federated: true,
        twoFactor: false,
      },
      { person: 'hana.novotna', role: 'member', federated: true },
      { person: 'omar.saidi', role: 'member', twoFactor: true },
      { person: 'mara.lindqvist', role: 'member', twoFactor: true },
      // A role that the schema does not know.
      { person: 'wen.qiao', role: 'data-steward', federated: true },
    ],
  },
  {
    name: 'example-finance',
    enterpriseAccount: corporation,
    provisionedLicenses: true,
    createdDaysAgo: 800,
    defaultPermission: 'viewer',
    addonsControls: true,
    // Its members sign in through the account's provider, which its own record does not name.
    beyondSchema: { identity_provider: null },
    members: [
      { person: 'dimitra.pappa', role: 'admin', federated: true },
      { person: 'jonas.weiss', role: 'member', twoFactor: true },
      { person: 'auditor', role: 'viewer', twoFactor: true },
    ],
  },
];
