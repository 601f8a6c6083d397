import type { Relationship } from '@jupiterone/integration-sdk-core';
import type { Collection, HerokuStep } from '../../collection';
import { defineStep, forEachTeam } from '../../collection';
import type { Page, TeamInvitation } from '../../heroku';
import { GLOBAL_SCOPE, isRefusal } from '../../heroku';
import {
  ACCOUNT,
  ACCOUNT_USES_IDENTITY_PROVIDER,
  IDENTITY_PROVIDER,
  IDENTITY_PROVIDER_CONNECTS_OKTA_ACCOUNT,
  TEAM_HAS_INVITATION,
  TEAM_HAS_PREFERENCES,
  TEAM_INVITATION,
  TEAM_PREFERENCES,
  TEAM_USES_IDENTITY_PROVIDER,
} from '../../model';
import { Sources, Steps } from '../ids';
import {
  createAccountUsesIdentityProviderRelationship,
  createIdentityProviderConnectsOktaAccountRelationship,
  createIdentityProviderEntity,
  createTeamHasInvitationRelationship,
  createTeamHasPreferencesRelationship,
  createTeamInvitationEntity,
  createTeamPreferencesEntity,
  createTeamUsesIdentityProviderRelationship,
} from './converters';
import { readAllowlist } from './allowlist';
import { hasFeature } from './features';
import { readByName } from './readByName';

const NEEDS = { scopes: GLOBAL_SCOPE, role: 'the role admin in the team' };

export const governanceSteps: HerokuStep[] = [
  defineStep(
    {
      id: Steps.TEAM_INVITATIONS,
      name: 'Fetch team invitations',
      ingestionSourceId: Sources.TEAM_GOVERNANCE,
      entities: [TEAM_INVITATION],
      relationships: [TEAM_HAS_INVITATION],
      dependsOn: [Steps.TEAMS],
      needs: NEEDS,
      requests: 'T: `/teams/{team}/invitations`',
    },
    fetchTeamInvitations,
  ),
  defineStep(
    {
      id: Steps.IDENTITY_PROVIDERS,
      name: 'Fetch identity providers',
      ingestionSourceId: Sources.TEAM_GOVERNANCE,
      entities: [IDENTITY_PROVIDER],
      relationships: [TEAM_USES_IDENTITY_PROVIDER],
      mappedRelationships: [IDENTITY_PROVIDER_CONNECTS_OKTA_ACCOUNT],
      dependsOn: [Steps.TEAMS],
      needs: NEEDS,
      requests: 'T: `/teams/{team}/identity-providers`',
    },
    fetchIdentityProviders,
  ),
  defineStep(
    {
      id: Steps.ACCOUNT_IDENTITY_PROVIDERS,
      name: 'Build the identity providers of accounts',
      ingestionSourceId: Sources.TEAM_GOVERNANCE,
      entities: [],
      relationships: [ACCOUNT_USES_IDENTITY_PROVIDER],
      dependsOn: [Steps.ACCOUNTS, Steps.IDENTITY_PROVIDERS],
      needs: NEEDS,
      requests: 'none: what it uses has been read',
    },
    buildAccountIdentityProviders,
  ),
  defineStep(
    {
      id: Steps.TEAM_PREFERENCES,
      name: 'Fetch team preferences',
      ingestionSourceId: Sources.TEAM_GOVERNANCE,
      entities: [TEAM_PREFERENCES],
      relationships: [TEAM_HAS_PREFERENCES],
      dependsOn: [Steps.TEAMS],
      needs: NEEDS,
      requests: 'T: `/teams/{team}/preferences`',
    },
    fetchTeamPreferences,
  ),
  defineStep(
    {
      id: Steps.ADDON_CONTROLS,
      name: 'Fetch allowed add-on services',
      ingestionSourceId: Sources.ADDON_CONTROLS,
      // What they say stands on preferences and add-ons.
      entities: [],
      relationships: [],
      dependsOn: [Steps.TEAMS],
      needs: NEEDS,
      requests:
        '1 for each team with add-on controls: `/teams/{team}/allowed-addon-services`; T more, `/teams/{team}/preferences`, where the source team-governance is off',
    },
    fetchAllowedAddonServices,
  ),
];

