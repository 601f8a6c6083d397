import { RelationshipClass } from '@jupiterone/integration-sdk-core';
import { APPLICATION } from './applications';
import { declareMappedRelationship, declareRelationship } from './declare';
import { PERMISSIONS } from './permissions';
import { boolean, string, time } from './properties';
import { INBOUND_RULESET, SPACE, VPN_CONNECTION } from './spaces';
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
  targetType: 'aws_vpc',
  foundBy: ['vpcId'],
  description:
    "The Private Space is peered with the VPC, or is to be: see `status`. Peerings with Heroku's own VPCs are left out.",
  properties: {
    pcxId: string("AWS's id of the peering connection"),
    status: string(
      '`initiating-request`, `pending-acceptance`, `provisioning`, `active`, `failed`, `expired`, `rejected` or `deleted`',
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
