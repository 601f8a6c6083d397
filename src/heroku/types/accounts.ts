import type { Decoded } from './fields';
import {
  boolean,
  identifier,
  identityProviderReference,
  maybe,
  object,
  personReference,
  reference,
  resource,
  text,
} from './fields';
import { timestamp } from './timestamp';
import { unordered, unorderedTexts } from './unordered';

/** The Heroku account that the API key belongs to, `GET /account`. `sms_number` is never read. */
export const accountResource = resource('account', {
  id: identifier,
  email: maybe(text),
  name: maybe(text),
  created_at: maybe(timestamp),
  updated_at: maybe(timestamp),
  /** Set while Heroku has the account suspended. */
  suspended_at: maybe(timestamp),
  /** Set while its bills are not paid. */
  delinquent_at: maybe(timestamp),
  /** When somebody last signed in. */
  last_login: maybe(timestamp),
  /** Whether it has billing information. */
  verified: maybe(boolean),
  federated: maybe(boolean),
  two_factor_authentication: maybe(boolean),
  identity_provider: maybe(identityProviderReference),
});
export type Account = Decoded<typeof accountResource>;

/** An enterprise account, `GET /enterprise-accounts`. */
export const enterpriseAccountResource = resource('enterprise account', {
  id: identifier,
  name: maybe(text),
  created_at: maybe(timestamp),
  updated_at: maybe(timestamp),
  trial: maybe(boolean),
  /** The token user's own permissions in this account. */
  permissions: maybe(unorderedTexts),
  /** The SSO provider; `null` where the account has none. */
  identity_provider: maybe(identityProviderReference),
});
export type EnterpriseAccount = Decoded<typeof enterpriseAccountResource>;

/** A member of an enterprise account, `GET /enterprise-accounts/{id}/members`. It carries no timestamps. */
export const enterpriseAccountMemberResource = resource(
  'enterprise account member',
  {
    /** The membership's id, not the user's. */
    id: maybe(text),
    enterprise_account: maybe(reference),
    user: personReference,
    /** `name` is one of view, create, manage, billing. */
    permissions: maybe(
      unordered(object({ name: text, description: maybe(text) }), 'name'),
    ),
    two_factor_authentication: maybe(boolean),
    /** The SSO provider that this member signs in with; `null` for a password. */
    identity_provider: maybe(identityProviderReference),
  },
);
export type EnterpriseAccountMember = Decoded<
  typeof enterpriseAccountMemberResource
>;
