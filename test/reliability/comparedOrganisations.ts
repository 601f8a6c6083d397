import type { Json, JsonObject, Organisation } from '../sandbox';
import { createOrganisation } from '../sandbox/organisations';
import { routeOf } from '../sandbox/routes';
import { createSmallOrganisation } from './smallOrganisation';

const NOW = new Date('2026-06-01T12:00:00Z');

/** An organisation, and whether the sources that ask once for every app are on. */
export interface ComparedOrganisation {
  organisation: Organisation;
  ingestAppDetails: boolean;
}

/**
 * Organisations in which, taken together, every list is the only source of something: what a list could have said
 * otherwise shows where nothing else says it. Those that show most come first.
 */
export function comparedOrganisations(): ComparedOrganisation[] {
  return [
    { organisation: createSmallOrganisation(), ingestAppDetails: true },
    {
      organisation: createOrganisation('enterprise', { now: NOW }),
      // It has too many apps to be asked for each of them again and again; the others show what is lost of them.
      ingestAppDetails: false,
    },
    ...others().map((organisation) => ({
      organisation,
      ingestAppDetails: true,
    })),
  ];
}

function others(): Organisation[] {
  return [
    variant('a viewer of the enterprise account, in no team', ['/teams']),
    variant('a member of teams, not of their enterprise account', [
      '/enterprise-accounts',
    ]),
    variant('people and add-ons that only the lists of their teams name', [
      '/addons',
      '/enterprise-accounts/:id/members',
    ]),
    withoutOwnUser(
      variant('a user who is in no list of members', ['/users/~/apps']),
    ),
    ...(['team-only', 'personal'] as const).map((name) =>
      createOrganisation(name, { now: NOW }),
    ),
  ];
}

/** The small organisation, with nothing in the lists of these routes. */
function variant(name: string, emptied: string[]): Organisation {
  const organisation = createSmallOrganisation();
  for (const path of organisation.resources.keys()) {
    if (emptied.includes(routeOf(organisation, path).pattern)) {
      organisation.resources.set(path, []);
    }
  }
  return { ...organisation, name };
}

/** Takes the API key's user out of every list of members, and of those who may use something. */
function withoutOwnUser(organisation: Organisation): Organisation {
  const { resources } = organisation;
  const account = resources.get('/account');
  const ownId = (account as { id: string } | undefined)?.id ?? '';
  const isOther = (one: Json) => !JSON.stringify(one).includes(ownId);
  for (const [path, list] of resources) {
    if (path.endsWith('/members') && Array.isArray(list)) {
      resources.set(path, list.filter(isOther));
    }
    if (path.endsWith('/permissions') && Array.isArray(list)) {
      resources.set(
        path,
        list.map(({ users = null, ...rest }): JsonObject => ({
          ...rest,
          users: Array.isArray(users) ? users.filter(isOther) : users,
        })),
      );
    }
  }
  return organisation;
}
