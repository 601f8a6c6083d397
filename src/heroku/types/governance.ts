import { httpAddress } from './address';
import { certificateFacts } from './certificate';
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
} from './fields';
import { timestamp } from './timestamp';

/** An invitation to a team that has not been accepted, `GET /teams/{team}/invitations`. */
export const teamInvitationResource = resource('team invitation', {
  id: identifier,
  created_at: maybe(timestamp),
  updated_at: maybe(timestamp),
  role: maybe(text),
  team: maybe(reference),
  invited_by: maybe(personReference),
  user: maybe(
    object({ id: maybe(identifier), email: maybe(text), name: maybe(text) }),
  ),
});
export type TeamInvitation = Decoded<typeof teamInvitationResource>;

/** An SSO provider, `GET /teams/{team}/identity-providers`. Of its certificate only facts are kept. */
export const identityProviderResource = resource('identity provider', {
  id: identifier,
  created_at: maybe(timestamp),
  updated_at: maybe(timestamp),
  /** The SAML entity id. */
  entity_id: maybe(text),
  certificate: maybe(certificateFacts),
  sso_target_url: maybe(httpAddress),
  slo_target_url: maybe(httpAddress),
  /** The team or enterprise account that it belongs to. */
  owner: maybe(
    object({ id: identifier, name: maybe(text), type: maybe(text) }),
  ),
});
export type IdentityProvider = Decoded<typeof identityProviderResource>;

/** What a team has set, `GET /teams/{team}/preferences`. */
export const teamPreferencesResource = resource('team preferences', {
  /** The role that new members get. */
  'default-permission': maybe(text),
  /** Whether only listed add-ons may be installed. */
  'addons-controls': maybe(boolean),
});
export type TeamPreferences = Decoded<typeof teamPreferencesResource>;

/** Something that Heroku has turned on or off for a team, `GET /teams/{team}/features`. */
export const teamFeatureResource = resource('team feature', {
  id: maybe(identifier),
  /** `team-invite-acceptance`, `team-tokens`. */
  name: text,
  enabled: maybe(boolean),
  /** `public`, `beta`. */
  state: maybe(text),
});
export type TeamFeature = Decoded<typeof teamFeatureResource>;
