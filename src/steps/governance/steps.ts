import { GLOBAL_SCOPE } from '../../heroku';
import {
  ACCOUNT_USES_IDENTITY_PROVIDER,
  bareKey,
  IDENTITY_PROVIDER,
  TEAM,
  TEAM_HAS_INVITATION,
  TEAM_HAS_PREFERENCES,
  TEAM_INVITATION,
  TEAM_PREFERENCES,
  TEAM_USES_IDENTITY_PROVIDER,
} from '../../model';
import type { Collection } from '../collect';
import { Sources, Steps } from '../ids';
import type { HerokuStep } from '../step';
import { defineStep } from '../step';
import {
  createAccountUsesIdentityProviderRelationship,
  createIdentityProviderEntity,
  createTeamHasInvitationRelationship,
  createTeamHasPreferencesRelationship,
  createTeamInvitationEntity,
  createTeamPreferencesEntity,
  createTeamUsesIdentityProviderRelationship,
} from './converters';

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
      relationships: [
        TEAM_USES_IDENTITY_PROVIDER,
        ACCOUNT_USES_IDENTITY_PROVIDER,
      ],
      dependsOn: [Steps.TEAMS],
      needs: NEEDS,
      requests: 'T: `/teams/{team}/identity-providers`',
    },
    fetchIdentityProviders,
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
];

/** The invitations that are waiting to be accepted. */
async function fetchTeamInvitations(collection: Collection): Promise<void> {
  const { run } = collection;
  await collection.forEachParent(await collection.parentsOfType(TEAM._type), {
    what: 'invitations of the team',
    askForParent: ({ id }) => run.team(id),
    read: ({ id, name }) =>
      collection.addPages(
        run.client.teamInvitations(name ?? id),
        (invitation) => ({
          entities: [createTeamInvitationEntity(invitation, id)],
          relationships: [createTeamHasInvitationRelationship(id, invitation)],
        }),
      ),
  });
}

/**
 * The SSO providers that teams use. One that belongs to an enterprise account is in the list of each of its teams,
 * and is used by the account too.
 */
async function fetchIdentityProviders(collection: Collection): Promise<void> {
  const { run } = collection;
  await collection.forEachParent(await collection.parentsOfType(TEAM._type), {
    what: 'identity providers of the team',
    askForParent: ({ id }) => run.team(id),
    read: ({ id, name }) =>
      collection.addPages(
        run.client.teamIdentityProviders(name ?? id),
        (provider) => {
          const { owner } = provider;
          const isOfAccount =
            owner?.type === 'enterprise-account' &&
            collection.has(bareKey(owner.id));
          return {
            entities: [createIdentityProviderEntity(provider)],
            relationships: [
              createTeamUsesIdentityProviderRelationship(id, provider.id),
              ...(isOfAccount
                ? [
                    createAccountUsesIdentityProviderRelationship(
                      owner.id,
                      provider.id,
                    ),
                  ]
                : []),
            ],
          };
        },
      ),
  });
}

/** What each team has set. */
async function fetchTeamPreferences(collection: Collection): Promise<void> {
  const { run } = collection;
  await collection.forEachParent(await collection.parentsOfType(TEAM._type), {
    what: 'preferences of the team',
    askForParent: ({ id }) => run.team(id),
    read: async (team) => {
      const preferences = await run.client.teamPreferences(team.id);
      await collection.add({
        entities: [createTeamPreferencesEntity(preferences, team)],
        relationships: [createTeamHasPreferencesRelationship(team.id)],
      });
    },
  });
}
