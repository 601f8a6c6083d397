import type { JsonObject } from '../organisation';
import type { Context } from './context';
import { numberFrom, uuid } from './identity';
import type { SpaceDescription, VpnDescription } from './surroundings';

/** A VPN connection of a space, with its two tunnels. */
export function vpnConnection(
  context: Context,
  space: SpaceDescription,
  vpn: VpnDescription,
): JsonObject {
  const hash = uuid('vpn-connection', `${space.name} ${vpn.name}`);
  const id =
    vpn.id ?? String(100_000_000_000 + numberFrom(hash, 4_000_000_000));
  return {
    id,
    name: vpn.name,
    public_ip: vpn.publicIp,
    routable_cidrs: vpn.routableCidrs,
    space_cidr_block: space.cidr,
    ike_version: vpn.ikeVersion,
    status: vpn.status,
    status_message: vpn.statusMessage,
    tunnels: vpn.tunnels.map((tunnel, index) => ({
      ip: tunnel.ip,
      customer_ip: vpn.publicIp,
      last_status_change:
        typeof tunnel.changedDaysAgo === 'string'
          ? tunnel.changedDaysAgo
          : context.ago(tunnel.changedDaysAgo),
      pre_shared_key: context.secrets.secret(
        'vpn-connection',
        `${space.name} ${id}`,
        `tunnels.${index}.pre_shared_key`,
      ),
      status: tunnel.status,
      status_message: tunnel.statusMessage,
    })),
  };
}
