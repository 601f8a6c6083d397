import type { JsonObject } from '../organisation';
import type { Context } from './context';
import type { TeamDescription } from './description';
import { uuid } from './identity';
import { identityProvidersOf } from './identityProviders';

/** How each team is run: who is invited, how members sign in, what the team's defaults are. */
export function addTeamGovernance(context: Context): void {
  for (const team of context.description.teams ?? []) {
    const path = `/teams/${context.teamReference(team.name).id}`;
    addInvitations(context, team, path);
    context.setList(
      `${path}/identity-providers`,
      identityProvidersOf(context, team),
    );
    context.resources.set(
      `${path}/preferences`,
      team.preferences ?? {
        'default-permission': team.defaultPermission ?? null,
        'addons-controls': team.addonsControls ?? null,
      },
    );
    context.setList(`${path}/features`, features(context, team));
  }
}

const INVITATIONS = 'team-invite-acceptance';

/** Teams of an enterprise account have no invitations, unless some are described; others may have them turned off. */
function invites(team: TeamDescription): boolean {
  if (team.invites !== undefined) return team.invites;
  return team.enterpriseAccount === undefined || team.invitations !== undefined;
}

function addInvitations(
  context: Context,
  team: TeamDescription,
  path: string,
): void {
  if (invites(team)) {
    context.setList(`${path}/invitations`, invitations(context, team));
  } else if (team.enterpriseAccount === undefined) {
    const isOff = `The feature ${INVITATIONS} is not enabled for ${team.name}.`;
    context.refuse(`${path}/invitations`, isOff, 403);
  }
}

function invitations(context: Context, team: TeamDescription): JsonObject[] {
  return (team.invitations ?? []).map(({ person, by, role, daysAgo }) => ({
    id: uuid('team-invitation', `${team.name} ${person}`),
    created_at: context.ago(daysAgo),
    updated_at: context.ago(daysAgo),
    invited_by: context.person(by),
    role,
    team: context.teamReference(team.name),
    user: context.person(person),
  }));
}

function features(context: Context, team: TeamDescription): JsonObject[] {
  const { teamAuthorizations = {} } = context.description.beyond ?? {};
  const described = [
    ...(team.features ?? []),
    // Only with this feature does a team have authorizations.
    ...(teamAuthorizations[team.name]
      ? [{ name: 'team-tokens', enabled: true, state: 'general' }]
      : []),
  ];
  const all =
    team.enterpriseAccount === undefined || invites(team)
      ? [
          ...described,
          { name: INVITATIONS, enabled: invites(team), state: 'general' },
        ]
      : described;
  return all.map(({ name, enabled, state }) => ({
    id: uuid('team-feature', `${team.name} ${name}`),
    ...context.dated(500),
    name,
    display_name: name.replaceAll('-', ' '),
    description: `What ${name} does for a team.`,
    doc_url: `https://devcenter.heroku.com/articles/${name}`,
    enabled,
    feedback_email: 'feedback@example.com',
    state,
  }));
}
