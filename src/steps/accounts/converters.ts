import type { Entity } from '@jupiterone/integration-sdk-core';
import { parseTimePropertyValue } from '@jupiterone/integration-sdk-core';
import type { Account, EnterpriseAccount, Team } from '../../heroku';
import { ACCOUNT, createEntity } from '../../model';
import type { DueDates } from '../billing/delinquency';
import type { UsageValues } from '../billing/usage';

const SAME_FOR_ALL = {
  vendor: 'Heroku',
  accessURL: 'https://dashboard.heroku.com',
};

/** An enterprise account. */
export function createEnterpriseAccountEntity(
  account: EnterpriseAccount,
  usage: UsageValues = {},
): Entity {
  return createEntity(ACCOUNT, account, {
    ...SAME_FOR_ALL,
    accountType: 'enterprise',
    ...usage,
    trial: account.trial ?? undefined,
    ...identityProvider(account),
  });
}

/** The API key's own Heroku account, as the root of what belongs to no enterprise account. */
export function createIndividualAccountEntity(
  account: Account,
  dueDates: DueDates = {},
): Entity {
  return createEntity(
    ACCOUNT,
    account,
    {
      name: account.email ?? account.name ?? account.id,
      ...SAME_FOR_ALL,
      delinquentOn: parseTimePropertyValue(account.delinquent_at ?? undefined),
      accountType: 'individual',
      ...dueDates,
      ...identityProvider(account),
    },
    individualAccountId(account),
  );
}

/** The root of a team that belongs to no enterprise account, for an API key that is a token of that team. */
export function createTeamAccountEntity(team: Team): Entity {
  return createEntity(
    ACCOUNT,
    team,
    { ...SAME_FOR_ALL, accountType: 'team' },
    individualAccountId(team),
  );
}

/** What stands for the id of a person's or a team's own account in keys: the bare id is that of the user or team. */
export function individualAccountId({ id }: { id: string }): string {
  return `${ACCOUNT._type}:${id}`;
}

function identityProvider({
  identity_provider: provider,
}: Account | EnterpriseAccount) {
  return {
    ssoEnabled: provider === undefined ? undefined : provider !== null,
    identityProviderId: provider?.id ?? undefined,
  };
}
