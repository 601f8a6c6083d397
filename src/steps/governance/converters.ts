import type { Entity, Relationship } from '@jupiterone/integration-sdk-core';
import { parseTimePropertyValue } from '@jupiterone/integration-sdk-core';
import type {
  IdentityProvider,
  TeamInvitation,
  TeamPreferences,
} from '../../heroku';
import {
  ACCOUNT_USES_IDENTITY_PROVIDER,
  createEntity,
  createMappedRelationship,
  createRelationship,
  IDENTITY_PROVIDER,
  IDENTITY_PROVIDER_CONNECTS_OKTA_ACCOUNT,
  TEAM_HAS_INVITATION,
  TEAM_HAS_PREFERENCES,
  TEAM_INVITATION,
  TEAM_PREFERENCES,
  TEAM_USES_IDENTITY_PROVIDER,
} from '../../model';
import type { Parent } from '../../collection';
import { emailAddress } from '../users/converters';

/** An invitation to a team. */
export function createTeamInvitationEntity(
  invitation: TeamInvitation,
  teamId: string,
): Entity {
  const { id, user, invited_by: invitedBy } = invitation;
  return createEntity(TEAM_INVITATION, invitation, {
    name: user?.email ?? id,
    teamId,
    open: true,
    reporter: invitedBy?.email ?? undefined,
    reportedOn: parseTimePropertyValue(invitation.created_at ?? undefined),
    role: invitation.role ?? undefined,
    email: emailAddress(user?.email),
    invitedBy: invitedBy?.email ?? undefined,
    invitedById: invitedBy?.id,
  });
}

/** The team that an invitation is to. */
export function createTeamHasInvitationRelationship(
  teamId: string,
  invitation: TeamInvitation,
): Relationship {
  return createRelationship(TEAM_HAS_INVITATION, teamId, invitation.id);
}

/** An SSO provider, with the facts of its certificate. */
export function createIdentityProviderEntity(
  provider: IdentityProvider,
): Entity {
  const { id, owner, certificate } = provider;
  const name = owner?.name ? `SSO of ${owner.name}` : id;
  return createEntity(IDENTITY_PROVIDER, provider, {
    name,
    category: ['security'],
    function: ['SSO'],
    entityId: provider.entity_id ?? undefined,
    ssoHost: provider.sso_target_url?.host,
    sloHost: provider.slo_target_url?.host,
    ownerId: owner?.id,
    ownerType: owner?.type ?? undefined,
    certificateFingerprint: certificate?.fingerprint,
    certificateExpiresOn: parseTimePropertyValue(certificate?.validTo),
  });
}

/** The Okta organisation that a provider signs in at, by its host; `undefined` where that is not known. */
export function createIdentityProviderConnectsOktaAccountRelationship({
  id,
  sso_target_url: target,
}: IdentityProvider): Relationship | undefined {
  return target
    ? createMappedRelationship(
        IDENTITY_PROVIDER_CONNECTS_OKTA_ACCOUNT,
        id,
        `okta_account:${target.host}`,
        { accountId: target.host, displayName: target.host },
      )
    : undefined;
}

/** A team whose members sign in through a provider. */
export function createTeamUsesIdentityProviderRelationship(
  teamId: string,
  providerId: string,
): Relationship {
  return createRelationship(TEAM_USES_IDENTITY_PROVIDER, teamId, providerId);
}

/** An enterprise account whose members sign in through a provider. */
export function createAccountUsesIdentityProviderRelationship(
  accountId: string,
  providerId: string,
): Relationship {
  return createRelationship(
    ACCOUNT_USES_IDENTITY_PROVIDER,
    accountId,
    providerId,
  );
}

/** The preferences of a team, which have no id of their own. */
export function createTeamPreferencesEntity(
  preferences: TeamPreferences,
  team: Parent,
  allowedAddonServices?: string[],
): Entity {
  return createEntity(
    TEAM_PREFERENCES,
    preferences,
    {
      name: `Preferences of ${team.name ?? team.id}`,
      teamId: team.id,
      defaultPermission: preferences['default-permission'] ?? undefined,
      allowedAddonServices,
      addonsControls: preferences['addons-controls'] ?? undefined,
    },
    team.id,
  );
}

/** The team whose preferences they are. */
export function createTeamHasPreferencesRelationship(
  teamId: string,
): Relationship {
  return createRelationship(TEAM_HAS_PREFERENCES, teamId, teamId);
}
