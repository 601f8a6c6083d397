import type { JsonObject } from '../organisation';
import { certificateText } from './certificate';
import type { Context } from './context';
import type {
  IdentityProviderDescription,
  TeamDescription,
} from './description';
import { uuid } from './identity';

type OwnerType = 'team' | 'enterprise-account';

/** The identity provider of an owner, as the objects that use it refer to it; null where it has none. */
export function identityProviderReference(
  context: Context,
  type: OwnerType,
  ownerName: string,
): JsonObject | null {
  const provider = describedBy(context, type, ownerName);
  if (provider === undefined) return null;
  return {
    id: uuid('identity-provider', provider.name),
    name: provider.name,
    owner: { id: uuid(type, ownerName), name: ownerName, type },
  };
}

/** The provider that a team's members sign in with: its own, or that of its enterprise account. */
export function teamIdentityProvider(
  context: Context,
  team: TeamDescription,
): JsonObject | null {
  const own = identityProviderReference(context, 'team', team.name);
  if (own !== null || team.enterpriseAccount === undefined) return own;
  return identityProviderReference(
    context,
    'enterprise-account',
    team.enterpriseAccount,
  );
}

/** What `/teams/<id>/identity-providers` lists. */
export function identityProvidersOf(
  context: Context,
  team: TeamDescription,
): JsonObject[] {
  if (team.identityProvider !== undefined) {
    return [
      identityProvider(context, team.identityProvider, 'team', team.name),
    ];
  }
  if (team.enterpriseAccount === undefined) return [];
  const provider = context.account(team.enterpriseAccount).identityProvider;
  return provider === undefined
    ? []
    : [
        identityProvider(
          context,
          provider,
          'enterprise-account',
          team.enterpriseAccount,
        ),
      ];
}

function identityProvider(
  context: Context,
  description: IdentityProviderDescription,
  type: OwnerType,
  ownerName: string,
): JsonObject {
  const { name, entityId, bareCertificate = false } = description;
  const id = uuid('identity-provider', name);
  return {
    id,
    certificate: certificateText(
      context,
      'identity-provider',
      id,
      'certificate',
      {
        subject: new URL(entityId).hostname,
        issuedDaysAgo: 900,
        expiresInDays: description.certificateDaysLeft,
        bare: bareCertificate,
      },
    ),
    ...context.dated(900),
    entity_id: entityId,
    slo_target_url: `${entityId}/logout`,
    sso_target_url: `${entityId}/login`,
    organization: { name: ownerName },
    owner: { id: uuid(type, ownerName), name: ownerName, type },
  };
}

function describedBy(
  context: Context,
  type: OwnerType,
  ownerName: string,
): IdentityProviderDescription | undefined {
  return type === 'team'
    ? context.team(ownerName).identityProvider
    : context.account(ownerName).identityProvider;
}
