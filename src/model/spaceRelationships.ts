import { RelationshipClass } from '@jupiterone/integration-sdk-core';
import { APPLICATION } from './applications';
import { declareMappedRelationship, declareRelationship } from './declare';
import { PERMISSIONS } from './permissions';
import { boolean, string, time } from './properties';
import { INBOUND_RULESET, NAT_ADDRESS, SPACE, VPN_CONNECTION } from './spaces';
import { TELEMETRY_DRAIN } from './telemetry';
import { USER } from './users';

export const SPACE_HAS_APPLICATION = declareRelationship({
  from: SPACE,
  verb: RelationshipClass.HAS,
  to: APPLICATION,
  description: 'The app runs in the Private Space.',
});

export const SPACE_HAS_VPN_CONNECTION = declareRelationship({
  from: SPACE,
  verb: RelationshipClass.HAS,
  to: VPN_CONNECTION,
  description: 'The VPN connection leads into the Private Space.',
});

export const SPACE_CONNECTS_AWS_VPC = declareMappedRelationship({
  from: SPACE,
  verb: RelationshipClass.CONNECTS,
  to: { _type: 'aws_vpc', foundBy: ['vpcId'] },
  createsTarget: true,
  description:
    "The Private Space is peered with the VPC, or is to be: see `status`. Peerings with Heroku's own VPCs are left out.",
  properties: {
    pcxId: string("AWS's id of the peering connection"),
    status: string(
      '`initiating-request`, `pending-acceptance`, `provisioning` or `active`',
    ),
    type: string('`customer-managed` or `unknown`'),
    cidrBlocks: string(
      'The address ranges of the VPC, sorted and separated by commas',
    ),
    expiresOn: time('When the peering, if it is not accepted, expires'),
  },
});

export const SPACE_ALLOWS_USER = declareRelationship({
  from: SPACE,
  verb: RelationshipClass.ALLOWS,
  to: USER,
  description: 'The user may use the Private Space.',
  properties: {
    ...PERMISSIONS,
    createAppsPermission: boolean('May create apps in it'),
  },
});

export const INBOUND_RULESET_PROTECTS_SPACE = declareRelationship({
  from: INBOUND_RULESET,
  verb: RelationshipClass.PROTECTS,
  to: SPACE,
  description: 'The rules decide from where the Private Space may be reached.',
});

export const SPACE_USES_NAT_ADDRESS = declareRelationship({
  from: SPACE,
  verb: RelationshipClass.USES,
  to: NAT_ADDRESS,
  description: 'The apps of the Private Space reach out from the address.',
});

/** What lets something in. */
const RULE = {
  ipRange: string('The address range that the rule lets in'),
};

export const INTERNET_ALLOWS_INBOUND_RULESET = declareMappedRelationship({
  from: { _type: 'internet', foundBy: ['_key'] },
  verb: RelationshipClass.ALLOWS,
  to: INBOUND_RULESET,
  createsTarget: true,
  description:
    'The rules let in every address there is. `ipRange` has the ranges that do so, sorted and separated by commas.',
  properties: RULE,
});

export const NETWORK_ALLOWS_INBOUND_RULESET = declareMappedRelationship({
  from: { _type: 'network', _class: 'Network', foundBy: ['CIDR'] },
  verb: RelationshipClass.ALLOWS,
  to: INBOUND_RULESET,
  description: 'A rule lets in the address range of the network.',
  properties: RULE,
});

export const HOST_ALLOWS_INBOUND_RULESET = declareMappedRelationship({
  from: { _type: 'host', _class: 'Host', foundBy: ['publicIpAddress'] },
  verb: RelationshipClass.ALLOWS,
  to: INBOUND_RULESET,
  description: 'A rule lets in the address of the host.',
  properties: RULE,
});

export const VPN_CONNECTION_CONNECTS_GATEWAY = declareMappedRelationship({
  from: VPN_CONNECTION,
  verb: RelationshipClass.CONNECTS,
  to: { _type: 'gateway', _class: 'Gateway', foundBy: ['publicIpAddress'] },
  description: 'The VPN connection ends at the gateway.',
});

export const SPACE_HAS_TELEMETRY_DRAIN = declareRelationship({
  from: SPACE,
  verb: RelationshipClass.HAS,
  to: TELEMETRY_DRAIN,
  description: 'The apps of the Private Space send their telemetry there.',
});
