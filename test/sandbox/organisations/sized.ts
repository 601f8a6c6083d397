import type {
  EnterpriseAccountDescription,
  OrganisationDescription,
  PersonDescription,
  TeamDescription,
} from './description';
import {
  describeAddons,
  describeApps,
  describePipelines,
  describeSpaces,
} from './sizedApps';
import { accountName, handle, indexes, teamName } from './sizedNames';

/** How many of each a generated organisation has. */
export interface OrganisationSize {
  enterpriseAccounts: number;
  teams: number;
  /** People in the teams, the token's user among them: at least one. */
  members: number;
  /** Team apps. */
  apps: number;
  /** Add-ons of all apps. */
  addons: number;
  /** Apps of the token's user, on top of `apps`. */
  personalApps?: number;
  /** How many apps each of the first teams has, exactly; the others share what is left of `apps`. */
  appsPerTeam?: number[];
}

/**
 * The description of an organisation of exactly this size.
 *
 * @throws if the size contradicts itself: add-ons without apps, apps without teams, nobody to hold the token.
 */
export function describeSized(size: OrganisationSize): OrganisationDescription {
  if (size.members < 1) throw new Error('There is nobody to hold the token');
  const people = describePeople(size);
  const apps = describeApps(size);
  return {
    name: `sized-${size.teams}-${size.members}-${size.apps}-${size.addons}`,
    description: `A generated organisation of ${size.teams} teams, ${size.members} members, ${size.apps} apps and ${size.addons} add-ons.`,
    user: handle(0),
    people,
    enterpriseAccounts: describeAccounts(size),
    teams: describeTeams(size),
    apps,
    addons: describeAddons(size, apps),
    pipelines: describePipelines(size, apps),
    spaces: describeSpaces(size),
    authorizations: [
      { description: 'Generated', scope: ['global'], createdDaysAgo: 100 },
    ],
  };
}

function describePeople({ members }: OrganisationSize): PersonDescription[] {
  return [
    ...indexes(members).map((index) => ({
      handle: handle(index),
      name: `Person ${index}`,
    })),
    { handle: 'invitee', name: null },
  ];
}

function describeAccounts(
  size: OrganisationSize,
): EnterpriseAccountDescription[] {
  const accounts = size.enterpriseAccounts;
  return Array.from({ length: accounts }, (_, account) => ({
    name: accountName(account),
    createdDaysAgo: 1000,
    identityProvider:
      account === 0
        ? {
            name: 'generated-sso',
            entityId: 'https://sso.example.com/heroku',
            certificateDaysLeft: 100,
          }
        : undefined,
    // Everyone is in one account, and one in fifty in the next one too.
    members: indexes(size.members)
      .filter(
        (index) =>
          index === 0 ||
          index % accounts === account ||
          (index % 50 === 0 && (index + 1) % accounts === account),
      )
      .map((index) => ({
        person: handle(index),
        permissions: index === 0 ? ['view', 'manage'] : ['view'],
        twoFactor: hasTwoFactor(size, index),
        federated: account === 0 && isFederated(size, index),
      })),
  }));
}

function describeTeams(size: OrganisationSize): TeamDescription[] {
  const membersOf = indexes(size.teams).map((): number[] => [0]);
  for (let person = 1; person < size.members; person++) {
    for (const team of teamsOf(person, size.teams))
      membersOf[team]?.push(person);
  }
  return membersOf.map((members, team) => ({
    name: teamName(team),
    enterpriseAccount:
      size.enterpriseAccounts === 0
        ? undefined
        : accountName(team % size.enterpriseAccounts),
    role: 'admin',
    default: team === 0,
    createdDaysAgo: 900,
    // Admins only: access for every member of a large team would be millions of relationships.
    defaultPermission: null,
    addonsControls: team % 2 === 0,
    members: members.map((person, position) => ({
      person: handle(person),
      role: position < 2 ? 'admin' : 'member',
      federated: isFederated(size, person),
      twoFactor: person % 5 === 0 ? undefined : hasTwoFactor(size, person),
    })),
    invitations:
      size.enterpriseAccounts === 0 && team % 10 === 0
        ? [
            {
              person: 'invitee',
              by: handle(0),
              role: 'member',
              daysAgo: 5 + team,
            },
          ]
        : undefined,
  }));
}

/** Whether the person signs in through the identity provider, which the first account has. */
function isFederated(
  { enterpriseAccounts }: OrganisationSize,
  person: number,
): boolean {
  return (
    enterpriseAccounts > 0 &&
    person % enterpriseAccounts === 0 &&
    person % 3 === 0
  );
}

function hasTwoFactor(size: OrganisationSize, person: number): boolean {
  return person % 7 !== 0 && !isFederated(size, person);
}

/** The one to three teams that a person is in. */
function teamsOf(person: number, teams: number): Set<number> {
  return new Set(
    indexes(1 + (person % 3))
      .filter(() => teams > 0)
      .map((nth) => (person + nth * 7) % teams),
  );
}
