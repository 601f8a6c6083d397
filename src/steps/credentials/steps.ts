import { GLOBAL_SCOPE } from '../../heroku';
import {
  AUTHORIZATION,
  SSH_KEY,
  USER_HAS_AUTHORIZATION,
  USER_HAS_SSH_KEY,
} from '../../model';
import type { Collection } from '../collect';
import { Sources, Steps } from '../ids';
import type { HerokuStep } from '../step';
import { defineStep } from '../step';
import {
  createAuthorizationEntity,
  createSshKeyEntity,
  createUserHasAuthorizationRelationship,
  createUserHasSshKeyRelationship,
} from './converters';

/** They are the user's own: no role is asked for. */
const NEEDS = { scopes: GLOBAL_SCOPE, role: 'a key with the scope global' };

export const credentialSteps: HerokuStep[] = [
  defineStep(
    {
      id: Steps.AUTHORIZATIONS,
      name: "Fetch the authorizations of the API key's user",
      ingestionSourceId: Sources.CREDENTIALS,
      entities: [AUTHORIZATION],
      relationships: [USER_HAS_AUTHORIZATION],
      dependsOn: [Steps.USERS, Steps.OWN_ACCOUNT],
      needs: NEEDS,
      requests: '1: `/oauth/authorizations`',
    },
    fetchAuthorizations,
  ),
  defineStep(
    {
      id: Steps.SSH_KEYS,
      name: "Fetch the SSH keys of the API key's user",
      ingestionSourceId: Sources.CREDENTIALS,
      entities: [SSH_KEY],
      relationships: [USER_HAS_SSH_KEY],
      dependsOn: [Steps.USERS, Steps.OWN_ACCOUNT],
      needs: NEEDS,
      requests: '1: `/account/keys`',
    },
    fetchSshKeys,
  ),
];

/** The authorizations of the API key's user, that of the key itself among them. */
async function fetchAuthorizations(collection: Collection): Promise<void> {
  const { client } = collection.run;
  const userId = await readUserId(collection);
  await collection.attempt('OAuth authorizations', () =>
    collection.addPages(client.authorizations(), (authorization) => ({
      entities: [createAuthorizationEntity(authorization, Date.now())],
      relationships: userId
        ? [createUserHasAuthorizationRelationship(userId, authorization)]
        : [],
    })),
  );
}

/** The SSH keys of the API key's user. */
async function fetchSshKeys(collection: Collection): Promise<void> {
  const { client } = collection.run;
  const userId = await readUserId(collection);
  await collection.attempt('SSH keys', () =>
    collection.addPages(client.sshKeys(), (key) => ({
      entities: [createSshKeyEntity(key)],
      relationships: userId
        ? [createUserHasSshKeyRelationship(userId, key)]
        : [],
    })),
  );
}

/** The API key's user, who has been asked for long before. */
async function readUserId(collection: Collection): Promise<string | undefined> {
  const account = await collection.attempt("API key's own account", () =>
    collection.run.account(),
  );
  return account?.id;
}
