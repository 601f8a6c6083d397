import type {
  Entity,
  MappedRelationship,
  Relationship,
} from '@jupiterone/integration-sdk-core';
import { parseTimePropertyValue } from '@jupiterone/integration-sdk-core';
import type {
  InboundRuleset,
  Peering,
  Space,
  SpaceNat,
  VpnConnection,
} from '../../heroku';
import {
  createEntity,
  createMappedRelationship,
  createRelationship,
  INBOUND_RULESET,
  INBOUND_RULESET_PROTECTS_SPACE,
  SPACE,
  SPACE_CONNECTS_AWS_VPC,
  SPACE_HAS_APPLICATION,
  SPACE_HAS_VPN_CONNECTION,
  TEAM_OWNS_SPACE,
  VPN_CONNECTION,
} from '../../model';
import { coverEveryAddress } from './addressRanges';

/** An IPv4 address range, as the data model takes it. */
const IPV4_RANGE = /^(\d{1,3}\.){3}\d{1,3}(\/(\d|[12]\d|3[0-2]))?$/;

/** The states of a peering that connects nothing, or does not any more. */
const NOT_CONNECTED = new Set(['failed', 'expired', 'rejected', 'deleted']);

/** The Private Space that something belongs to. */
interface OfSpace {
  id: string;
  name?: string | null;
}

/**
 * A Private Space.
 *
 * @param nat what is known of its outgoing addresses; `undefined` where that could not be read
 */
export function createSpaceEntity(
  space: Space,
  nat: SpaceNat | undefined,
): Entity {
  const { cidr, generation } = space;
  return createEntity(
    SPACE,
    { ...space, nat },
    {
      CIDR: cidr && IPV4_RANGE.test(cidr) ? cidr : null,
      dataCidr: space.data_cidr ?? undefined,
      public: false,
      internal: true,
      region: space.region?.name ?? undefined,
      shield: space.shield ?? undefined,
      state: space.state ?? undefined,
      generation:
        (typeof generation === 'string' ? generation : generation?.name) ??
        undefined,
      teamId: space.team?.id ?? undefined,
      natState: nat?.state ?? undefined,
      natAddresses: nat?.sources ?? undefined,
    },
  );
}

/** The rules that decide from where a Private Space may be reached. */
export function createInboundRulesetEntity(
  ruleset: InboundRuleset,
  space: OfSpace,
): Entity {
  const rules = ruleset.rules ?? undefined;
  const allowedSources = rules
    ?.filter(({ action }) => action === 'allow')
    .map(({ source }) => source);
  return createEntity(
    INBOUND_RULESET,
    ruleset,
    {
      name: `${space.name ?? space.id} inbound ruleset`,
      createdBy: ruleset.created_by ?? undefined,
      category: ['network'],
      spaceId: space.id,
      rules: rules?.map(({ action, source }) => `${action} ${source}`),
      allowedSources,
      openToInternet: allowedSources && coverEveryAddress(allowedSources),
      blocksAll: allowedSources && allowedSources.length === 0,
    },
    inboundRulesetId(ruleset, space),
  );
}

/** A ruleset that nobody has changed may have no id. There is one for each space. */
function inboundRulesetId(ruleset: InboundRuleset, space: OfSpace): string {
  return ruleset.id ?? space.id;
}

/** A VPN connection of a Private Space, with the state of its tunnels. */
export function createVpnConnectionEntity(
  vpn: VpnConnection,
  space: OfSpace,
): Entity {
  const states = vpn.tunnels?.map(({ status }) => status?.toUpperCase());
  const tunnelsUp = states?.filter((state) => state === 'UP').length;
  const tunnelsDown = states?.filter((state) => state === 'DOWN').length;
  const status = vpn.status ?? undefined;
  return createEntity(
    VPN_CONNECTION,
    vpn,
    {
      category: ['network'],
      // The nearest that the data model has: it knows no VPN.
      function: ['remote-access-gateway'],
      public: true,
      active: status === undefined ? undefined : status === 'active',
      spaceId: space.id,
      status,
      ikeVersion: vpn.ike_version ?? undefined,
      customerGatewayAddress: vpn.public_ip ?? undefined,
      tunnelAddresses: vpn.tunnels?.flatMap(({ ip }) => ip ?? []).sort(),
      tunnelsUp,
      tunnelsDown,
      allTunnelsUp: areAllUp(states?.length, tunnelsUp, tunnelsDown),
      routableCidrs: vpn.routable_cidrs ?? undefined,
      spaceCidr: vpn.space_cidr_block ?? undefined,
    },
    vpnConnectionId(space, vpn),
  );
}

/** One tunnel that is down decides it; one in a state of no known name leaves it open. */
function areAllUp(
  tunnels = 0,
  tunnelsUp = 0,
  tunnelsDown = 0,
): boolean | undefined {
  if (tunnelsDown > 0) {
    return false;
  }
  return tunnels > 0 && tunnelsUp === tunnels ? true : undefined;
}

/** The id of a VPN connection is known to be unique only within its Private Space. */
function vpnConnectionId(space: OfSpace, vpn: VpnConnection): string {
  return `${space.id}:${vpn.id}`;
}

/** The team that owns a Private Space. */
export function createTeamOwnsSpaceRelationship(
  teamId: string,
  spaceId: string,
): Relationship {
  return createRelationship(TEAM_OWNS_SPACE, teamId, spaceId);
}

/** An app that runs in a Private Space. */
export function createSpaceHasApplicationRelationship(
  spaceId: string,
  appId: string,
): Relationship {
  return createRelationship(SPACE_HAS_APPLICATION, spaceId, appId);
}

/** The Private Space that a ruleset stands in front of. */
export function createInboundRulesetProtectsSpaceRelationship(
  ruleset: InboundRuleset,
  space: OfSpace,
): Relationship {
  return createRelationship(
    INBOUND_RULESET_PROTECTS_SPACE,
    inboundRulesetId(ruleset, space),
    space.id,
  );
}

/** A VPN connection of a Private Space. */
export function createSpaceHasVpnConnectionRelationship(
  space: OfSpace,
  vpn: VpnConnection,
): Relationship {
  return createRelationship(
    SPACE_HAS_VPN_CONNECTION,
    space.id,
    vpnConnectionId(space, vpn),
  );
}

/**
 * The peering of a Private Space with a VPC. `undefined` where Heroku names no VPC, and for the peerings that
 * Heroku manages, and those that connect nothing: the managed ones lead to data services in accounts of its own, which no AWS integration of the customer's
 * will ever collect.
 */
export function createSpaceConnectsAwsVpcRelationship(
  space: OfSpace,
  peering: Peering,
): MappedRelationship | undefined {
  const vpcId = peering.aws_vpc_id;
  if (
    !vpcId ||
    peering.type === 'heroku-managed' ||
    NOT_CONNECTED.has(peering.status ?? '')
  ) {
    return undefined;
  }
  return createMappedRelationship(
    SPACE_CONNECTS_AWS_VPC,
    space.id,
    peering.pcx_id,
    {
      _class: 'Network',
      vpcId,
      displayName: vpcId,
      region: peering.aws_region ?? undefined,
      accountId: peering.aws_account_id ?? undefined,
    },
    {
      pcxId: peering.pcx_id,
      status: peering.status ?? undefined,
      type: peering.type ?? undefined,
      cidrBlocks: peering.cidr_blocks
        ? [...peering.cidr_blocks].sort().join(',')
        : undefined,
      expiresOn: parseTimePropertyValue(peering.expires ?? undefined),
    },
  );
}
