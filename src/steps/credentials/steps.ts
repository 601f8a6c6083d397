import type { Collection, HerokuStep } from '../../collection';
import { defineStep } from '../../collection';
import { GLOBAL_SCOPE } from '../../heroku';
import {
  AUTHORIZATION,
  SSH_KEY,
  USER_HAS_AUTHORIZATION,
  USER_HAS_SSH_KEY,
} from '../../model';
import { Sources, Steps } from '../ids';
import {
  createAuthorizationEntity,
  createSshKeyEntity,
  createUserHasAuthorizationRelationship,
  createUserHasSshKeyRelationship,
} from './converters';

/** They are the user's own: no role is asked for. */
const NEEDS = { scopes: GLOBAL_SCOPE, role: 'a key with the scope global' };

const ALREADY_READ = 'none: what it uses has been read';

export const credentialSteps: HerokuStep[] = [
  defineStep(
    {
      id: Steps.AUTHORIZATIONS,
      name: "Fetch the authorizations of the API key's user",
      ingestionSourceId: Sources.CREDENTIALS,
      entities: [AUTHORIZATION],
      relationships: [],
      dependsOn: [],
      needs: NEEDS,
      requests: '1: `/oauth/authorizations`',
    },
    fetchAuthorizations,
  ),
  defineStep(
    {
      id: Steps.USER_AUTHORIZATIONS,
      name: 'Build who has which authorization',
      ingestionSourceId: Sources.CREDENTIALS,
      entities: [],
      relationships: [USER_HAS_AUTHORIZATION],
      dependsOn: [Steps.AUTHORIZATIONS, Steps.USERS],
      needs: NEEDS,
      requests: ALREADY_READ,
    },
    (collection) =>
      buildOwnership(
        collection,
        AUTHORIZATION,
        createUserHasAuthorizationRelationship,
      ),
  ),
  defineStep(
    {
      id: Steps.SSH_KEYS,
      name: "Fetch the SSH keys of the API key's user",
      ingestionSourceId: Sources.CREDENTIALS,
      entities: [SSH_KEY],
      relationships: [],
      dependsOn: [],
      needs: NEEDS,
      requests: '1: `/account/keys`',
    },
    fetchSshKeys,
  ),
  defineStep(
    {
      id: Steps.USER_SSH_KEYS,
      name: 'Build who has which SSH key',
      ingestionSourceId: Sources.CREDENTIALS,
      entities: [],
      relationships: [USER_HAS_SSH_KEY],
      dependsOn: [Steps.SSH_KEYS, Steps.USERS],
      needs: NEEDS,
      requests: ALREADY_READ,
    },
    (collection) =>
      buildOwnership(collection, SSH_KEY, createUserHasSshKeyRelationship),
  ),
];

/** The authorizations of the API key's user, that of the key itself among them. */
async function fetchAuthorizations(collection: Collection): Promise<void> {
  const { client } = collection.run;
  await collection.attempt('OAuth authorizations', () =>
    collection.addPages(client.authorizations(), (authorization) => ({
      entities: [createAuthorizationEntity(authorization, Date.now())],
    })),
  );
}

/** The SSH keys of the API key's user. */
async function fetchSshKeys(collection: Collection): Promise<void> {
  const { client } = collection.run;
  await collection.attempt('SSH keys', () =>
    collection.addPages(client.sshKeys(), (key) => ({
      entities: [createSshKeyEntity(key)],
    })),
  );
}

/** Both lists hold what is the API key's user's, and nobody else's. That user is reported on with all users. */
async function buildOwnership(
  collection: Collection,
  declaration: typeof AUTHORIZATION | typeof SSH_KEY,
  createRelationship: typeof createUserHasSshKeyRelationship,
): Promise<void> {
  const ids: string[] = [];
  await collection.eachEntity(declaration, ({ id }) => {
    ids.push(id as string);
  });
  const answer = await collection.enrichment(() => collection.run.account());
  if (answer) {
    await collection.add({
      relationships: ids.map((id) => createRelationship(answer.object.id, id)),
    });
  }
}
