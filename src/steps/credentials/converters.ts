import type { Entity, Relationship } from '@jupiterone/integration-sdk-core';
import { parseTimePropertyValue } from '@jupiterone/integration-sdk-core';
import type { Authorization, SshKey } from '../../heroku';
import {
  AUTHORIZATION,
  bareKey,
  createEntity,
  createRelationship,
  SSH_KEY,
  typedKey,
  USER_HAS_AUTHORIZATION,
  USER_HAS_SSH_KEY,
  unordered,
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
    authorizationKey(authorization),
    // The seconds left are other ones in every run: they would look like a change in Heroku.
    { ...authorization, access_token: undefined },
    {
      id,
      name: description || client?.name || id,
      createdOn: parseTimePropertyValue(authorization.created_at ?? undefined),
      updatedOn: parseTimePropertyValue(authorization.updated_at ?? undefined),
      description: description ?? undefined,
      scopes: unordered(scope),
      hasGlobalScope: scope?.includes('global'),
      // Here `null` is an answer: there is a token, and it has no end.
      neverExpires:
        secondsLeft === undefined ? undefined : secondsLeft === null,
      expiresOn:
        typeof secondsLeft === 'number'
          ? toTheHour(now + secondsLeft * 1000)
          : undefined,
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
  return createEntity(SSH_KEY, sshKeyKey(key), key, {
    id: key.id,
    name: key.comment || key.fingerprint || key.id,
    createdOn: parseTimePropertyValue(key.created_at ?? undefined),
    updatedOn: parseTimePropertyValue(key.updated_at ?? undefined),
    fingerprint: key.fingerprint ?? undefined,
    comment: key.comment ?? undefined,
    email: key.email ?? undefined,
  });
}

/** Whose authorization it is. */
export function createUserHasAuthorizationRelationship(
  userId: string,
  authorization: Authorization,
): Relationship {
  return createRelationship(
    USER_HAS_AUTHORIZATION,
    bareKey(userId),
    authorizationKey(authorization),
  );
}

/** Whose SSH key it is. */
export function createUserHasSshKeyRelationship(
  userId: string,
  key: SshKey,
): Relationship {
  return createRelationship(USER_HAS_SSH_KEY, bareKey(userId), sshKeyKey(key));
}

function authorizationKey({ id }: Authorization): string {
  return typedKey(AUTHORIZATION._type, id);
}

function sshKeyKey({ id }: SshKey): string {
  return typedKey(SSH_KEY._type, id);
}
