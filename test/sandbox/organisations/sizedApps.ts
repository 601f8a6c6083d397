import type { AddonDescription, AppDescription } from './appDescription';
import type { OrganisationSize } from './sized';
import { handle, indexes, teamName } from './sizedNames';
import type { PipelineDescription, SpaceDescription } from './surroundings';

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

/** Team apps and personal apps, exactly as many as asked for. */
export function describeApps(size: OrganisationSize): AppDescription[] {
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
        // One in ten lets somebody in whom the team's roles do not.
        access:
          index % 10 === 0
            ? {
                [handle(index % size.members)]: ['view', 'deploy'],
              }
            : undefined,
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

/** Add-ons over all apps, evenly. */
export function describeAddons(
  size: OrganisationSize,
  apps: AppDescription[],
): AddonDescription[] {
  if (size.addons > 0 && apps.length === 0) {
    throw new Error('There are add-ons and no app for them');
  }
  return indexes(size.addons).map((index) => {
    // Each time around the apps the plans move on by one, so that an app's add-ons differ.
    const round = Math.floor(index / apps.length);
    const other = apps[(index * 31) % apps.length]?.name ?? '';
    return {
      name: `addon-${index}`,
      app: apps[index % apps.length]?.name ?? '',
      plan: plans[(index + round) % plans.length] ?? '',
      // One in fifty is shared with some other app.
      attachedTo: index % 50 === 1 ? [{ app: other, as: 'SHARED' }] : undefined,
    };
  });
}

/** One pipeline for every twenty team apps, up to fifty, of four apps each. */
export function describePipelines(
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
export function describeSpaces(size: OrganisationSize): SpaceDescription[] {
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
