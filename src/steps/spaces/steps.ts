import type { Relationship } from '@jupiterone/integration-sdk-core';
import type { Collection, HerokuStep } from '../../collection';
import { defineStep, forEachSpace } from '../../collection';
import { isRefusal, READ_SCOPES } from '../../heroku';
import {
  HOST_ALLOWS_INBOUND_RULESET,
  INBOUND_RULESET,
  INBOUND_RULESET_PROTECTS_SPACE,
  INTERNET_ALLOWS_INBOUND_RULESET,
  NAT_ADDRESS,
  NETWORK_ALLOWS_INBOUND_RULESET,
  SPACE,
  SPACE_CONNECTS_AWS_VPC,
  SPACE_HAS_APPLICATION,
  SPACE_HAS_VPN_CONNECTION,
  SPACE_USES_NAT_ADDRESS,
  TEAM,
  TEAM_OWNS_SPACE,
  VPN_CONNECTION,
  VPN_CONNECTION_CONNECTS_GATEWAY,
} from '../../model';
import { APPLICATIONS_IN_SPACES } from '../applications/inSpaces';
import { Sources, Steps } from '../ids';
import { readRegions } from '../regions/place';
import type { SpaceContext } from './converters';
import {
  createAllowsInboundRulesetRelationships,
  createInboundRulesetEntity,
  createInboundRulesetProtectsSpaceRelationship,
  createNatAddressEntity,
  createSpaceConnectsAwsVpcRelationship,
  createSpaceEntity,
  createSpaceHasApplicationRelationship,
  createSpaceHasVpnConnectionRelationship,
  createSpaceUsesNatAddressRelationship,
  createTeamOwnsSpaceRelationship,
  createVpnConnectionConnectsGatewayRelationship,
  createVpnConnectionEntity,
} from './converters';

/** Every member of a team may look at its Private Spaces; only its admins may change them. */
const NEEDS = {
  scopes: READ_SCOPES,
  role: 'membership of the team that owns the Private Space',
};

const NO_REQUESTS = 'none: what it uses has been read';

