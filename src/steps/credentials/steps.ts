import type { Entity, Relationship } from '@jupiterone/integration-sdk-core';
import type { Collection, HerokuStep } from '../../collection';
import { defineStep, forEachTeam, SharedList } from '../../collection';
import type { Authorization } from '../../heroku';
import { GLOBAL_SCOPE, isRefusal } from '../../heroku';
import type { EntityDeclaration } from '../../model';
import {
  AUTHORIZATION,
  OAUTH_CLIENT,
  OAUTH_CLIENT_HAS_AUTHORIZATION,
  SSH_KEY,
  TEAM_HAS_AUTHORIZATION,
  USER_HAS_AUTHORIZATION,
  USER_HAS_OAUTH_CLIENT,
  USER_HAS_SSH_KEY,
} from '../../model';
import { Sources, Steps } from '../ids';
import { hasFeature } from '../governance/features';
import {
  createAuthorizationEntity,
  createOauthClientEntity,
  createOauthClientHasAuthorizationRelationship,
  createSshKeyEntity,
  createTeamHasAuthorizationRelationship,
  createUserHasAuthorizationRelationship,
  createUserHasOauthClientRelationship,
  createUserHasSshKeyRelationship,
} from './converters';

/** They are the user's own: no role is asked for. */
const NEEDS = {
  scopes: GLOBAL_SCOPE,
  role: 'a key with the scope global',
  isOwnAccount: true,
} as const;

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
        // Teams have authorizations too.
        ({ ownerType }) => ownerType === 'user',
      ),
  ),
  defineStep(
    {
      id: Steps.TEAM_AUTHORIZATIONS,
      name: 'Fetch the authorizations of teams',
      ingestionSourceId: Sources.TEAM_AUTHORIZATIONS,
      entities: [AUTHORIZATION],
      relationships: [TEAM_HAS_AUTHORIZATION],
      dependsOn: [Steps.TEAMS],
      needs: {
        scopes: GLOBAL_SCOPE,
        role: 'the permission to manage the tokens of the team',
      },
      requests:
        'T: `/teams/{team}/oauth/authorizations`; 1 more, `/teams/{team}/features`, for each team that refuses',
    },
    fetchTeamAuthorizations,
  ),
  defineStep(
    {
      id: Steps.OAUTH_CLIENTS,
      name: "Fetch the OAuth clients of the API key's user",
      ingestionSourceId: Sources.OAUTH_CLIENTS,
      entities: [OAUTH_CLIENT],
      relationships: [],
      dependsOn: [],
      needs: NEEDS,
      requests: '1: `/oauth/clients`',
    },
    fetchOauthClients,
  ),
  defineStep(
    {
      id: Steps.CLIENT_AUTHORIZATIONS,
      name: 'Build which client holds which authorization',
      ingestionSourceId: Sources.OAUTH_CLIENTS,
      entities: [],
      relationships: [OAUTH_CLIENT_HAS_AUTHORIZATION],
      dependsOn: [Steps.OAUTH_CLIENTS, Steps.AUTHORIZATIONS],
      needs: NEEDS,
      requests: ALREADY_READ,
    },
    buildClientAuthorizations,
  ),
  defineStep(
    {
      id: Steps.CLIENT_TEAM_AUTHORIZATIONS,
      name: 'Build which client holds which authorization of a team',
      ingestionSourceId: Sources.OAUTH_CLIENTS,
      entities: [],
      relationships: [OAUTH_CLIENT_HAS_AUTHORIZATION],
      // A step of its own: the SDK runs none that depends on a source that is off.
      dependsOn: [Steps.OAUTH_CLIENTS, Steps.TEAM_AUTHORIZATIONS],
      needs: NEEDS,
      requests: ALREADY_READ,
    },
    buildClientAuthorizations,
  ),
  defineStep(
    {
      id: Steps.USER_OAUTH_CLIENTS,
      name: 'Build who has which OAuth client',
      ingestionSourceId: Sources.OAUTH_CLIENTS,
      entities: [],
      relationships: [USER_HAS_OAUTH_CLIENT],
      dependsOn: [Steps.OAUTH_CLIENTS, Steps.USERS],
      needs: NEEDS,
      requests: ALREADY_READ,
    },
    (collection) =>
      buildOwnership(
        collection,
        OAUTH_CLIENT,
        createUserHasOauthClientRelationship,
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
  const { run, now } = collection;
  await collection.attempt('OAuth authorizations', () =>
    collection.addPages(run.client.authorizations(), (authorization) => {
      noteUnknownClient(collection, authorization);
      return {
        entities: [
          createAuthorizationEntity(authorization, { type: 'user' }, now),
        ],
      };
    }),
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

/** The OAuth clients that the API key's user has registered. */
async function fetchOauthClients(collection: Collection): Promise<void> {
  const { client } = collection.run;
  await collection.attempt('OAuth clients', () =>
    collection.addPages(client.oauthClients(), (oauthClient) => ({
      entities: [createOauthClientEntity(oauthClient)],
    })),
  );
}

/** The authorizations that belong to teams. Where a team cannot have any, a refusal is normal. */
async function fetchTeamAuthorizations(collection: Collection): Promise<void> {
  const { run } = collection;
  await forEachTeam(collection, 'authorizations', async ({ id: teamId }) => {
    const { now } = collection;
    const list = new SharedList(() => run.client.teamAuthorizations(teamId));
    try {
      await list.pages();
    } catch (error) {
      if (
        isRefusal(error) &&
        !(await hasFeature(collection, teamId, 'team-tokens'))
      ) {
        return;
      }
      throw error;
    }
    await collection.addPages(await list.pages(), (authorization) => {
      noteUnknownClient(collection, authorization);
      return {
        entities: [
          createAuthorizationEntity(
            authorization,
            { type: 'team', id: teamId },
            now,
          ),
        ],
        relationships: [
          createTeamHasAuthorizationRelationship(teamId, authorization.id),
        ],
      };
    });
  });
}

/** An authorization without a client says `null`; one that says nothing may belong to any. */
function noteUnknownClient(
  collection: Collection,
  { client }: Authorization,
): void {
  if (client === undefined) {
    collection.unknown('OAuth authorization', 'do not say for which client');
  }
}

/** The clients that the API key's user has registered, and the authorizations given to them. */
async function buildClientAuthorizations(
  collection: Collection,
): Promise<void> {
  const relationships: Relationship[] = [];
  await collection.eachEntity(AUTHORIZATION, ({ id, clientId }) => {
    if (
      typeof clientId === 'string' &&
      collection.has(OAUTH_CLIENT, clientId)
    ) {
      relationships.push(
        createOauthClientHasAuthorizationRelationship(clientId, id as string),
      );
    }
  });
  await collection.add({ relationships });
}

/** These lists hold what is the API key's user's, and nobody else's. That user is reported on with all users. */
async function buildOwnership(
  collection: Collection,
  declaration: EntityDeclaration,
  createRelationship: (userId: string, id: string) => Relationship,
  isOwn: (entity: Entity) => boolean = () => true,
): Promise<void> {
  const ids: string[] = [];
  await collection.eachEntity(declaration, (entity) => {
    if (isOwn(entity)) {
      ids.push(entity.id as string);
    }
  });
  const answer = await collection.enrichment(() => collection.run.account());
  if (answer) {
    await collection.add({
      relationships: ids.map((id) => createRelationship(answer.object.id, id)),
    });
  }
}
