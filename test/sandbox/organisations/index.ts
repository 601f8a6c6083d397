import type { Organisation } from '../organisation';
import { build } from './build';
import type { OrganisationOptions } from './build';
import type { OrganisationDescription } from './description';
import { describeSized } from './sized';
import type { OrganisationSize } from './sized';
import { empty } from './seeds/empty';
import { enterprise } from './seeds/enterprise';
import { outsider } from './seeds/outsider';
import { personal } from './seeds/personal';
import { teamOnly } from './seeds/teamOnly';
import { transferred } from './seeds/transferred';
import { trouble } from './seeds/trouble';

export type { OrganisationOptions } from './build';
export type { OrganisationSize } from './sized';

export const organisationNames = [
  'enterprise',
  'team-only',
  'personal',
  'empty',
] as const;

/** Organisations in which answers contradict each other, or lack what others have. */
export const troubledOrganisationNames = [
  'trouble',
  'transferred',
  'outsider',
] as const;

export type OrganisationName =
  | (typeof organisationNames)[number]
  | (typeof troubledOrganisationNames)[number];

const seeds: Record<OrganisationName, OrganisationDescription> = {
  enterprise,
  'team-only': teamOnly,
  personal,
  empty,
  trouble,
  transferred,
  outsider,
};

/** All organisations by name, each with a sentence on what it shows. */
export const organisationDescriptions: ReadonlyMap<OrganisationName, string> =
  new Map(
    [...organisationNames, ...troubledOrganisationNames].map((name) => [
      name,
      seeds[name].description,
    ]),
  );

/** One of the seeded organisations, complete: every resource it has is in `resources` already. */
export function createOrganisation(
  name: OrganisationName,
  options?: OrganisationOptions,
): Organisation {
  const { organisation, makeAll } = build(seeds[name], options);
  makeAll();
  return organisation;
}

/**
 * An organisation of exactly this size, the same one every time. Its lists per app are made when they are first
 * asked for.
 */
export function createSizedOrganisation(
  size: OrganisationSize,
  options?: OrganisationOptions,
): Organisation {
  return build(describeSized(size), options).organisation;
}
