import { declareEntity } from './declare';
import { boolean, number, string, stringOrNull, strings } from './properties';
import { REGION } from './usage';

export const SPACE = declareEntity({
  resourceName: 'Private Space',
  _type: 'heroku_space',
  _class: ['Network'],
  common: ['id', 'createdOn', 'updatedOn'],
  description: 'A Private Space: an isolated network in which apps run.',
  properties: {
    CIDR: stringOrNull('The address range of the apps that run in it'),
    dataCidr: string('The address range of the data services beside it'),
    public: boolean(
      'Whether its inbound ruleset lets in every address; also false where that is not known, since the data model takes no other value',
    ),
    active: boolean('Whether its `state` is `allocated`'),
    internal: boolean('Always true: its addresses are private ones'),
    region: string('Where it is, such as `virginia` or `frankfurt`'),
    ...REGION,
    shield: boolean('Whether it is a Shield space'),
    state: string('`allocating`, `allocated` or `deleting`'),
    generation: string('The platform generation, `cedar` or `fir`'),
    teamId: string('The team that owns it'),
    natState: string(
      'Whether it reaches out from addresses of its own: `disabled`, `updating` or `enabled`',
    ),
    natAddresses: strings('The addresses from which it reaches out'),
  },
});

export const NAT_ADDRESS = declareEntity({
  resourceName: 'NAT Address',
  _type: 'heroku_nat_address',
  _class: ['IpAddress'],
  common: [],
  description: 'An address from which the apps of a Private Space reach out.',
  properties: {
    ipAddress: string('The address'),
    publicIpAddress: string(
      'The address; firewalls and security groups of other integrations meet it by this',
    ),
    public: boolean('Always true: it is seen on the internet'),
  },
});

export const INBOUND_RULESET = declareEntity({
  resourceName: 'Inbound Ruleset',
  _type: 'heroku_inbound_ruleset',
  _class: ['Firewall'],
  common: ['id', 'createdOn'],
  description:
    'The trusted IP ranges of a Private Space: from where its apps may be reached.',
  properties: {
    category: strings('The kind of firewall: always `network`'),
    spaceId: string('The Private Space that it protects'),
    createdBy: string('The e-mail address of whoever set it'),
    applied: boolean('Whether Heroku has put it into effect'),
    rules: strings(
      'The rules, sorted by address range, such as `allow 203.0.113.0/24`',
    ),
    allowedSources: strings('The address ranges that are let in'),
    openToInternet: boolean(
      'Whether a rule lets in every IPv4 or every IPv6 address',
    ),
    blocksAll: boolean('Whether no rule lets anything in'),
  },
});

export const VPN_CONNECTION = declareEntity({
  resourceName: 'VPN Connection',
  _type: 'heroku_vpn_connection',
  _class: ['Gateway'],
  common: ['id'],
  description: 'A VPN connection between a Private Space and another network.',
  properties: {
    category: strings('The kind of gateway: always `network`'),
    function: strings('What it is for: always `remote-access-gateway`'),
    public: boolean(
      'Always false: only the network at the other end reaches it',
    ),
    active: boolean('Whether its `status` is `active`'),
    spaceId: string('The Private Space that it belongs to'),
    status: string(
      '`pending`, `provisioning`, `active`, `deprovisioning` or `failed`',
    ),
    statusMessage: string('What Heroku says of its `status`'),
    ikeVersion: number('The version of the IKE protocol, 1 or 2'),
    customerGatewayAddress: string(
      'The public address of the gateway at the other end',
    ),
    tunnelAddresses: strings("The public addresses of Heroku's tunnel ends"),
    tunnelsUp: number('The number of tunnels that are up'),
    tunnelsDown: number('The number of tunnels that are down'),
    allTunnelsUp: boolean('Whether every tunnel is up'),
    routableCidrs: strings('The address ranges at the other end'),
    spaceCidr: string('The address range of the Private Space'),
  },
});
