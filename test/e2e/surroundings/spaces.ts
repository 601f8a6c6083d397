import type { JsonObject, Organisation } from '../../sandbox';
import { listOf } from '../../sandbox';
import {
  idOf,
  isThere,
  objectIn,
  sorted,
  textIn,
  timeIn,
} from '../expectedProperties';
import type { Surrounded } from './part';
import { named, Part } from './part';

/** The Private Spaces with their networks, and the apps that run in them. */
export function expectedSpaces(
  organisation: Organisation,
  { keys }: Surrounded,
  applications: readonly Record<string, unknown>[],
): Part {
  const part = new Part();
  for (const space of listOf(organisation, '/spaces')) {
    const id = idOf(space);
    const teamId = textIn(objectIn(space, 'team'), 'id') ?? '';
    // What is not allocated has no addresses yet.
    const nat = organisation.resources.get(`/spaces/${id}/nat`) as
      JsonObject | undefined;
    const key = part.add('heroku_space', ['Network'], space, {
      CIDR: space.cidr,
      dataCidr: space.data_cidr,
      public: false,
      internal: true,
      region: objectIn(space, 'region')?.name,
      shield: space.shield,
      state: space.state,
      generation: objectIn(space, 'generation')?.name,
      teamId,
      ...(nat && { natState: nat.state, natAddresses: sorted(nat.sources) }),
    });
    if (keys.has(teamId)) {
      part.relate(teamId, 'OWNS', key, 'heroku_team_owns_space');
    }
    for (const { _key, spaceId } of applications) {
      if (spaceId === id) {
        part.relate(key, 'HAS', String(_key), 'heroku_space_has_application');
      }
    }
    addRuleset(part, organisation, space, key);
    for (const vpn of listOf(organisation, `/spaces/${id}/vpn-connections`)) {
      addVpnConnection(part, vpn, id);
    }
    for (const peering of listOf(organisation, `/spaces/${id}/peerings`)) {
      addPeering(part, peering, key);
    }
  }
  return part;
}

function addRuleset(
  part: Part,
  organisation: Organisation,
  space: JsonObject,
  spaceKey: string,
): void {
  const id = idOf(space);
  const ruleset = organisation.resources.get(
    `/spaces/${id}/inbound-ruleset`,
  ) as JsonObject | undefined;
  // Fir spaces have none.
  if (!ruleset) return;
  const rules = ruleset.rules as JsonObject[];
  const allowed = rules
    .filter(({ action }) => action === 'allow')
    .map(({ source }) => source!);
  const key = part.add('heroku_inbound_ruleset', ['Firewall'], ruleset, {
    ...named(`${textIn(space, 'name')} inbound ruleset`),
    category: ['network'],
    spaceId: id,
    createdBy: ruleset.created_by,
    rules: rules.map(
      (rule) => `${textIn(rule, 'action')} ${textIn(rule, 'source')}`,
    ),
    allowedSources: sorted(allowed),
    openToInternet: allowed.includes('0.0.0.0/0') || allowed.includes('::/0'),
    blocksAll: allowed.length === 0,
  });
  part.relate(
    key,
    'PROTECTS',
    spaceKey,
    'heroku_inbound_ruleset_protects_space',
  );
}

function addVpnConnection(part: Part, vpn: JsonObject, spaceId: string): void {
  const tunnels = vpn.tunnels as JsonObject[];
  const inState = (state: string) =>
    tunnels.filter(({ status }) => status === state).length;
  const key = part.add('heroku_vpn_connection', ['Gateway'], vpn, {
    category: ['network'],
    function: ['remote-access-gateway'],
    public: true,
    active: vpn.status === 'active',
    spaceId,
    status: vpn.status,
    ikeVersion: vpn.ike_version,
    customerGatewayAddress: vpn.public_ip,
    tunnelAddresses: sorted(tunnels.map(({ ip }) => ip!)),
    tunnelsUp: inState('UP'),
    tunnelsDown: inState('DOWN'),
    allTunnelsUp: inState('UP') === tunnels.length,
    routableCidrs: sorted(vpn.routable_cidrs),
    spaceCidr: vpn.space_cidr_block,
  });
  part.relate(
    `heroku_space:${spaceId}`,
    'HAS',
    key,
    'heroku_space_has_vpn_connection',
  );
}

/** Heroku's own VPCs are nobody's to find. */
function addPeering(part: Part, peering: JsonObject, spaceKey: string): void {
  if (peering.type === 'heroku-managed') return;
  const pcxId = textIn(peering, 'pcx_id');
  const { aws_vpc_id: vpcId } = peering;
  part.mappedRelationships.push({
    _key: `${spaceKey}|connects|${pcxId}`,
    _type: 'heroku_space_connects_aws_vpc',
    _class: 'CONNECTS',
    displayName: 'CONNECTS',
    _mapping: {
      relationshipDirection: 'FORWARD',
      sourceEntityKey: spaceKey,
      targetFilterKeys: [['_type', 'vpcId']],
      targetEntity: {
        _type: 'aws_vpc',
        _class: 'Network',
        displayName: vpcId,
        vpcId,
        region: peering.aws_region,
        accountId: peering.aws_account_id,
      },
      skipTargetCreation: false,
    },
    pcxId,
    status: peering.status,
    type: peering.type,
    cidrBlocks: [...(peering.cidr_blocks as string[])].sort().join(','),
    ...isThere({ expiresOn: timeIn(peering, 'expires') }),
  });
}
