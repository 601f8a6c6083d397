import type { JsonObject, Organisation } from '../test/sandbox';
import { listOf } from '../test/sandbox';
import { createSizedOrganisation } from '../test/sandbox/organisations';

/** The name under which it is served. */
export const LARGE_TEAM_NAME = 'large-team';

/** One team in which everybody may use every app. */
export const LARGE_TEAM = { apps: 1_000, users: 500 } as const;

/** An organisation of that team: its list of permissions is one page of some 65 MB. */
export function createLargeTeam(): Organisation {
  const { apps, users: members } = LARGE_TEAM;
  const organisation = createSizedOrganisation({
    enterpriseAccounts: 1,
    teams: 1,
    members,
    apps,
    addons: 0,
  });
  const [team] = listOf(organisation, '/teams');
  const id = typeof team?.id === 'string' ? team.id : '';
  const users = listOf(organisation, `/teams/${id}/members`).map(
    ({ user, email }): JsonObject => ({
      id: (user as JsonObject).id ?? null,
      email: email ?? null,
      permissions: ['view', 'deploy', 'operate', 'manage'],
    }),
  );
  organisation.resources.set(
    `/teams/${id}/permissions`,
    listOf(organisation, `/teams/${id}/apps`).map((app) => ({
      id: app.id ?? null,
      name: app.name ?? null,
      team_id: id,
      type: 'app',
      users,
    })),
  );
  return organisation;
}
