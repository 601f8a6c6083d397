import type { JsonObject, Organisation } from '../sandbox';
import { listOf } from '../sandbox';
import type { Circumstances, Expected } from './expectedProperties';
import {
  common,
  idIn,
  idOf,
  isThere,
  objectIn,
  textIn,
  timeIn,
} from './expectedProperties';

/** What is documented of apps, worked out of Heroku's answers: see {@link file://./expectedGraph.ts}. */

/** The day on which each stack's support ends, as Heroku announced it. */
const STACK_ENDS: Readonly<Record<string, string>> = {
  'heroku-18': '2023-04-30',
  'heroku-20': '2025-04-30',
  'heroku-22': '2027-04-30',
  'heroku-24': '2029-04-30',
  'heroku-26': '2031-04-30',
};

/** The property that says where an app of a stage answers. */
const URL_OF_STAGE: Readonly<Record<string, string>> = {
  production: 'productionURL',
  staging: 'stagingURL',
  development: 'devURL',
};

/** What of an app other lists say than that in which it is. */
export interface Placed {
  /** Its stage, by the id of the app; undefined where no coupling is read. */
  stages?: ReadonlyMap<string, string | undefined>;
  /** Where each region is, by name. */
  regions: ReadonlyMap<unknown, Record<string, unknown>>;
}

export function placedApps(
  organisation: Organisation,
  { isOn }: Circumstances,
): Placed {
  return {
    regions: placesOfRegions(organisation, isOn),
    ...(isOn('pipelines') && { stages: stagesOfApps(organisation) }),
  };
}

/** Where each region is; empty while regions are not collected. */
export function placesOfRegions(
  organisation: Organisation,
  isOn: Circumstances['isOn'],
): Map<unknown, Record<string, unknown>> {
  const regions = isOn('regions') ? listOf(organisation, '/regions') : [];
  return new Map(
    regions.map((region) => [
      region.name,
      {
        country: region.country,
        awsRegion: objectIn(region, 'provider')?.region,
      },
    ]),
  );
}

/** The stage of each app that is in a pipeline. */
export function stagesOfApps(
  organisation: Organisation,
): Map<string, string | undefined> {
  return new Map(
    listOf(organisation, '/pipeline-couplings').map((coupling) => [
      idIn(coupling, 'app') ?? '',
      textIn(coupling, 'stage'),
    ]),
  );
}

/** @param teamId the team that owns the app; none for a personal one */
export function applicationProperties(
  app: JsonObject,
  teamId: string | undefined,
  placed: Placed,
  at: Date,
): Expected {
  const space = objectIn(app, 'space');
  const region = objectIn(app, 'region')?.name;
  return {
    ...common('heroku_application', 'Application', app),
    webLink: `https://dashboard.heroku.com/apps/${textIn(app, 'name')}`,
    COTS: false,
    active: app.archived_at === null,
    // From inside of its space only, where it says so.
    public: app.internal_routing !== true,
    region,
    ...placed.regions.get(region),
    ...ofStage(app, placed.stages),
    ...ofStack(textIn(objectIn(app, 'stack'), 'name') ?? '', at),
    buildStack: objectIn(app, 'build_stack')?.name,
    maintenance: app.maintenance,
    webUrl: app.web_url,
    ...isThere({
      teamId,
      owner: teamId === undefined ? objectIn(app, 'owner')?.email : undefined,
      generation: objectIn(app, 'generation')?.name,
      spaceId: space?.id,
      shield: space?.shield,
      acmEnabled: app.acm,
      internalRouting: app.internal_routing,
      locked: app.locked,
      archivedOn: timeIn(app, 'archived_at'),
      releasedOn: timeIn(app, 'released_at'),
      slugSize: app.slug_size,
      repoSize: app.repo_size,
    }),
  };
}

/** Updates of security end on the announced day; of a stack without one nothing is known. */
function ofStack(stack: string, at: Date): Record<string, unknown> {
  const announced = STACK_ENDS[stack];
  return {
    stack,
    ...(announced !== undefined && {
      stackEndOfLifeOn: Date.parse(announced),
      stackSupported: at < new Date(announced),
    }),
  };
}

/** An app in no pipeline has no stage: where it answers is known all the same, once the pipelines are. */
function ofStage(
  app: JsonObject,
  stages: Placed['stages'],
): Record<string, unknown> {
  if (!stages) return {};
  const stage = stages.get(idOf(app));
  const urlProperty = URL_OF_STAGE[stage ?? ''];
  return {
    ...(stage !== undefined && {
      stage,
      production: stage === 'production',
      'tag.Production': stage === 'production',
    }),
    ...(stage === 'review' && { temporary: true }),
    ...(urlProperty === undefined
      ? { alternateURLs: [app.web_url] }
      : { [urlProperty]: app.web_url }),
  };
}
