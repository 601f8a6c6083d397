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
  createRelationship,
  IDENTITY_PROVIDER,
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
): Entity {
  return createEntity(
    TEAM_PREFERENCES,
    preferences,
    {
      name: `Preferences of ${team.name ?? team.id}`,
      teamId: team.id,
      defaultPermission: preferences['default-permission'] ?? undefined,
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
