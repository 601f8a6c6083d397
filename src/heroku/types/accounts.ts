import type { Decoded } from './fields';
import {
  boolean,
  identifier,
  maybe,
  object,
  personReference,
  reference,
  resource,
  text,
  timestamp,
} from './fields';
import * as v from 'valibot';

/** The Heroku account that the API key belongs to, `GET /account`. `sms_number` is never read. */
export const accountResource = resource('account', {
  id: identifier,
  email: maybe(text),
  name: maybe(text),
  created_at: maybe(timestamp),
  updated_at: maybe(timestamp),
  /** Set while Heroku has the account suspended. */
  suspended_at: maybe(timestamp),
  verified: maybe(boolean),
  federated: maybe(boolean),
  two_factor_authentication: maybe(boolean),
  identity_provider: maybe(object({ id: identifier, name: maybe(text) })),
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
  permissions: maybe(v.array(text)),
  /** The SSO provider; `null` where the account has none. */
  identity_provider: maybe(object({ id: identifier, name: maybe(text) })),
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
      v.array(object({ name: text, description: maybe(text) })),
    ),
    two_factor_authentication: maybe(boolean),
    /** The SSO provider that this member signs in with; `null` for a password. */
    identity_provider: maybe(
      object({
        id: identifier,
        name: maybe(text),
        redacted: maybe(boolean),
      }),
    ),
  },
);
export type EnterpriseAccountMember = Decoded<
  typeof enterpriseAccountMemberResource
>;
