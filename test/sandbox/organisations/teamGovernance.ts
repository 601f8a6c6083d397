import type { JsonObject } from '../organisation';
import type { Context } from './context';
import type { TeamDescription } from './description';
import { uuid } from './identity';
import { identityProvidersOf } from './identityProviders';

/** How each team is run: who is invited, how members sign in, what the team's defaults are. */
export function addTeamGovernance(context: Context): void {
  for (const team of context.description.teams ?? []) {
    const path = `/teams/${context.teamReference(team.name).id}`;
    context.setList(`${path}/invitations`, invitations(context, team));
    context.setList(
      `${path}/identity-providers`,
      identityProvidersOf(context, team),
    );
    context.resources.set(`${path}/preferences`, {
      'default-permission': team.defaultPermission ?? null,
      'addons-controls': team.addonsControls ?? null,
    });
    context.setList(`${path}/features`, features(context, team));
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
  return (team.features ?? []).map(({ name, enabled, state }) => ({
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
