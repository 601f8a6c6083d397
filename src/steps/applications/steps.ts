import type { Collection, HerokuStep } from '../../collection';
import { defineStep, forEachTeam, handover } from '../../collection';
import type { App, PipelineCoupling, Space } from '../../heroku';
import { READ_SCOPES } from '../../heroku';
import {
  APPLICATION,
  TEAM_OWNS_APPLICATION,
  USER_OWNS_APPLICATION,
} from '../../model';
import { readUsage } from '../billing/usage';
import { Sources, Steps } from '../ids';
import { readRegions } from '../regions/place';
import {
  createApplicationEntity,
  createTeamOwnsApplicationRelationship,
  createUserOwnsApplicationRelationship,
  isOwnerUnknown,
  personalOwner,
} from './converters';
import { ClaimedApps } from './claimed';
import { APPLICATIONS_IN_SPACES } from './inSpaces';
import { noteUnknownOwner } from './owners';

/** Who owns which personal app; `undefined` where the app does not say so. */
const OWNERS = handover<{ userId: string | undefined; appId: string }[]>(
  'personal-application-owners',
);

export const applicationSteps: HerokuStep[] = [
  defineStep(
    {
      id: Steps.APPLICATIONS,
      name: 'Fetch applications of teams',
      entities: [APPLICATION],
      relationships: [TEAM_OWNS_APPLICATION],
      dependsOn: [Steps.TEAMS],
      needs: { scopes: READ_SCOPES, role: 'membership of the team' },
      requests: 'T: `/teams/{team}/apps`',
    },
    fetchApplications,
  ),
  defineStep(
    {
      id: Steps.PERSONAL_APPLICATIONS,
      name: 'Fetch personal applications',
      entities: [APPLICATION],
      relationships: [],
      // An app that was transferred to a team during the run is in the lists of both.
      dependsOn: [Steps.APPLICATIONS],
      needs: { scopes: READ_SCOPES, role: 'access to the app' },
      requests: 'none: `/users/~/apps` has been read for the users',
    },
    fetchPersonalApplications,
  ),
  defineStep(
    {
      id: Steps.APPLICATION_OWNERS,
      name: 'Build the owners of personal applications',
      entities: [],
      relationships: [USER_OWNS_APPLICATION],
      dependsOn: [Steps.USERS, Steps.PERSONAL_APPLICATIONS],
      needs: { scopes: READ_SCOPES, role: 'access to the app' },
      requests: 'none: what it uses has been read',
    },
    buildApplicationOwners,
  ),
];

/** The apps of all teams. */
async function fetchApplications(collection: Collection): Promise<void> {
  const { run, startedOn: now } = collection;
  const [spaces, couplingOf, placeOf, usage] = await Promise.all([
    readSpaces(collection),
    readCouplings(collection),
    readRegions(collection),
    readUsage(collection),
  ]);
  const inSpaces: { spaceId: string; appId: string }[] = [];
  const convert = (app: App, teamId: string) => {
    const space = app.space ? spaces.get(app.space.id) : undefined;
    if (app.space) {
      inSpaces.push({ spaceId: app.space.id, appId: app.id });
    }
    return {
      entities: [
        createApplicationEntity(app, {
          now,
          teamId,
          space,
          coupling: couplingOf(app),
          place: placeOf(app.region?.name),
          usage: usage.ofApp(teamId, app.name),
        }),
      ],
      relationships: [createTeamOwnsApplicationRelationship(teamId, app)],
    };
  };
  const claimed = new ClaimedApps();
  await forEachTeam(collection, 'apps', ({ id: teamId }) =>
    collection.addPages(run.client.teamApps(teamId), (app) =>
      claimed.hold({ app, teamId }) ? {} : convert(app, teamId),
    ),
  );
  await collection.addObjects('app', claimed.settled(), ({ app, teamId }) =>
    convert(app, teamId),
  );
  await collection.handOver(APPLICATIONS_IN_SPACES, inSpaces);
}

/** The user's own list of personal apps. */
async function fetchPersonalApplications(
  collection: Collection,
): Promise<void> {
  const { run, startedOn: now } = collection;
  const owners: { userId: string | undefined; appId: string }[] = [];
  const pages = await collection.attempt('personal apps', () =>
    run.personalApps.pages(),
  );
  const [couplingOf, placeOf] = await Promise.all([
    readCouplings(collection),
    readRegions(collection),
  ]);
  await collection.addPages(pages ?? [], (app) => {
    if (collection.has(APPLICATION, app.id)) {
      return {};
    }
    const owner = personalOwner(app);
    if (owner || isOwnerUnknown(app)) {
      owners.push({ userId: owner?.id, appId: app.id });
    }
    return {
      entities: [
        createApplicationEntity(app, {
          now,
          coupling: couplingOf(app),
          place: placeOf(app.region?.name),
        }),
      ],
    };
  });
  await collection.handOver(OWNERS, owners);
}

/** Who owns the personal apps. */
async function buildApplicationOwners(collection: Collection): Promise<void> {
  const owners = (await collection.handedOver(OWNERS)) ?? [];
  await collection.add({
    relationships: owners.flatMap(({ userId, appId }) => {
      if (userId === undefined) {
        noteUnknownOwner(collection);
        return [];
      }
      return [createUserOwnsApplicationRelationship(userId, appId)];
    }),
  });
}

/** The Private Spaces: lists of teams say less of an app than its space does. */
async function readSpaces(collection: Collection): Promise<Map<string, Space>> {
  const spaces = collection.isSourceOn(Sources.PRIVATE_SPACES)
    ? await collection.enrichment(() => collection.run.spaces.objects())
    : undefined;
  return new Map((spaces ?? []).map((space) => [space.id, space]));
}

/**
 * At which stage of its pipeline an app is: it decides what is production. `null` for an app in no pipeline, `undefined`
 * where that is unknown.
 */
async function readCouplings(
  collection: Collection,
): Promise<(app: App) => PipelineCoupling | null | undefined> {
  const pages = collection.isSourceOn(Sources.PIPELINES)
    ? await collection.enrichment(() =>
        collection.run.pipelineCouplings.pages(),
      )
    : undefined;
  // One that was left out may have named any app.
  const areAllRead = pages?.every(({ defects }) => defects.skipped === 0);
  const byApp = new Map(
    pages?.flatMap(({ objects }) =>
      objects.map((coupling) => [coupling.app.id, coupling] as const),
    ),
  );
  return ({ id }) => byApp.get(id) ?? (areAllRead ? null : undefined);
}
