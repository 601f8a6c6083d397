const DASHBOARD = 'https://dashboard.heroku.com';

/** The dashboard's page of an app or a team, by name; of a pipeline, by id. `undefined` without one. */
export function dashboardLink(
  section: 'apps' | 'teams' | 'pipelines',
  nameOrId: string | null | undefined,
): string | undefined {
  return nameOrId
    ? `${DASHBOARD}/${section}/${encodeURIComponent(nameOrId)}`
    : undefined;
}
