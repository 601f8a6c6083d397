import type { Entity, Relationship } from '@jupiterone/integration-sdk-core';
import type { Authorization, OauthClient, SshKey } from '../../heroku';
import { tokenExpiry } from '../../heroku';
import {
  AUTHORIZATION,
  createEntity,
  createRelationship,
  OAUTH_CLIENT,
  OAUTH_CLIENT_HAS_AUTHORIZATION,
  SSH_KEY,
  TEAM_HAS_AUTHORIZATION,
  USER_HAS_AUTHORIZATION,
  USER_HAS_OAUTH_CLIENT,
  USER_HAS_SSH_KEY,
} from '../../model';

/** Whose an authorization is. */
export interface AuthorizationOwner {
  type: 'user' | 'team';
  /** Where it is not given, the authorization itself says whose it is. */
  id?: string;
}

/**
 * An OAuth authorization of the API key's user, or of a team.
 *
 * @param now when it was asked for, in milliseconds since 1970
 */
export function createAuthorizationEntity(
  authorization: Authorization,
  owner: AuthorizationOwner,
  now: number,
): Entity {
  const {
    id,
    access_token: accessToken,
    client,
    description,
    scope,
  } = authorization;
  const lifetime = accessToken?.expires_in;
  return createEntity(AUTHORIZATION, authorization, {
    name: description || client?.name || id,
    ownerType: owner.type,
    ownerId: owner.id ?? authorization.user?.id,
    description: description ?? undefined,
    scopes: scope ?? undefined,
    hasGlobalScope: scope?.includes('global'),
    // Here `null` is an answer: there is a token, and it has no end.
    neverExpires: lifetime === undefined ? undefined : lifetime === null,
    expiresOn: tokenExpiry(authorization, now),
    usage: 'api',
    clientHost: client?.redirect_uri?.host,
    clientId: client?.id ?? undefined,
    clientName: client?.name ?? undefined,
  });
}

/** An OAuth client of the API key's user. */
export function createOauthClientEntity(client: OauthClient): Entity {
  const { redirect_uri: redirect } = client;
  return createEntity(OAUTH_CLIENT, client, {
    redirectHost: redirect?.host,
    redirectScheme: redirect?.scheme,
  });
}

/** An SSH key of the API key's user. */
export function createSshKeyEntity(key: SshKey): Entity {
  return createEntity(SSH_KEY, key, {
    name: key.comment || key.fingerprint || key.id,
    usage: 'git',
    keyType: key.public_key?.algorithm,
    keySize: key.public_key?.bits,
    fingerprint: key.fingerprint ?? undefined,
    comment: key.comment ?? undefined,
    email: key.email ?? undefined,
  });
}

/** Whose authorization it is. */
export function createUserHasAuthorizationRelationship(
  userId: string,
  authorizationId: string,
): Relationship {
  return createRelationship(USER_HAS_AUTHORIZATION, userId, authorizationId);
}

/** Whose SSH key it is. */
export function createUserHasSshKeyRelationship(
  userId: string,
  keyId: string,
): Relationship {
  return createRelationship(USER_HAS_SSH_KEY, userId, keyId);
}

/** The team that an authorization belongs to. */
export function createTeamHasAuthorizationRelationship(
  teamId: string,
  authorizationId: string,
): Relationship {
  return createRelationship(TEAM_HAS_AUTHORIZATION, teamId, authorizationId);
}

/** The client that holds an authorization. */
export function createOauthClientHasAuthorizationRelationship(
  clientId: string,
  authorizationId: string,
): Relationship {
  return createRelationship(
    OAUTH_CLIENT_HAS_AUTHORIZATION,
    clientId,
    authorizationId,
  );
}

/** The user who has registered a client. */
export function createUserHasOauthClientRelationship(
  userId: string,
  clientId: string,
): Relationship {
  return createRelationship(USER_HAS_OAUTH_CLIENT, userId, clientId);
}
