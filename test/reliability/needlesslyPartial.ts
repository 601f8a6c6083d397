/** Types that are partial where one of these routes is refused, although they could not differ, and why. */
export interface NeedlesslyPartial {
  reason: string;
  routes: readonly string[];
  types: readonly string[];
}

const LISTS_OF_TEAMS = [
  '/enterprise-accounts',
  '/enterprise-accounts/{account}/teams',
  '/teams',
];
const LISTS_OF_MEMBERS = [
  '/enterprise-accounts/{account}/members',
  '/teams/{team}/members',
];

/**
 * The SDK tells JupiterOne what is partial by step: where one step missed something, so did those that build on it. What
 * stands here builds on something that is not all known, but cannot lose anything by it.
 */
export const NEEDLESS: readonly NeedlesslyPartial[] = [
  {
    reason:
      "The users are not all known. These relationships start from the API key's own user, whom its account makes known.",
    routes: [...LISTS_OF_TEAMS, ...LISTS_OF_MEMBERS, '/users/~/apps'],
    types: [
      'heroku_account_member_has_authorization',
      'heroku_account_member_has_oauth_client',
      'heroku_account_member_has_ssh_key',
    ],
  },
  {
    reason:
      'The users, or the applications, are not all known. The list of personal apps makes known both the apps and their owners.',
    routes: [
      '/account',
      ...LISTS_OF_TEAMS,
      ...LISTS_OF_MEMBERS,
      '/teams/{team}/apps',
    ],
    types: ['heroku_account_member_owns_application'],
  },
  {
    reason:
      'The users are not all known. The lists of who may use what make known everybody they name.',
    routes: ['/account', ...LISTS_OF_MEMBERS, '/users/~/apps'],
    types: [
      'heroku_application_allows_account_member',
      'heroku_space_allows_account_member',
    ],
  },
  {
    reason:
      'The users are not all known. Memberships stand in the lists of their own account or team, which make known everybody they name.',
    routes: [
      '/account',
      '/enterprise-accounts/{account}/members',
      '/enterprise-accounts/{account}/teams',
      '/teams',
      '/teams/{team}/members',
      '/users/~/apps',
    ],
    types: [
      'heroku_account_member_manages_account',
      'heroku_account_member_manages_team',
      'heroku_team_has_account_member',
    ],
  },
  {
    reason:
      "The accounts are not all known: the API key's own account is in the graph if something belongs to no enterprise account. That is not known while some accounts are not. Enterprise teams and identity providers never belong to it.",
    routes: [
      '/account',
      '/enterprise-accounts/{account}/members',
      '/users/~/apps',
    ],
    types: ['heroku_account_has_team', 'heroku_account_uses_identity_provider'],
  },
  {
    reason:
      'The teams are not all known. Only teams outside of Heroku Enterprise send invitations, and they are in the list of the user.',
    routes: ['/enterprise-accounts', '/enterprise-accounts/{account}/teams'],
    types: ['heroku_team_has_invitation', 'heroku_team_invitation'],
  },
  {
    reason:
      'The applications are not all known. Telemetry drains exist on Fir only, and a Fir app runs in a Private Space, which belongs to a team.',
    routes: ['/users/~/apps'],
    types: ['heroku_application_has_telemetry_drain', 'heroku_telemetry_drain'],
  },
  {
    reason:
      'The settings for review apps are properties of the pipeline, whose step has missed them. Its relationships build on that step.',
    routes: ['/pipelines/{pipeline}/review-app-config'],
    types: [
      'heroku_account_member_owns_pipeline',
      'heroku_pipeline_has_application',
      'heroku_team_owns_pipeline',
    ],
  },
  {
    reason:
      'What a build says are properties of the release, whose step has missed them. Its relationships build on that step.',
    routes: ['/pipelines/{pipeline}/latest-builds'],
    types: [
      'heroku_account_member_deployed_release',
      'heroku_application_has_release',
    ],
  },
];
