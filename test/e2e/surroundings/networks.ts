import type { JsonObject } from '../../sandbox';
import type { Beyond } from '../expectedProperties';
import {
  idOf,
  isThere,
  named,
  sorted,
  textIn,
  timeIn,
} from '../expectedProperties';
import type { Part } from './part';

const OPEN = '0.0.0.0/0';

/** The internet, which all of JupiterOne has in common. */
const INTERNET: Beyond = {
  by: '_key',
  isMade: true,
  target: {
    _type: 'internet',
    _key: 'global:internet',
    _class: ['Internet', 'Network'],
    displayName: 'Internet',
    CIDR: OPEN,
    CIDRv6: '::/0',
    public: true,
  },
};

/** From where a space may be reached. */
export function addRuleset(
  part: Part,
  ruleset: JsonObject | undefined,
  space: JsonObject,
  spaceKey: string,
): void {
  if (!ruleset) return;
  const rules = [...(ruleset.rules as JsonObject[])].sort((a, b) =>
    textIn(a, 'source')! < textIn(b, 'source')! ? -1 : 1,
  );
  const allowed = rules
    .filter(({ action }) => action === 'allow')
    .map((rule) => textIn(rule, 'source')!);
  const key = part.add('heroku_inbound_ruleset', ['Firewall'], ruleset, {
    ...named(`${textIn(space, 'name')} inbound ruleset`),
    category: ['network'],
    spaceId: idOf(space),
    createdBy: ruleset.created_by,
    rules: rules.map(
      (rule) => `${textIn(rule, 'action')} ${textIn(rule, 'source')}`,
    ),
    allowedSources: allowed,
    openToInternet: allowed.includes(OPEN),
    blocksAll: allowed.length === 0,
    ...isThere({ applied: ruleset.applied }),
  });
  const type = 'heroku_inbound_ruleset_protects_space';
  part.relate(key, 'PROTECTS', spaceKey, type);
  for (const source of allowed) addAllowed(part, key, source);
}

/** The internet, a network or a host: one relationship for each rule. */
function addAllowed(part: Part, rulesetKey: string, source: string): void {
  const allows = (kind: string, id: string, beyond: Beyond) => {
    const type = `${kind}_allows_heroku_inbound_ruleset`;
    part.map(rulesetKey, 'ALLOWS', id, type, beyond, { ipRange: source });
  };
  const found = (_class: string, by: string, value: string): Beyond => ({
    by,
    target: { _class, [by]: value, displayName: value },
  });
  const [address = ''] = source.split('/32');
  if (source === OPEN) {
    allows('internet', 'internet', INTERNET);
  } else if (address.includes('/')) {
    allows('network', source, found('Network', 'CIDR', source));
  } else {
    allows('host', source, found('Host', 'publicIpAddress', address));
  }
}

/** The id of a VPN connection is unique within its space only. */
export function addVpnConnection(
  part: Part,
  vpn: JsonObject,
  spaceId: string,
): void {
  const tunnels = vpn.tunnels as JsonObject[];
  const inState = (state: string) =>
    tunnels.filter(({ status }) => status === state).length;
  const _key = `heroku_vpn_connection:${spaceId}:${idOf(vpn)}`;
  part.add('heroku_vpn_connection', ['Gateway'], vpn, {
    _key,
    category: ['network'],
    function: ['remote-access-gateway'],
    public: false,
    active: vpn.status === 'active',
    spaceId,
    status: vpn.status,
    statusMessage: vpn.status_message,
    ikeVersion: vpn.ike_version,
    customerGatewayAddress: vpn.public_ip,
    tunnelAddresses: sorted(tunnels.map(({ ip }) => ip!)),
    tunnelsUp: inState('UP'),
    tunnelsDown: inState('DOWN'),
    allTunnelsUp: inState('UP') === tunnels.length,
    routableCidrs: sorted(vpn.routable_cidrs),
    spaceCidr: vpn.space_cidr_block,
  });
  const type = 'heroku_space_has_vpn_connection';
  part.relate(`heroku_space:${spaceId}`, 'HAS', _key, type);
  const address = textIn(vpn, 'public_ip')!;
  part.map(
    _key,
    'CONNECTS',
    address,
    'heroku_vpn_connection_connects_gateway',
    {
      by: 'publicIpAddress',
      target: {
        _class: 'Gateway',
        publicIpAddress: address,
        displayName: address,
      },
    },
  );
}

/** Heroku's own VPCs are nobody's to find. */
export function addPeering(
  part: Part,
  peering: JsonObject,
  spaceKey: string,
): void {
  if (peering.type === 'heroku-managed') return;
  const pcxId = textIn(peering, 'pcx_id') ?? '';
  const { aws_vpc_id: vpcId } = peering;
  part.map(
    spaceKey,
    'CONNECTS',
    pcxId,
    'heroku_space_connects_aws_vpc',
    {
      by: 'vpcId',
      isMade: true,
      target: {
        _type: 'aws_vpc',
        _class: 'Network',
        displayName: vpcId,
        vpcId,
        region: peering.aws_region,
        accountId: peering.aws_account_id,
      },
    },
    {
      pcxId,
      status: peering.status,
      type: peering.type,
      cidrBlocks: [...(peering.cidr_blocks as string[])].sort().join(','),
      ...isThere({ expiresOn: timeIn(peering, 'expires') }),
    },
  );
}
