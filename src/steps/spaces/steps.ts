import type { Space, SpaceNat } from '../../heroku';
import { READ_SCOPES } from '../../heroku';
import {
  bareKey,
  INBOUND_RULESET,
  INBOUND_RULESET_PROTECTS_SPACE,
  SPACE,
  SPACE_CONNECTS_AWS_VPC,
  SPACE_HAS_APPLICATION,
  SPACE_HAS_VPN_CONNECTION,
  spaceKey,
  TEAM_OWNS_SPACE,
  VPN_CONNECTION,
} from '../../model';
import type { Placement } from '../applications/steps';
import { APPLICATIONS_IN_SPACES } from '../applications/steps';
import type { Collection, Parent } from '../collect';
import { Sources, Steps } from '../ids';
import type { HerokuStep } from '../step';
import { defineStep } from '../step';
import {
  createInboundRulesetEntity,
  createInboundRulesetProtectsSpaceRelationship,
  createSpaceConnectsAwsVpcRelationship,
  createSpaceEntity,
  createSpaceHasApplicationRelationship,
  createSpaceHasVpnConnectionRelationship,
  createTeamOwnsSpaceRelationship,
  createVpnConnectionEntity,
} from './converters';

/** Every member of a team may look at its Private Spaces; only its admins may change them. */
const NEEDS = {
  scopes: READ_SCOPES,
  role: 'membership of the team that owns the Private Space',
};

export const spaceSteps: HerokuStep[] = [
  defineStep(
    {
      id: Steps.SPACES,
      name: 'Fetch Private Spaces',
      ingestionSourceId: Sources.PRIVATE_SPACES,
      entities: [SPACE],
      relationships: [TEAM_OWNS_SPACE, SPACE_HAS_APPLICATION],
      dependsOn: [Steps.TEAMS, Steps.APPLICATIONS],
      needs: NEEDS,
      requests: '1 + S: `/spaces`, `/spaces/{space}/nat`',
    },
    fetchSpaces,
  ),
  defineStep(
    {
      id: Steps.INBOUND_RULESETS,
      name: 'Fetch inbound rulesets',
      ingestionSourceId: Sources.PRIVATE_SPACES,
      entities: [INBOUND_RULESET],
      relationships: [INBOUND_RULESET_PROTECTS_SPACE],
      dependsOn: [Steps.SPACES],
      needs: NEEDS,
      requests: 'S: `/spaces/{space}/inbound-ruleset`',
    },
    fetchInboundRulesets,
  ),
  defineStep(
    {
      id: Steps.VPN_CONNECTIONS,
      name: 'Fetch VPN connections',
      ingestionSourceId: Sources.PRIVATE_SPACES,
      entities: [VPN_CONNECTION],
      relationships: [SPACE_HAS_VPN_CONNECTION],
      dependsOn: [Steps.SPACES],
      needs: NEEDS,
      requests: 'S: `/spaces/{space}/vpn-connections`',
    },
    fetchVpnConnections,
  ),
  defineStep(
    {
      id: Steps.PEERINGS,
      name: 'Fetch peerings',
      ingestionSourceId: Sources.PRIVATE_SPACES,
      entities: [],
      relationships: [],
      mappedRelationships: [SPACE_CONNECTS_AWS_VPC],
      dependsOn: [Steps.SPACES],
      needs: NEEDS,
      requests: 'S: `/spaces/{space}/peerings`',
    },
    fetchPeerings,
  ),
];

/** The Private Spaces with their outgoing addresses and their teams, then the apps that run in them. */
async function fetchSpaces(collection: Collection): Promise<void> {
  const { client } = collection.run;
  let hasSpaces = false;
  await collection.attempt('Private Spaces', async () => {
    for await (const page of client.spaces()) {
      const spaces = collection.objectsOf(page);
      await addSpaces(collection, spaces);
      hasSpaces ||= spaces.length > 0;
    }
  });
  if (hasSpaces) {
    await addApplicationsOfSpaces(collection);
  }
}

/** The outgoing addresses are read first, since an entity cannot be changed. */
async function addSpaces(
  collection: Collection,
  spaces: Space[],
): Promise<void> {
  const { run } = collection;
  const nats = new Map<string, SpaceNat>();
  const missed = await collection.forEachParent(spaces, {
    what: 'NAT addresses of the Private Space',
    askForParent: ({ id }) => run.space(id),
    read: async ({ id }) => {
      nats.set(id, await run.client.spaceNat(id));
    },
  });
  await collection.addObjects(
    'space',
    // One that is neither is gone: it was deleted after the list had been made.
    spaces.filter((space) => nats.has(space.id) || missed.includes(space)),
    (space) => {
      const teamId = space.team?.id;
      return {
        entities: [createSpaceEntity(space, nats.get(space.id))],
        relationships:
          teamId && collection.has(bareKey(teamId))
            ? [createTeamOwnsSpaceRelationship(teamId, space)]
            : [],
      };
    },
  );
}

async function addApplicationsOfSpaces(collection: Collection): Promise<void> {
  const placements =
    (await collection.recall<Placement[]>(APPLICATIONS_IN_SPACES)) ?? [];
  await collection.add({
    relationships: placements
      .filter(({ spaceId }) => collection.has(spaceKey(spaceId)))
      .map(({ spaceId, applicationKey }) =>
        createSpaceHasApplicationRelationship(spaceId, applicationKey),
      ),
  });
}

/** From where each Private Space may be reached. */
async function fetchInboundRulesets(collection: Collection): Promise<void> {
  const { client } = collection.run;
  await forEachSpace(collection, 'inbound ruleset', async (space) => {
    const ruleset = await client.inboundRuleset(space.id);
    await collection.addObjects('inbound ruleset', [ruleset], () => ({
      entities: [createInboundRulesetEntity(ruleset, space)],
      relationships: [
        createInboundRulesetProtectsSpaceRelationship(ruleset, space),
      ],
    }));
  });
}

/** The VPN connections of each Private Space. */
async function fetchVpnConnections(collection: Collection): Promise<void> {
  const { client } = collection.run;
  await forEachSpace(collection, 'VPN connections', (space) =>
    collection.addPages(client.vpnConnections(space.id), (vpn) => ({
      entities: [createVpnConnectionEntity(vpn, space)],
      relationships: [createSpaceHasVpnConnectionRelationship(space, vpn)],
    })),
  );
}

/** The VPCs that each Private Space is peered with. */
async function fetchPeerings(collection: Collection): Promise<void> {
  const { client } = collection.run;
  await forEachSpace(collection, 'peerings', (space) =>
    collection.addPages(client.peerings(space.id), (peering) => {
      const relationship = createSpaceConnectsAwsVpcRelationship(
        space,
        peering,
      );
      return relationship ? { relationships: [relationship] } : {};
    }),
  );
}

async function forEachSpace(
  collection: Collection,
  what: string,
  read: (space: Parent) => Promise<void>,
): Promise<void> {
  await collection.forEachParent(await collection.parentsOfType(SPACE._type), {
    what: `${what} of the Private Space`,
    askForParent: ({ id }) => collection.run.space(id),
    read,
  });
}
