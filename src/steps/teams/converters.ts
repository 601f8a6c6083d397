import type { Entity, Relationship } from '@jupiterone/integration-sdk-core';
import { parseTimePropertyValue } from '@jupiterone/integration-sdk-core';
import type { Team } from '../../heroku';
import {
  ACCOUNT_HAS_TEAM,
  bareKey,
  createEntity,
  createRelationship,
  dashboardLink,
  TEAM,
} from '../../model';

/**
 * A team.
 *
 * @param enterpriseAccountId the enterprise account whose list it came from, where the team itself names none
 */
export function createTeamEntity(
  team: Team,
  enterpriseAccountId?: string,
): Entity {
  const { identity_provider: identityProvider } = team;
  return createEntity(TEAM, bareKey(team.id), team, {
    id: team.id,
    name: team.name ?? team.id,
    createdOn: parseTimePropertyValue(team.created_at ?? undefined),
    updatedOn: parseTimePropertyValue(team.updated_at ?? undefined),
    webLink: dashboardLink('teams', team.name),
    teamType: team.type ?? undefined,
    enterpriseAccountId: team.enterprise_account?.id ?? enterpriseAccountId,
    ssoEnabled:
      identityProvider === undefined ? undefined : identityProvider !== null,
    default: team.default ?? undefined,
    membershipLimit: team.membership_limit ?? undefined,
    provisionedLicenses: team.provisioned_licenses ?? undefined,
  });
}

/** The account that a team hangs on: its enterprise account, or the root. */
export function createAccountHasTeamRelationship(
  accountKey: string,
  team: Team,
): Relationship {
  return createRelationship(ACCOUNT_HAS_TEAM, accountKey, bareKey(team.id));
}
