import type { OrganisationSize } from '../test/sandbox/organisations';

/** The generated organisations that are measured. */
export const SIZES = {
  small: size(1, 3, 12, 20, 40),
  medium: size(1, 50, 800, 5_000, 12_000),
  large: size(2, 120, 3_000, 20_000, 50_000),
  huge: size(2, 300, 10_000, 100_000, 250_000),
} as const;

export type SizeName = keyof typeof SIZES;

export const SIZE_NAMES = Object.keys(SIZES) as SizeName[];

function size(
  enterpriseAccounts: number,
  teams: number,
  members: number,
  apps: number,
  addons: number,
): OrganisationSize {
  return { enterpriseAccounts, teams, members, apps, addons };
}
