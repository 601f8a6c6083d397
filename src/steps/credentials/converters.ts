import type { Entity, Relationship } from '@jupiterone/integration-sdk-core';
import type { Authorization, SshKey } from '../../heroku';
import {
  AUTHORIZATION,
  createEntity,
  createRelationship,
  SSH_KEY,
  USER_HAS_AUTHORIZATION,
  USER_HAS_SSH_KEY,
} from '../../model';

const HOUR_MS = 60 * 60 * 1000;

/**
 * An OAuth authorization of the API key's user.
 *
 * @param now when Heroku sent it, in milliseconds since 1970: it says how many seconds are left
 */
export function createAuthorizationEntity(
  authorization: Authorization,
  now: number,
): Entity {
  const {
    id,
    access_token: accessToken,
    client,
    description,
    scope,
  } = authorization;
  const secondsLeft = accessToken?.expires_in;
  return createEntity(
    AUTHORIZATION,
    // The seconds left are other ones in every run: they would look like a change in Heroku.
    { ...authorization, access_token: undefined },
    {
      name: description || client?.name || id,
      description: description ?? undefined,
      scopes: scope ?? undefined,
      hasGlobalScope: scope?.includes('global'),
      // Here `null` is an answer: there is a token, and it has no end.
      neverExpires:
        secondsLeft === undefined ? undefined : secondsLeft === null,
      expiresOn:
        typeof secondsLeft === 'number'
          ? toTheHour(now + secondsLeft * 1000)
          : undefined,
      usage: 'api',
      clientHost: client?.redirect_uri?.host,
      clientId: client?.id ?? undefined,
      clientName: client?.name ?? undefined,
    },
  );
}

/** Runs are never exactly as far apart as the seconds that they are told. */
function toTheHour(time: number): number {
  return Math.round(time / HOUR_MS) * HOUR_MS;
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
