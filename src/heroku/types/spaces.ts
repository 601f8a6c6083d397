import type { Decoded } from './fields';
import {
  boolean,
  generation,
  identifier,
  maybe,
  number,
  object,
  reference,
  resource,
  plainIdentifier,
  text,
} from './fields';
import { freeTimestamp, timestamp } from './timestamp';
import { unordered, unorderedTexts } from './unordered';

/** A Private Space, `GET /spaces`. */
export const spaceResource = resource('space', {
  id: identifier,
  name: maybe(text),
  created_at: maybe(timestamp),
  updated_at: maybe(timestamp),
  team: maybe(object({ id: maybe(identifier), name: maybe(text) })),
  region: maybe(reference),
  shield: maybe(boolean),
  /** `allocating`, `allocated`, `deleting`. */
  state: maybe(text),
  cidr: maybe(text),
  data_cidr: maybe(text),
  generation: maybe(generation),
});
export type Space = Decoded<typeof spaceResource>;

/** The addresses from which a space reaches out, `GET /spaces/{space}/nat`. */
export const spaceNatResource = resource('space NAT', {
  sources: maybe(unorderedTexts),
  /** `disabled`, `updating`, `enabled`. */
  state: maybe(text),
  created_at: maybe(timestamp),
  updated_at: maybe(timestamp),
});
export type SpaceNat = Decoded<typeof spaceNatResource>;

/** From where a space may be reached, `GET /spaces/{space}/inbound-ruleset`. No rules block everything. */
export const inboundRulesetResource = resource('inbound ruleset', {
  /** A ruleset that nobody has changed may have none: there is one for each space. */
  id: maybe(identifier),
  space: maybe(reference),
  created_at: maybe(timestamp),
  created_by: maybe(text),
  /** Whether Heroku has put it into effect. */
  applied: maybe(boolean),
  /** `action` is `allow` or `deny`, `source` a CIDR block. Which comes first does not matter. */
  rules: maybe(unordered(object({ action: text, source: text }), 'source')),
});
export type InboundRuleset = Decoded<typeof inboundRulesetResource>;

/** A peering of a space with an AWS VPC, `GET /spaces/{space}/peerings`. It has no `id` but `pcx_id`. */
export const peeringResource = resource('peering', {
  pcx_id: plainIdentifier,
  /** `heroku-managed`, `customer-managed`, `unknown`. */
  type: maybe(text),
  cidr_blocks: maybe(unorderedTexts),
  status: maybe(text),
  aws_vpc_id: maybe(text),
  aws_region: maybe(text),
  aws_account_id: maybe(text),
  /** While nobody has accepted it. */
  expires: maybe(timestamp),
});
export type Peering = Decoded<typeof peeringResource>;

/** A VPN connection, `GET /spaces/{space}/vpn-connections`. The tunnels' `pre_shared_key` is never read. */
export const vpnConnectionResource = resource('VPN connection', {
  /** Unique within its space only, as far as is known. */
  id: plainIdentifier,
  name: maybe(text),
  public_ip: maybe(text),
  routable_cidrs: maybe(unorderedTexts),
  space_cidr_block: maybe(text),
  ike_version: maybe(number),
  /** `pending`, `provisioning`, `active`, `deprovisioning`, `failed`. */
  status: maybe(text),
  status_message: maybe(text),
  tunnels: maybe(
    unordered(
      object({
        ip: maybe(text),
        customer_ip: maybe(text),
        /** `UP` or `DOWN`. */
        status: maybe(text),
        status_message: maybe(text),
        last_status_change: maybe(freeTimestamp),
      }),
      'ip',
    ),
  ),
});
export type VpnConnection = Decoded<typeof vpnConnectionResource>;
