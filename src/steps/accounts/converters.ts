import type { Entity } from '@jupiterone/integration-sdk-core';
import { parseTimePropertyValue } from '@jupiterone/integration-sdk-core';
import type { Account, EnterpriseAccount } from '../../heroku';
import { ACCOUNT, createEntity } from '../../model';

const SAME_FOR_ALL = {
  vendor: 'Heroku',
  accessURL: 'https://dashboard.heroku.com',
};

/** An enterprise account. */
export function createEnterpriseAccountEntity(
  account: EnterpriseAccount,
): Entity {
  return createEntity(ACCOUNT, account, {
    ...SAME_FOR_ALL,
    accountType: 'enterprise',
    trial: account.trial ?? undefined,
    ...identityProvider(account),
  });
}

/** The API key's own Heroku account, as the root of what belongs to no enterprise account. */
export function createIndividualAccountEntity(account: Account): Entity {
  return createEntity(
    ACCOUNT,
    account,
    {
      name: account.email ?? account.name ?? account.id,
      ...SAME_FOR_ALL,
      delinquentOn: parseTimePropertyValue(account.delinquent_at ?? undefined),
      accountType: 'individual',
      ...identityProvider(account),
    },
    individualAccountId(account),
  );
}

/** What stands for the id of a person's own Heroku account in keys: the bare id is the user's. */
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
