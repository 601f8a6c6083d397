import type { Entity } from '@jupiterone/integration-sdk-core';
import { parseTimePropertyValue } from '@jupiterone/integration-sdk-core';
import type { Account, EnterpriseAccount } from '../../heroku';
import { ACCOUNT, bareKey, createEntity, typedKey } from '../../model';

/** An enterprise account. */
export function createEnterpriseAccountEntity(
  account: EnterpriseAccount,
): Entity {
  const { identity_provider: identityProvider } = account;
  return createEntity(ACCOUNT, bareKey(account.id), account, {
    id: account.id,
    name: account.name ?? account.id,
    createdOn: parseTimePropertyValue(account.created_at ?? undefined),
    updatedOn: parseTimePropertyValue(account.updated_at ?? undefined),
    accountType: 'enterprise',
    trial: account.trial ?? undefined,
    ssoEnabled:
      identityProvider === undefined ? undefined : identityProvider !== null,
    identityProviderId: identityProvider?.id,
  });
}

/** The key of the entity that stands for a person's own Heroku account; the bare id is the user's. */
export function individualAccountKey(accountId: string): string {
  return typedKey(ACCOUNT._type, accountId);
}

/** The API key's own Heroku account, as the root of what belongs to no enterprise account. */
export function createIndividualAccountEntity(account: Account): Entity {
  return createEntity(ACCOUNT, individualAccountKey(account.id), account, {
    id: account.id,
    name: account.email ?? account.name ?? account.id,
    createdOn: parseTimePropertyValue(account.created_at ?? undefined),
    updatedOn: parseTimePropertyValue(account.updated_at ?? undefined),
    accountType: 'individual',
    trial: false,
    ssoEnabled:
      account.identity_provider === undefined
        ? undefined
        : account.identity_provider !== null,
    identityProviderId: account.identity_provider?.id,
  });
}
