import type {
  EnterpriseAccountDescription,
  EnterprisePermission,
} from '../../description';

const viewOnly: EnterprisePermission[] = ['view'];
const everything: EnterprisePermission[] = [
  'view',
  'create',
  'manage',
  'billing',
];

/** A member who signs in through the company's identity provider: Heroku's own second factor is off. */
function federated(person: string, permissions = viewOnly) {
  return { person, permissions, twoFactor: false, federated: true };
}

/** A member with a password and a second factor. */
function protectedMember(person: string, permissions = viewOnly) {
  return { person, permissions, twoFactor: true };
}

export const corporation = 'Example Corp';
export const labs = 'Example Labs Zürich 🧪';

export const enterpriseAccounts: EnterpriseAccountDescription[] = [
  {
    name: corporation,
    createdDaysAgo: 2300,
    identityProvider: {
      name: 'example-corp-sso',
      entityId: 'https://sso.example.com/heroku',
      certificateDaysLeft: 210,
    },
    members: [
      protectedMember('mara.lindqvist', everything),
      federated('tomas.vidal', ['view', 'create', 'manage']),
      federated('bjorn.astrom'),
      federated('aiko.hayashida'),
      // No second factor and no identity provider: the one to find.
      { person: 'gus.moreau', permissions: viewOnly, twoFactor: false },
      protectedMember('noor.haddad', ['view', 'manage']),
      federated('wen.qiao'),
      federated('ines.carvalho', ['view', 'create']),
      federated('lukasz.zak'),
      federated('siobhan.nibhriain'),
      federated('dimitra.pappa', ['view', 'billing']),
      federated('felix.brandt'),
      federated('ruth.abebe'),
      federated('kofi.annor'),
      federated('hana.novotna'),
      protectedMember('omar.saidi'),
      { person: 'deploy-bot', permissions: viewOnly, twoFactor: false },
      protectedMember('auditor'),
    ],
  },
  {
    name: labs,
    createdDaysAgo: 320,
    trial: true,
    members: [
      protectedMember('mara.lindqvist'),
      protectedMember('noor.haddad', ['view', 'create']),
      protectedMember('zoe.nunez', everything),
      protectedMember('marek.hruby', ['view', 'manage']),
      // Manages the account with nothing but a password.
      {
        person: 'anouk.visser',
        permissions: ['view', 'manage'],
        twoFactor: false,
      },
      protectedMember('sami.laine'),
      protectedMember('priya.raman'),
      protectedMember('elif.demirci'),
    ],
    beyondSchema: { contract_tier: 'not-yet-known' },
  },
];
