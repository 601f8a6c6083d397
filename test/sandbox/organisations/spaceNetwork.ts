import type { JsonObject } from '../organisation';
import type { Context } from './context';
import { uuid } from './identity';
import type {
  InboundDescription,
  PeeringDescription,
  SpaceDescription,
} from './surroundings';

const awsRegions: Record<string, string> = {
  virginia: 'us-east-1',
  oregon: 'us-west-2',
  frankfurt: 'eu-central-1',
};

/** The addresses that a space's outgoing traffic comes from. */
export function nat(
  context: Context,
  { state, sources }: NonNullable<SpaceDescription['nat']>,
  createdDaysAgo: number,
): JsonObject {
  return { ...context.dated(createdDaysAgo), sources, state };
}

/** Who may reach the space's web processes. */
export function inboundRuleset(
  context: Context,
  name: string,
  inbound: InboundDescription,
): JsonObject {
  return {
    ...(!inbound.withoutId && { id: uuid('inbound-ruleset', name) }),
    space: { id: uuid('space', name), name },
    created_at: context.ago(inbound.daysAgo),
    created_by: context.person(inbound.by).email,
    rules: inbound.allow.map((source) => ({ action: 'allow', source })),
    ...(inbound.applied !== undefined && { applied: inbound.applied }),
  };
}

/** A connection of the space's network with another one at AWS. */
export function peering(
  context: Context,
  description: PeeringDescription,
): JsonObject {
  return {
    pcx_id: description.name,
    type: description.type,
    status: description.status,
    cidr_blocks: description.cidrBlocks,
    aws_vpc_id: description.awsVpcId,
    aws_region: description.awsRegion,
    aws_account_id: description.awsAccountId,
    expires:
      description.expiresInDays === null
        ? ''
        : context.ago(-description.expiresInDays),
  };
}

/** What somebody needs to know to peer with the space. */
export function peeringInfo(space: SpaceDescription): JsonObject {
  return {
    aws_account_id: '777788889999',
    aws_region: awsRegions[space.region] ?? 'us-east-1',
    vpc_id: `vpc-0${uuid('vpc', space.name).replaceAll('-', '').slice(0, 16)}`,
    vpc_cidr: space.cidr,
    dyno_cidr_blocks: [space.cidr.replace(/0\.0\/16$/, '128.0/20')],
    unavailable_cidr_blocks: [space.dataCidr],
    space_cidr_blocks: [space.cidr, space.dataCidr],
  };
}
