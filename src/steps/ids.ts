/** The ids of the steps that others depend on. */
export const Steps = {
  ACCOUNTS: 'fetch-accounts',
  OWN_ACCOUNT: 'fetch-own-account',
  TEAMS: 'fetch-teams',
  USERS: 'fetch-users',
  TEAM_MEMBERSHIPS: 'build-team-memberships',
  APPLICATIONS: 'fetch-applications',
  APPLICATION_OWNERS: 'build-application-owners',
  ADDONS: 'fetch-addons',
} as const;
