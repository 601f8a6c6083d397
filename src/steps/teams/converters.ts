import type { Entity, Relationship } from '@jupiterone/integration-sdk-core';
import type { Page, Team } from '../../heroku';
import {
  ACCOUNT_HAS_TEAM,
  createEntity,
  createRelationship,
  TEAM,
} from '../../model';
import type { DueDates } from '../billing/delinquency';
import type { UsageValues } from '../billing/usage';

/**
 * A team.
 *
 * @param enterpriseAccountId the enterprise account whose list it came from, where the team itself names none
 * @param billing what is known of its bills and usage
 */
export function createTeamEntity(
  team: Team,
  enterpriseAccountId?: string,
  billing: DueDates & UsageValues = {},
): Entity {
  const { identity_provider: identityProvider } = team;
  return createEntity(TEAM, team, {
    teamType: team.type ?? undefined,
    enterpriseAccountId: team.enterprise_account?.id ?? enterpriseAccountId,
    ...billing,
    ssoEnabled:
      identityProvider === undefined ? undefined : identityProvider !== null,
    default: team.default ?? undefined,
    membershipLimit: team.membership_limit ?? undefined,
    provisionedLicenses: team.provisioned_licenses ?? undefined,
  });
}

/**
 * The account that a team hangs on: its enterprise account, or the root.
 *
 * @param accountId an enterprise account's id, or what stands for the id of the API key's own account
 */
export function createAccountHasTeamRelationship(
  accountId: string,
  teamId: string,
): Relationship {
  return createRelationship(ACCOUNT_HAS_TEAM, accountId, teamId);
}

/** The teams that belong to no enterprise account. One whose account could not be read may well belong to one. */
export function teamsOfNoAccount({ objects, defects }: Page<Team>): Team[] {
  return defects.fields.has('enterprise_account')
    ? objects.filter((team) => team.enterprise_account === null)
    : objects.filter((team) => !team.enterprise_account);
}
