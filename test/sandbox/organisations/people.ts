import type { JsonObject } from '../organisation';
import { identityProviderReference } from './identityProviders';
import type {
  AuthorizationDescription,
  SshKeyDescription,
} from './description';
import type { Context } from './context';
import { numberFrom, uuid } from './identity';

/** The token's user, with the keys and authorizations that only they can see. */
export function addTokenOwner(context: Context): void {
  const { user, authorizations = [], sshKeys = [] } = context.description;
  context.resources.set('/account', account(context, user));
  context.setList(
    '/oauth/authorizations',
    authorizations.map((description) => authorization(context, description)),
    '/oauth/authorizations',
  );
  context.setList(
    '/account/keys',
    sshKeys.map((description) => sshKey(context, description)),
    '/account/keys',
  );
}

function account(context: Context, handle: string): JsonObject {
  const { id, email, name } = context.person(handle);
  const defaultTeam = context.description.teams?.find((team) => team.default);
  const team =
    defaultTeam === undefined ? null : context.teamReference(defaultTeam.name);
  const federatedBy = (context.description.enterpriseAccounts ?? []).find(
    ({ members }) =>
      members.some((member) => member.person === handle && member.federated),
  );
  return {
    id,
    allow_tracking: true,
    beta: false,
    ...context.dated(2100),
    email,
    federated: federatedBy !== undefined,
    identity_provider: federatedBy
      ? {
          ...identityProviderReference(
            context,
            'enterprise-account',
            federatedBy.name,
          ),
          organization: { name: federatedBy.name },
          team: { name: federatedBy.name },
        }
      : null,
    last_login: context.ago(0.25),
    name,
    sms_number: context.secrets.secret('account', id, 'sms_number'),
    suspended_at: null,
    delinquent_at: null,
    two_factor_authentication:
      context.describedPerson(handle).twoFactor ?? true,
    verified: true,
    country_of_residence: 'Switzerland',
    default_organization: team,
    default_team: team,
  };
}

/** An authorization, of the token's user or of a team. */
export function authorization(
  context: Context,
  {
    description,
    scope,
    expiresInDays,
    client,
    createdDaysAgo,
  }: AuthorizationDescription,
): JsonObject {
  const id = uuid('oauth-authorization', description);
  const secret = (field: string) =>
    context.secrets.secret('oauth-authorization', id, field);
  const secondsLeft =
    expiresInDays === undefined ? null : expiresInDays * 24 * 60 * 60;
  const user = context.person(context.description.user);
  return {
    id,
    description,
    scope,
    ...context.dated(createdDaysAgo),
    access_token: {
      id: uuid('oauth-access-token', description),
      expires_in: secondsLeft,
      token: secret('access_token.token'),
    },
    client:
      client === undefined
        ? null
        : {
            id: uuid('oauth-client', client),
            name: client,
            redirect_uri: 'https://ci.example.com/auth/heroku/callback',
          },
    grant:
      client === undefined
        ? null
        : {
            id: uuid('oauth-grant', description),
            code: secret('grant.code'),
            expires_in: 300,
          },
    refresh_token:
      client === undefined
        ? null
        : {
            id: uuid('oauth-refresh-token', description),
            expires_in: null,
            token: secret('refresh_token.token'),
          },
    session:
      client === undefined ? null : { id: uuid('oauth-session', description) },
    user: { id: user.id, email: user.email, full_name: user.name },
  };
}

function sshKey(
  context: Context,
  { comment, createdDaysAgo }: SshKeyDescription,
): JsonObject {
  const id = uuid('key', comment);
  const fingerprint = Array.from({ length: 16 }, (_, index) =>
    numberFrom(uuid('fingerprint', `${comment} ${index}`), 256)
      .toString(16)
      .padStart(2, '0'),
  ).join(':');
  return {
    id,
    comment,
    ...context.dated(createdDaysAgo),
    email: context.person(context.description.user).email,
    fingerprint,
    public_key: `ssh-ed25519 sandbox-public-key ${comment}`,
  };
}
