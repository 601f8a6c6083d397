import type { Dashboard } from './declare';

const DASHBOARD = 'https://dashboard.heroku.com';

/** A page of the Heroku dashboard; `undefined` without the name or id that it goes by. */
export function dashboardLink(
  section: Dashboard['section'],
  nameOrId: string | null | undefined,
): string | undefined {
  return nameOrId
    ? `${DASHBOARD}/${section}/${encodeURIComponent(nameOrId)}`
    : undefined;
}
