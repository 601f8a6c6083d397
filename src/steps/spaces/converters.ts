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
  TEAM_OWNS_SPACE,
  VPN_CONNECTION,
  VPN_CONNECTION_CONNECTS_GATEWAY,
} from '../../model';
import type { Place } from '../regions/place';
import { coverEveryAddress, isAddress, isSingleAddress } from './addressRanges';

/** The internet as all of JupiterOne's integrations share it. */
const INTERNET = {
  _key: 'global:internet',
  _class: ['Internet', 'Network'],
  displayName: 'Internet',
  CIDR: '0.0.0.0/0',
  CIDRv6: '::/0',
  public: true,
};

/** An IPv4 address range, as the data model takes it. */
const IPV4_RANGE = /^(\d{1,3}\.){3}\d{1,3}(\/(\d|[12]\d|3[0-2]))?$/;

/** The states of a peering that connects nothing, or does not any more. */
const NOT_CONNECTED = new Set(['failed', 'expired', 'rejected', 'deleted']);

/** The Private Space that something belongs to. */
interface OfSpace {
  id: string;
  name?: string | null;
}

/** What is known of a Private Space besides the list of spaces; `undefined` where it could not be read. */
export interface SpaceContext {
  nat?: SpaceNat;
  ruleset?: InboundRuleset;
  place?: Place;
}

/** A Private Space. */
export function createSpaceEntity(
  space: Space,
  { nat, ruleset, place }: SpaceContext,
): Entity {
  const { cidr, state } = space;
  return createEntity(
    SPACE,
    { ...space, nat },
    {
      CIDR: cidr && IPV4_RANGE.test(cidr) ? cidr : null,
      dataCidr: space.data_cidr ?? undefined,
      public: ruleset !== undefined && isOpen(allowedSources(ruleset)),
      internal: true,
      active: state == null ? undefined : state === 'allocated',
      region: space.region?.name ?? undefined,
      ...place,
      shield: space.shield ?? undefined,
      state: state ?? undefined,
      generation: space.generation ?? undefined,
      teamId: space.team?.id ?? undefined,
      natState: nat?.state ?? undefined,
      natAddresses: nat?.sources ?? undefined,
    },
  );
}

/** An address from which a Private Space reaches out; `undefined` for what is none. */
export function createNatAddressEntity(address: string): Entity | undefined {
  return isAddress(address)
    ? createEntity(
        NAT_ADDRESS,
        { address },
        {
          name: address,
          ipAddress: address,
          publicIpAddress: address,
          public: true,
        },
        address,
      )
    : undefined;
}

/** A Private Space whose apps reach out from an address. */
export function createSpaceUsesNatAddressRelationship(
  spaceId: string,
  address: string,
): Relationship {
  return createRelationship(SPACE_USES_NAT_ADDRESS, spaceId, address);
}

/** The rules that decide from where a Private Space may be reached. */
export function createInboundRulesetEntity(
  ruleset: InboundRuleset,
  space: OfSpace,
): Entity {
  const allowed = allowedSources(ruleset);
  return createEntity(
    INBOUND_RULESET,
    ruleset,
    {
      name: `${space.name ?? space.id} inbound ruleset`,
      createdBy: ruleset.created_by ?? undefined,
      applied: ruleset.applied ?? undefined,
      category: ['network'],
      spaceId: space.id,
      rules: ruleset.rules?.map(({ action, source }) => `${action} ${source}`),
      allowedSources: allowed,
      openToInternet: allowed && isOpen(allowed),
      blocksAll: allowed && allowed.length === 0,
    },
    inboundRulesetId(ruleset, space),
  );
}

function allowedSources({ rules }: InboundRuleset): string[] | undefined {
  return rules
    ?.filter(({ action }) => action === 'allow')
    .map(({ source }) => source);
}

function isOpen(sources: readonly string[] | undefined): boolean {
  return coverEveryAddress(sources ?? []);
}

/**
 * What the rules let in, where other integrations or JupiterOne itself know it: the internet, networks by their
 * address range, and hosts by their address.
 */
export function createAllowsInboundRulesetRelationships(
  ruleset: InboundRuleset,
  space: OfSpace,
): MappedRelationship[] {
  const rulesetId = inboundRulesetId(ruleset, space);
  const sources = allowedSources(ruleset) ?? [];
  const relationships = sources
    .filter((source) => !coverEveryAddress([source]))
    .map((source) => {
      const [address = ''] = source.split('/');
      return isSingleAddress(source)
        ? createMappedRelationship(
            HOST_ALLOWS_INBOUND_RULESET,
            rulesetId,
            source,
            { publicIpAddress: address, displayName: address },
            { ipRange: source },
          )
        : createMappedRelationship(
            NETWORK_ALLOWS_INBOUND_RULESET,
            rulesetId,
            source,
            { CIDR: source, displayName: source },
            { ipRange: source },
          );
    });
  if (isOpen(sources)) {
    const open = sources.filter((source) => coverEveryAddress([source]));
    relationships.push(
      createMappedRelationship(
        INTERNET_ALLOWS_INBOUND_RULESET,
        rulesetId,
        'internet',
        INTERNET,
        { ipRange: (open.length > 0 ? open : sources).join(',') },
      ),
    );
  }
  return relationships;
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
      public: false,
      active: status === undefined ? undefined : status === 'active',
      spaceId: space.id,
      status,
      statusMessage: vpn.status_message ?? undefined,
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

/** The gateway at the other end of a VPN connection; `undefined` where Heroku does not name it. */
export function createVpnConnectionConnectsGatewayRelationship(
  space: OfSpace,
  vpn: VpnConnection,
): MappedRelationship | undefined {
  const address = vpn.public_ip ?? '';
  return isAddress(address)
    ? createMappedRelationship(
        VPN_CONNECTION_CONNECTS_GATEWAY,
        vpnConnectionId(space, vpn),
        address,
        { publicIpAddress: address, displayName: address },
      )
    : undefined;
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
