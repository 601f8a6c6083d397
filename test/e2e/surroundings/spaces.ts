import type { JsonObject, Organisation } from '../../sandbox';
import { listOf } from '../../sandbox';
import { placesOfRegions } from '../expectedApplications';
import { idIn, idOf, objectIn, sorted } from '../expectedProperties';
import { addTelemetryDrain } from './destinations';
import { addPeering, addRuleset, addVpnConnection } from './networks';
import type { Surrounded } from './part';
import { Part } from './part';

/** The Private Spaces with their networks, and the apps that run in them. */
export function expectedSpaces(
  organisation: Organisation,
  surrounded: Surrounded,
): Part {
  const part = new Part();
  const { isOn } = surrounded;
  if (!isOn('private-spaces')) return part;
  const regions = placesOfRegions(organisation, isOn);
  const addresses = new Set<string>();
  for (const space of listOf(organisation, '/spaces')) {
    const path = `/spaces/${idOf(space)}`;
    const key = addSpace(part, organisation, space, regions);
    joinSpace(part, space, key, surrounded);
    // What is not allocated has no addresses yet.
    const nat = organisation.resources.get(`${path}/nat`) as
      JsonObject | undefined;
    for (const address of (nat?.sources ?? []) as string[]) {
      addAddress(part, address, key, addresses);
    }
    addRuleset(part, rulesetOf(organisation, space), space, key);
    for (const vpn of listOf(organisation, `${path}/vpn-connections`)) {
      addVpnConnection(part, vpn, idOf(space));
    }
    for (const peering of listOf(organisation, `${path}/peerings`)) {
      addPeering(part, peering, key);
    }
    if (isOn('telemetry')) {
      addDrains(part, organisation, idOf(space));
    }
  }
  return part;
}

/** Fir spaces have none. */
function rulesetOf(
  organisation: Organisation,
  space: JsonObject,
): JsonObject | undefined {
  return organisation.resources.get(
    `/spaces/${idOf(space)}/inbound-ruleset`,
  ) as JsonObject | undefined;
}

function addSpace(
  part: Part,
  organisation: Organisation,
  space: JsonObject,
  regions: ReturnType<typeof placesOfRegions>,
): string {
  const nat = organisation.resources.get(`/spaces/${idOf(space)}/nat`) as
    JsonObject | undefined;
  const region = objectIn(space, 'region')?.name;
  const rules = (rulesetOf(organisation, space)?.rules ?? []) as JsonObject[];
  return part.add('heroku_space', ['Network'], space, {
    CIDR: space.cidr,
    dataCidr: space.data_cidr,
    public: rules.some(({ source }) => source === '0.0.0.0/0'),
    internal: true,
    active: space.state === 'allocated',
    region,
    ...regions.get(region),
    shield: space.shield,
    state: space.state,
    generation: objectIn(space, 'generation')?.name,
    teamId: idIn(space, 'team'),
    ...(nat && { natState: nat.state, natAddresses: sorted(nat.sources) }),
  });
}

function joinSpace(
  part: Part,
  space: JsonObject,
  key: string,
  { keys, applications }: Surrounded,
): void {
  const teamId = idIn(space, 'team') ?? '';
  if (keys.has(teamId)) {
    part.relate(teamId, 'OWNS', key, 'heroku_team_owns_space');
  }
  for (const { _key, spaceId } of applications) {
    if (spaceId === space.id) {
      part.relate(key, 'HAS', _key, 'heroku_space_has_application');
    }
  }
}

/** An address is one thing, however many spaces reach out from it. */
function addAddress(
  part: Part,
  address: string,
  spaceKey: string,
  known: Set<string>,
): void {
  const _type = 'heroku_nat_address';
  const _key = `${_type}:${address}`;
  if (!known.has(address)) {
    known.add(address);
    part.entities.push({
      _key,
      _type,
      _class: ['IpAddress'],
      name: address,
      displayName: address,
      ipAddress: address,
      publicIpAddress: address,
      public: true,
    });
  }
  part.relate(spaceKey, 'USES', _key, 'heroku_space_uses_nat_address');
}

/** Fir spaces have telemetry drains, Shield spaces one log drain at most. */
function addDrains(
  part: Part,
  organisation: Organisation,
  spaceId: string,
): void {
  const path = `/spaces/${spaceId}`;
  const logDrain = organisation.resources.get(`${path}/log-drain`);
  const drains = [
    ...listOf(organisation, `${path}/telemetry-drains`),
    ...(logDrain ? [logDrain as JsonObject] : []),
  ];
  for (const drain of drains) addTelemetryDrain(part, drain, { spaceId });
}
