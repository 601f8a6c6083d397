import type { Organisation } from '../sandbox';
import { createOrganisation } from '../sandbox/organisations';
import { routeOf } from '../sandbox/routes';
import { createSmallOrganisation } from './smallOrganisation';

const NOW = new Date('2026-06-01T12:00:00Z');

/**
 * Organisations in which, taken together, every list is the only source of something: what a list could have said
 * otherwise shows where nothing else says it.
 */
export function comparedOrganisations(): Organisation[] {
  return [
    createSmallOrganisation(),
    withEmpty('a viewer of the enterprise account, in no team', ['/teams']),
    withEmpty('a member of teams, not of their enterprise account', [
      '/enterprise-accounts',
    ]),
    withEmpty('add-ons that only the lists of their teams show', ['/addons']),
    withEmpty('people whom only the lists of their teams name', [
      '/enterprise-accounts/:id/members',
    ]),
    ...(['enterprise', 'team-only', 'personal'] as const).map((name) =>
      createOrganisation(name, { now: NOW }),
    ),
  ];
}

/** The small organisation, with nothing in the lists of these routes. */
function withEmpty(name: string, patterns: string[]): Organisation {
  const organisation = createSmallOrganisation();
  for (const path of organisation.resources.keys()) {
    if (patterns.includes(routeOf(organisation, path).pattern)) {
      organisation.resources.set(path, []);
    }
  }
  return { ...organisation, name };
}
