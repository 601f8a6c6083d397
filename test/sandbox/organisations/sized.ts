import type { AddonDescription, AppDescription } from './appDescription';
import type {
  EnterpriseAccountDescription,
  OrganisationDescription,
  PersonDescription,
  TeamDescription,
} from './description';
import type { PipelineDescription, SpaceDescription } from './surroundings';

/** How many of each a generated organisation has. */
export interface OrganisationSize {
  enterpriseAccounts: number;
  teams: number;
  /** People in the teams, the token's user among them. */
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

const stacks = [
  'heroku-24',
  'heroku-24',
  'heroku-22',
  'heroku-24',
  'heroku-20',
];
const plans = [
  'heroku-postgresql:standard-0',
  'heroku-redis:mini',
  'papertrail:choklad',
  'scheduler:standard',
  'heroku-postgresql:essential-0',
];

/** The description of an organisation of exactly this size. */
export function describeSized(size: OrganisationSize): OrganisationDescription {
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

/**
 * How many apps each team has: a few teams have several times as many as the others, so that some lists are longer
 * than a page.
 *
 * @throws if `appsPerTeam` asks for more than `apps`, or leaves apps without a team to be in.
 */
export function shareApps({
  teams,
  apps,
  appsPerTeam = [],
}: OrganisationSize): number[] {
  const shares = appsPerTeam.slice(0, teams);
  let left = apps - shares.reduce((sum, share) => sum + share, 0);
  if (left < 0)
    throw new Error('appsPerTeam asks for more apps than there are');
  const bigTeams = 3;
  for (let unshared = teams - shares.length; unshared > 0; unshared--) {
    const even = Math.ceil(left / unshared);
    const big = Math.min(Math.floor(left / 4), 4 * even + 1000);
    const share = shares.length < bigTeams ? Math.max(even, big) : even;
    shares.push(share);
    left -= share;
  }
  if (left > 0) throw new Error('There are apps and no team for them');
  return shares;
}

function handle(index: number): string {
  return `person-${index}`;
}

function teamName(index: number): string {
  return `team-${index}`;
}

function accountName(index: number): string {
  return `Account ${index}`;
}

function describePeople({ members }: OrganisationSize): PersonDescription[] {
  return Array.from({ length: Math.max(members, 1) }, (_, index) => ({
    handle: handle(index),
    name: `Person ${index}`,
  }));
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
        twoFactor: index % 3 !== 0,
        federated: account === 0 && index % 3 === 0,
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
    defaultPermission: 'viewer',
    addonsControls: team % 2 === 0,
    members: members.map((person, position) => ({
      person: handle(person),
      role: position < 2 ? 'admin' : 'member',
      twoFactor: person % 3 === 0 ? undefined : person % 7 !== 0,
    })),
    invitations:
      team % 10 === 0 && members.length > 0
        ? [
            {
              person: handle(0),
              by: handle(0),
              role: 'member',
              daysAgo: 5 + team,
            },
          ]
        : [],
  }));
}

/** The one to three teams that a person is in. */
function teamsOf(person: number, teams: number): Set<number> {
  return new Set(
    indexes(1 + (person % 3))
      .filter(() => teams > 0)
      .map((nth) => (person + nth * 7) % teams),
  );
}

function describeApps(size: OrganisationSize): AppDescription[] {
  const spaces = describeSpaces(size);
  const apps: AppDescription[] = [];
  shareApps(size).forEach((share, team) => {
    const space = spaces.find((one) => one.team === teamName(team));
    for (let nth = 0; nth < share; nth++) {
      const index = apps.length;
      apps.push({
        name: `app-${index}`,
        team: teamName(team),
        stack: stacks[index % stacks.length],
        region: index % 4 === 0 ? 'eu' : 'us',
        createdDaysAgo: 30 + (index % 1500),
        acm: index % 3 === 0,
        maintenance: index % 100 === 99,
        space: nth < 20 ? space?.name : undefined,
      });
    }
  });
  for (const index of indexes(size.personalApps ?? 0)) {
    apps.push({
      name: `personal-app-${index}`,
      owner: handle(0),
      createdDaysAgo: 30 + (index % 1500),
    });
  }
  return apps;
}

function describeAddons(
  size: OrganisationSize,
  apps: AppDescription[],
): AddonDescription[] {
  if (size.addons > 0 && apps.length === 0) {
    throw new Error('There are add-ons and no app for them');
  }
  return indexes(size.addons).map((index) => {
    const other = apps[(index * 31) % apps.length]?.name ?? '';
    return {
      name: `addon-${index}`,
      app: apps[index % apps.length]?.name ?? '',
      plan: plans[index % plans.length] ?? '',
      // One in fifty is shared with some other app.
      attachedTo: index % 50 === 1 ? [{ app: other, as: 'SHARED' }] : undefined,
    };
  });
}

/** One pipeline for every twenty team apps, up to fifty, of four apps each. */
function describePipelines(
  size: OrganisationSize,
  apps: AppDescription[],
): PipelineDescription[] {
  const count = Math.min(Math.floor(size.apps / 20), 50);
  return indexes(count).map((index) => {
    const names = apps.slice(index * 4, index * 4 + 4).map(({ name }) => name);
    return {
      name: `pipeline-${index}`,
      team: apps[index * 4]?.team,
      createdDaysAgo: 300,
      stages: { production: names.slice(0, 2), staging: names.slice(2) },
      reviewApps: {
        automatic: index % 2 === 0,
        destroyStale: true,
        staleDays: 5,
        waitForCi: true,
      },
    };
  });
}

/** One space for every twenty-five teams, up to five. */
function describeSpaces(size: OrganisationSize): SpaceDescription[] {
  return indexes(Math.min(Math.floor(size.teams / 25), 5)).map((index) => ({
    name: `space-${index}`,
    team: teamName(index),
    region: 'virginia',
    cidr: `10.${index}.0.0/16`,
    dataCidr: `10.${100 + index}.0.0/16`,
    createdDaysAgo: 500,
    nat: { state: 'enabled', sources: [`192.0.2.${index}`] },
    inbound: { by: handle(0), daysAgo: 400, allow: ['203.0.113.0/24'] },
    access: { [handle(0)]: ['view', 'manage'] },
  }));
}

function indexes(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
