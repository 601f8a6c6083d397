/** Heroku's name for a team as an owner or collaborator: `<team>@herokumanager.com` is nobody's address. */
const TEAM_ADDRESS = /@herokumanager\.com$/i;

/** Whether what Heroku lists as a user stands for a team, and not for a person. */
export function isTeam({ email }: { email?: string | null }): boolean {
  return TEAM_ADDRESS.test(email?.trim() ?? '');
}
