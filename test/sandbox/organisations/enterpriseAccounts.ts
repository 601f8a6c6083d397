import type { JsonObject } from '../organisation';
import type { Context } from './context';
import type {
  EnterpriseAccountDescription,
  EnterprisePermission,
} from './description';
import { uuid } from './identity';
import { identityProviderReference } from './identityProviders';
import { team } from './teams';

const meaning: Record<EnterprisePermission, string> = {
  view: 'View enterprise account members and teams.',
  create: 'Create new teams in the enterprise account.',
  manage: 'Manage enterprise account members and teams.',
  billing: 'View the billing information of the enterprise account.',
};

/** The enterprise accounts that the token sees, their members and teams. */
export function addEnterpriseAccounts(context: Context): void {
  const visible = (context.description.enterpriseAccounts ?? []).filter(
    (account) => account.visible !== false,
  );
  context.setList(
    '/enterprise-accounts',
    visible.map((account) => enterpriseAccount(context, account)),
    '/enterprise-accounts',
  );
  for (const account of visible) {
    const path = `/enterprise-accounts/${uuid('enterprise-account', account.name)}`;
    const teams = (context.description.teams ?? []).filter(
      ({ enterpriseAccount }) => enterpriseAccount === account.name,
    );
    context.setList(
      `${path}/teams`,
      teams.map((description) => team(context, description)),
    );
    context.setList(`${path}/members`, members(context, account));
  }
}

function enterpriseAccount(
  context: Context,
  account: EnterpriseAccountDescription,
): JsonObject {
  const ownMembership = account.members.find(
    ({ person }) => person === context.description.user,
  );
  return {
    ...context.accountReference(account.name),
    ...context.dated(account.createdDaysAgo),
    permissions: ownMembership?.permissions ?? [],
    trial: account.trial ?? false,
    partner_benefits: false,
    identity_provider: identityProviderReference(
      context,
      'enterprise-account',
      account.name,
    ),
    ...context.beyond(account),
  };
}

function members(
  context: Context,
  account: EnterpriseAccountDescription,
): JsonObject[] {
  const reference = context.accountReference(account.name);
  const provider = identityProviderReference(
    context,
    'enterprise-account',
    account.name,
  );
  return account.members.map(
    ({ person, permissions, twoFactor, federated = false, spelled }) => {
      const { id, email } = context.person(person);
      return {
        id: uuid('enterprise-account-member', `${account.name} ${person}`),
        enterprise_account: reference,
        permissions: permissions.map((name) => ({
          name,
          description: meaning[name] ?? name,
        })),
        user: { id, email: spelled ?? email },
        two_factor_authentication: twoFactor,
        identity_provider:
          federated && provider !== null
            ? { ...provider, redacted: false }
            : null,
      };
    },
  );
}