export const spaceSteps: HerokuStep[] = [
  defineStep(
    {
      id: Steps.SPACES,
      name: 'Fetch Private Spaces',
      ingestionSourceId: Sources.PRIVATE_SPACES,
      entities: [SPACE],
      relationships: [],
      dependsOn: [],
      needs: NEEDS,
      requests:
        '1 + 2S: `/spaces`, `/spaces/{space}/nat`, `/spaces/{space}/inbound-ruleset`',
    },
    fetchSpaces,
  ),
  defineStep(
    {
      id: Steps.SPACE_NATS,
      name: 'Fetch the outbound addresses of Private Spaces',
      ingestionSourceId: Sources.PRIVATE_SPACES,
      entities: [NAT_ADDRESS],
      relationships: [SPACE_USES_NAT_ADDRESS],
      dependsOn: [Steps.SPACES],
      needs: NEEDS,
      requests: NO_REQUESTS,
    },
    fetchSpaceNats,
  ),
  defineStep(
    {
      id: Steps.TEAM_SPACES,
      name: 'Build the Private Spaces of teams',
      ingestionSourceId: Sources.PRIVATE_SPACES,
      entities: [],
      relationships: [TEAM_OWNS_SPACE],
      dependsOn: [Steps.SPACES, Steps.TEAMS],
      needs: NEEDS,
      requests: NO_REQUESTS,
    },
    buildTeamSpaces,
  ),
  defineStep(
    {
      id: Steps.SPACE_APPLICATIONS,
      name: 'Build the applications of Private Spaces',
      ingestionSourceId: Sources.PRIVATE_SPACES,
      entities: [],
      relationships: [SPACE_HAS_APPLICATION],
      dependsOn: [Steps.SPACES, Steps.APPLICATIONS],
      needs: NEEDS,
      requests: NO_REQUESTS,
    },
    buildSpaceApplications,
  ),
  defineStep(
    {
      id: Steps.INBOUND_RULESETS,
      name: 'Fetch inbound rulesets',
      ingestionSourceId: Sources.PRIVATE_SPACES,
      entities: [INBOUND_RULESET],
      relationships: [INBOUND_RULESET_PROTECTS_SPACE],
      mappedRelationships: [
        INTERNET_ALLOWS_INBOUND_RULESET,
        NETWORK_ALLOWS_INBOUND_RULESET,
        HOST_ALLOWS_INBOUND_RULESET,
      ],
      dependsOn: [Steps.SPACES],
      needs: NEEDS,
      requests: NO_REQUESTS,
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
      mappedRelationships: [VPN_CONNECTION_CONNECTS_GATEWAY],
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

/** The Private Spaces. Their addresses and rules are read first, since an entity cannot be changed. */
async function fetchSpaces(collection: Collection): Promise<void> {
  const { run } = collection;
  const pages = await collection.attempt('Private Spaces', () =>
    run.spaces.pages(),
  );
  const placeOf = await readRegions(collection);
  const contexts = new Map<string, SpaceContext>();
  await Promise.all(
    (pages ?? []).flatMap(({ objects }) =>
      objects.map(async (space) => {
        const { id } = space;
        const [nat, ruleset] = await Promise.all([
          hasNat(space)
            ? collection.enrichment(() => run.spaceNat(id))
            : undefined,
          isNotFir(space)
            ? collection.enrichment(() => run.inboundRuleset(id))
            : undefined,
        ]);
        contexts.set(id, {
          nat: nat?.object,
          ruleset: ruleset?.object,
          place: placeOf(space.region?.name),
        });
      }),
    ),
  );
  await collection.addPages(pages ?? [], (space) => ({
    entities: [createSpaceEntity(space, contexts.get(space.id) ?? {})],
  }));
}

/** The outbound addresses, which have been read for the spaces: what could not be read of them is reported here. */
async function fetchSpaceNats(collection: Collection): Promise<void> {
  const { run } = collection;
  const firSpaces = new Set<string>();
  await forEachSpace(
    collection,
    'NAT addresses',
    async ({ id }) => {
      try {
        const { sources, state } = collection.objectOf(await run.spaceNat(id));
        if (sources == null && state !== 'disabled') {
          collection.unknown('space NAT', 'do not say any addresses');
        }
        await collection.addObjects('NAT address', sources ?? [], (address) => {
          const entity = createNatAddressEntity(address);
          return entity
            ? {
                entities: [entity],
                relationships: [
                  createSpaceUsesNatAddressRelationship(id, address),
                ],
              }
            : {};
        });
      } catch (error) {
        // A Fir space may refuse to say: that is no miss.
        if (!(firSpaces.has(id) && isRefusal(error))) {
          throw error;
        }
      }
    },
    (space) => {
      if (space.generation === 'fir') {
        firSpaces.add(space.id as string);
      }
      return hasNat(space);
    },
  );
}

/** A space that is still being made, or already deleted, has no addresses. */
function hasNat({
  state,
}: {
  state?: unknown;
  [other: string]: unknown;
}): boolean {
  return state == null || state === 'allocated';
}

/** The team of each Private Space. */
async function buildTeamSpaces(collection: Collection): Promise<void> {
  const relationships: Relationship[] = [];
  await collection.eachEntity(SPACE, ({ id, teamId }) => {
    if (teamId === undefined) {
      collection.unknown('space', 'do not say of which team they are');
    } else if (typeof teamId === 'string' && collection.has(TEAM, teamId)) {
      relationships.push(createTeamOwnsSpaceRelationship(teamId, id as string));
    }
  });
  await collection.add({ relationships });
}

/** The apps that run in each Private Space. */
async function buildSpaceApplications(collection: Collection): Promise<void> {
  const placements =
    (await collection.handedOver(APPLICATIONS_IN_SPACES)) ?? [];
  await collection.add({
    relationships: placements
      .filter(({ spaceId }) => collection.has(SPACE, spaceId))
      .map(({ spaceId, appId }) =>
        createSpaceHasApplicationRelationship(spaceId, appId),
      ),
  });
}

/** A Fir space has no inbound ruleset, no VPN connections and no peerings. */
function isNotFir({
  generation,
}: {
  generation?: unknown;
  [other: string]: unknown;
}): boolean {
  return generation !== 'fir';
}

/** From where each Private Space may be reached. */
async function fetchInboundRulesets(collection: Collection): Promise<void> {
  const { run } = collection;
  await forEachSpace(
    collection,
    'inbound ruleset',
    async (space) => {
      const answer = await run.inboundRuleset(space.id);
      const ruleset = collection.objectOf(answer);
      if (ruleset.rules == null) {
        collection.unknown('inbound ruleset', 'do not say what they allow');
        if (ruleset.id == null) {
          return;
        }
      }
      await collection.addObjects('inbound ruleset', [ruleset], () => ({
        entities: [createInboundRulesetEntity(ruleset, space)],
        relationships: [
          createInboundRulesetProtectsSpaceRelationship(ruleset, space),
          ...createAllowsInboundRulesetRelationships(ruleset, space),
        ],
      }));
    },
    isNotFir,
  );
}

/** The VPN connections of each Private Space. */
async function fetchVpnConnections(collection: Collection): Promise<void> {
  const { client } = collection.run;
  await forEachSpace(
    collection,
    'VPN connections',
    (space) =>
      collection.addPages(client.vpnConnections(space.id), (vpn) => {
        if (vpn.public_ip === undefined) {
          collection.unknown('VPN connection', 'do not say where they lead');
        }
        return {
          entities: [createVpnConnectionEntity(vpn, space)],
          relationships: [
            createSpaceHasVpnConnectionRelationship(space, vpn),
            ...[
              createVpnConnectionConnectsGatewayRelationship(space, vpn) ?? [],
            ].flat(),
          ],
        };
      }),
    isNotFir,
  );
}

/** The VPCs that each Private Space is peered with. */
async function fetchPeerings(collection: Collection): Promise<void> {
  const { client } = collection.run;
  await forEachSpace(
    collection,
    'peerings',
    (space) =>
      collection.addPages(client.peerings(space.id), (peering) => {
        const relationship = createSpaceConnectsAwsVpcRelationship(
          space,
          peering,
        );
        return relationship ? { relationships: [relationship] } : {};
      }),
    isNotFir,
  );
}
