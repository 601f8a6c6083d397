import * as v from 'valibot';
import type { Decoded } from './fields';
import {
  boolean,
  identifier,
  maybe,
  number,
  object,
  reference,
  resource,
  shortIdentifier,
  text,
  texts,
  timestamp,
} from './fields';

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
  /** An object in API version 3, a bare string in answers of some routes. */
  generation: maybe(
    v.union([text, object({ id: maybe(text), name: maybe(text) })]),
  ),
});
export type Space = Decoded<typeof spaceResource>;

/** The addresses from which a space reaches out, `GET /spaces/{space}/nat`. */
export const spaceNatResource = resource('space NAT', {
  sources: maybe(texts),
  /** `disabled`, `updating`, `enabled`. */
  state: maybe(text),
  created_at: maybe(timestamp),
  updated_at: maybe(timestamp),
});
export type SpaceNat = Decoded<typeof spaceNatResource>;

/** From where a space may be reached, `GET /spaces/{space}/inbound-ruleset`. No rules block everything. */
export const inboundRulesetResource = resource('inbound ruleset', {
  id: identifier,
  space: maybe(reference),
  created_at: maybe(timestamp),
  created_by: maybe(text),
  /** `action` is `allow` or `deny`, `source` a CIDR block. */
  rules: maybe(v.array(object({ action: text, source: text }))),
});
export type InboundRuleset = Decoded<typeof inboundRulesetResource>;

/** A peering of a space with an AWS VPC, `GET /spaces/{space}/peerings`. It has no `id` but `pcx_id`. */
export const peeringResource = resource('peering', {
  pcx_id: text,
  /** `heroku-managed`, `customer-managed`, `unknown`. */
  type: maybe(text),
  cidr_blocks: maybe(texts),
  status: maybe(text),
  aws_vpc_id: maybe(text),
  aws_region: maybe(text),
  aws_account_id: maybe(text),
  expires: maybe(timestamp),
});
export type Peering = Decoded<typeof peeringResource>;

/** A VPN connection, `GET /spaces/{space}/vpn-connections`. The tunnels' `pre_shared_key` is never read. */
export const vpnConnectionResource = resource('VPN connection', {
  id: shortIdentifier,
  name: maybe(text),
  public_ip: maybe(text),
  routable_cidrs: maybe(texts),
  space_cidr_block: maybe(text),
  ike_version: maybe(number),
  /** `pending`, `provisioning`, `active`, `deprovisioning`, `failed`. */
  status: maybe(text),
  tunnels: maybe(
    v.array(
      object({
        ip: maybe(text),
        customer_ip: maybe(text),
        /** `UP` or `DOWN`. */
        status: maybe(text),
        last_status_change: maybe(timestamp),
      }),
    ),
  ),
});
export type VpnConnection = Decoded<typeof vpnConnectionResource>;
