import type { JsonObject } from '../organisation';
import type { Context } from './context';
import type { TeamDescription, TeamMemberDescription } from './description';
import { uuid } from './identity';
import { teamIdentityProvider } from './identityProviders';

/** The teams that the token's user is in, and what each team, joined or not, has under its own path. */
export function addTeams(context: Context): void {
  const teams = context.description.teams ?? [];
  context.setList(
    '/teams',
    teams
      .filter(({ role }) => role !== undefined)
      .map((description) => team(context, description)),
  );
  for (const description of teams) {
    const id = uuid('team', description.name);
    context.alias(description.name, id);
    context.resources.set(`/teams/${id}`, team(context, description));
    context.setList(
      `/teams/${id}/members`,
      description.members.map((member) =>
        teamMember(context, description, member),
      ),
    );
  }
}

/** A team as `/teams` and the list of its enterprise account have it. */
export function team(
  context: Context,
  description: TeamDescription,
): JsonObject {
  const { enterpriseAccount } = description;
  return {
    ...context.teamReference(description.name),
    ...context.dated(description.createdDaysAgo),
    credit_card_collections: enterpriseAccount === undefined,
    default: description.default ?? false,
    enterprise_account:
      enterpriseAccount === undefined
        ? null
        : context.accountReference(enterpriseAccount),
    identity_provider: teamIdentityProvider(context, description),
    membership_limit: description.membershipLimit ?? null,
    provisioned_licenses: description.provisionedLicenses ?? false,
    role: description.role ?? null,
    type: enterpriseAccount === undefined ? 'team' : 'enterprise',
    ...context.beyond(description),
  };
}

/** The address of the pseudo-user that stands for a team: nobody's. */
export function pseudoEmail(teamName: string): string {
  return `${teamName}@herokumanager.com`;
}

function teamMember(
  context: Context,
  description: TeamDescription,
  member: TeamMemberDescription,
): JsonObject {
  const { id, email, name } = context.person(member.person);
  const provider = teamIdentityProvider(context, description);
  const { federatedByOthers = false } = member;
  const federated = member.federated ?? federatedByOthers;
  return {
    id: uuid('team-member', `${description.name} ${member.person}`),
    ...context.dated(Math.min(description.createdDaysAgo, 400)),
    email,
    federated,
    identity_provider: federatedByOthers
      ? { id: uuid('identity-provider', 'of others'), redacted: true }
      : federated && provider !== null
        ? { ...provider, redacted: false }
        : null,
    role: member.role,
    ...(member.twoFactor === undefined
      ? {}
      : { two_factor_authentication: member.twoFactor }),
    ...(member.pending
      ? {}
      : {
          user: member.withoutUserId ? { email, name } : { id, email, name },
        }),
  };
}
