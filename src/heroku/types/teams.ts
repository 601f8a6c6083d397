import type { Decoded } from './fields';
import {
  boolean,
  identifier,
  identityProviderReference,
  maybe,
  number,
  object,
  reference,
  resource,
  text,
} from './fields';
import { timestamp } from './timestamp';

/** A team, `GET /teams` and `GET /enterprise-accounts/{id}/teams`. */
export const teamResource = resource('team', {
  id: identifier,
  name: maybe(text),
  /** `enterprise` or `team`. */
  type: maybe(text),
  created_at: maybe(timestamp),
  updated_at: maybe(timestamp),
  default: maybe(boolean),
  /** The enterprise account it belongs to; `null` for a team of its own. */
  enterprise_account: maybe(reference),
  identity_provider: maybe(identityProviderReference),
  membership_limit: maybe(number),
  provisioned_licenses: maybe(boolean),
  /** The token user's own role in the team; `null` where it has none. */
  role: maybe(text),
});
export type Team = Decoded<typeof teamResource>;

/** A member of a team, `GET /teams/{id}/members`. */
export const teamMemberResource = resource('team member', {
  /** The membership's id, not the user's. */
  id: maybe(text),
  email: maybe(text),
  federated: maybe(boolean),
  /** `owner`, `admin`, `collaborator`, `member`, `viewer`, or unknown. */
  role: maybe(text),
  /** Heroku leaves this out for some members: absent is unknown, not false. */
  two_factor_authentication: maybe(boolean),
  /** The SSO provider that this member signs in with; `null` for a password. */
  identity_provider: maybe(identityProviderReference),
  /** When the membership began, not the user's account. */
  created_at: maybe(timestamp),
  updated_at: maybe(timestamp),
  /** Missing, or without an id, while an invitation has not been accepted. */
  user: maybe(
    object({ id: maybe(identifier), email: maybe(text), name: maybe(text) }),
  ),
});
export type TeamMember = Decoded<typeof teamMemberResource>;