/**
 * The invitations that are waiting to be accepted. Only teams outside of Heroku Enterprise send them, and only where the
 * feature is on: elsewhere people become members at once, and a refusal is normal.
 */
async function fetchTeamInvitations(collection: Collection): Promise<void> {
  const { client } = collection.run;
  await forEachTeam(
    collection,
    'invitations',
    async (team) => {
      let pages: Page<TeamInvitation>[];
      try {
        pages = await readByName(
          collection,
          team,
          (name) => client.teamInvitations(name),
          (invitation) => invitation.team?.id,
        );
      } catch (error) {
        if (
          isRefusal(error) &&
          !(await hasFeature(collection, team.id, 'team-invite-acceptance'))
        ) {
          return;
        }
        throw error;
      }
      await collection.addPages(pages, (invitation) => ({
        entities: [createTeamInvitationEntity(invitation, team.id)],
        relationships: [
          createTeamHasInvitationRelationship(team.id, invitation),
        ],
      }));
    },
    ({ teamType }) => teamType !== 'enterprise',
  );
}

/** The SSO providers that teams use. One that belongs to an enterprise account is in the list of each of its teams. */
async function fetchIdentityProviders(collection: Collection): Promise<void> {
  const { client } = collection.run;
  await forEachTeam(collection, 'identity providers', async (team) => {
    const pages = await readByName(
      collection,
      team,
      (name) => client.teamIdentityProviders(name),
      ({ owner }) => (owner?.type === 'team' ? owner.id : undefined),
    );
    await collection.addPages(pages, (provider) => {
      if (
        provider.owner === undefined ||
        provider.sso_target_url === undefined
      ) {
        collection.unknown(
          'identity provider',
          'do not say whose they are, or where people sign in',
        );
      }
      return {
        entities: [createIdentityProviderEntity(provider)],
        relationships: [
          createTeamUsesIdentityProviderRelationship(team.id, provider.id),
          ...[
            createIdentityProviderConnectsOktaAccountRelationship(provider) ??
              [],
          ].flat(),
        ],
      };
    });
  });
}

/** The SSO providers that belong to enterprise accounts. */
async function buildAccountIdentityProviders(
  collection: Collection,
): Promise<void> {
  const relationships: Relationship[] = [];
  await collection.eachEntity(
    IDENTITY_PROVIDER,
    ({ id, ownerId, ownerType }) => {
      if (
        ownerType === 'enterprise-account' &&
        typeof ownerId === 'string' &&
        collection.has(ACCOUNT, ownerId)
      ) {
        relationships.push(
          createAccountUsesIdentityProviderRelationship(ownerId, id as string),
        );
      }
    },
  );
  await collection.add({ relationships });
}

/** What each team has set. */
async function fetchTeamPreferences(collection: Collection): Promise<void> {
  const { run } = collection;
  await forEachTeam(collection, 'preferences', async (team) => {
    const answer = await run.teamPreferences(team.id);
    const preferences = collection.objectOf(answer);
    const allowlist = await readAllowlist(collection, team.id);
    await collection.add({
      entities: [createTeamPreferencesEntity(preferences, team, allowlist)],
      relationships: [createTeamHasPreferencesRelationship(team.id)],
    });
  });
}

/** What each team with add-on controls allows: what could not be read of it is reported here. */
async function fetchAllowedAddonServices(
  collection: Collection,
): Promise<void> {
  const { run } = collection;
  await forEachTeam(collection, 'allowed add-on services', async ({ id }) => {
    const { object: preferences } = await run.teamPreferences(id);
    if (preferences['addons-controls'] === true) {
      for (const page of await run.allowedAddonServices(id).pages()) {
        collection.objectsOf(page);
      }
    }
  });
}
