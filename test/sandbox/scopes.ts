const READ = ['global', 'read', 'read-protected', 'write', 'write-protected'];
const GLOBAL_ONLY = ['global'];

/** Route patterns that take other scopes than the rest of the API does. */
const ACCEPTED: Readonly<Record<string, readonly string[]>> = {
  '/account': ['global', 'identity'],
  '/account/keys': GLOBAL_ONLY,
  '/oauth/authorizations': GLOBAL_ONLY,
  '/teams/:id/identity-providers': GLOBAL_ONLY,
  '/teams/:id/invitations': GLOBAL_ONLY,
  '/teams/:id/members': GLOBAL_ONLY,
  '/teams/:id/preferences': GLOBAL_ONLY,
  '/account/delinquency': GLOBAL_ONLY,
  '/oauth/clients': GLOBAL_ONLY,
  '/teams/:id/allowed-addon-services': GLOBAL_ONLY,
  '/teams/:id/delinquency': GLOBAL_ONLY,
  '/teams/:id/oauth/authorizations': GLOBAL_ONLY,
};

/** The token scopes that a route takes, as Heroku names them in `OAuth-Scope-Accepted`. */
export function acceptedScopes(pattern: string): readonly string[] {
  return ACCEPTED[pattern] ?? READ;
}
