import type { Collection, HerokuStep, Parent } from '../../collection';
import { defineStep, forEachApp, forEachSpace } from '../../collection';
import { isNotFound, READ_SCOPES } from '../../heroku';
import {
  APPLICATION_HAS_TELEMETRY_DRAIN,
  SPACE_HAS_TELEMETRY_DRAIN,
  TELEMETRY_DRAIN,
} from '../../model';
import { readGenerations } from '../applications/generations';
import { Sources, Steps } from '../ids';
import {
  createApplicationHasTelemetryDrainRelationship,
  createSpaceHasTelemetryDrainRelationship,
  createSpaceLogDrainEntity,
  createTelemetryDrainEntity,
  spaceLogDrainId,
} from './converters';

export const telemetrySteps: HerokuStep[] = [
  defineStep(
    {
      id: Steps.SPACE_TELEMETRY,
      name: 'Fetch telemetry drains of Private Spaces',
      ingestionSourceId: Sources.TELEMETRY,
      entities: [TELEMETRY_DRAIN],
      relationships: [SPACE_HAS_TELEMETRY_DRAIN],
      dependsOn: [Steps.SPACES],
      needs: {
        scopes: READ_SCOPES,
        role: 'the role admin in the team that owns the Private Space',
      },
      requests:
        '1 for each Fir space: `/spaces/{space}/telemetry-drains`; 1 for each Shield space: `/spaces/{space}/log-drain`',
    },
    fetchSpaceTelemetry,
  ),
  defineStep(
    {
      id: Steps.APPLICATION_TELEMETRY,
      name: 'Fetch telemetry drains of applications',
      ingestionSourceId: Sources.TELEMETRY,
      isPerApp: true,
      entities: [TELEMETRY_DRAIN],
      relationships: [APPLICATION_HAS_TELEMETRY_DRAIN],
      dependsOn: [Steps.APPLICATIONS, Steps.PERSONAL_APPLICATIONS],
      needs: {
        scopes: READ_SCOPES,
        role: 'the operate permission in the app, or the role admin in its team',
      },
      requests: '1 for each Fir app: `/apps/{app}/telemetry-drains`',
    },
    fetchApplicationTelemetry,
  ),
];

/** Where Fir spaces send telemetry, and Shield spaces logs. */
async function fetchSpaceTelemetry(collection: Collection): Promise<void> {
  const { client } = collection.run;
  const shieldSpaces = new Set<string>();
  await forEachSpace(
    collection,
    'drains',
    async (space) => {
      if (shieldSpaces.has(space.id)) {
        await addSpaceLogDrain(collection, space);
        return;
      }
      await collection.addPages(
        client.spaceTelemetryDrains(space.id),
        (drain) => ({
          entities: [createTelemetryDrainEntity(drain, { spaceId: space.id })],
          relationships: [
            createSpaceHasTelemetryDrainRelationship(space.id, drain.id),
          ],
        }),
      );
    },
    ({ id, generation, shield }) => {
      if (generation === 'fir') {
        return true;
      }
      if (generation === undefined || shield === undefined) {
        collection.unknown(
          'space',
          'do not say which kind of drains they have',
        );
      }
      if (shield === true) {
        shieldSpaces.add(id as string);
      }
      return shield === true;
    },
  );
}

/** "Not found" is an answer here: the Shield space has no drain. */
async function addSpaceLogDrain(
  collection: Collection,
  { id: spaceId }: Parent,
): Promise<void> {
  let answer;
  try {
    answer = await collection.run.client.spaceLogDrain(spaceId);
  } catch (error) {
    if (isNotFound(error)) {
      return;
    }
    throw error;
  }
  const drain = collection.objectOf(answer);
  if (drain.url == null && drain.id == null) {
    collection.unknown('space log drain', 'do not say where they lead');
    return;
  }
  await collection.addObjects('log drain', [drain], () => ({
    entities: [createSpaceLogDrainEntity(drain, spaceId)],
    relationships: [
      createSpaceHasTelemetryDrainRelationship(
        spaceId,
        spaceLogDrainId(drain, spaceId),
      ),
    ],
  }));
}

/** Where Fir apps send telemetry. */
async function fetchApplicationTelemetry(
  collection: Collection,
): Promise<void> {
  const { client, spaces } = collection.run;
  const generationOf = await readGenerations(collection);
  let areAnyUnknown = false;
  await forEachApp(
    collection,
    'telemetry drains',
    ({ id }) =>
      collection.addPages(client.appTelemetryDrains(id), (drain) =>
        // A drain of the space is in the lists of its apps too.
        drain.owner?.type === 'space'
          ? {}
          : {
              entities: [
                createTelemetryDrainEntity(drain, { applicationId: id }),
              ],
              relationships: [
                createApplicationHasTelemetryDrainRelationship(id, drain.id),
              ],
            },
      ),
    (app) => {
      const generation = generationOf(app);
      areAnyUnknown ||= generation === undefined;
      return generation === 'fir';
    },
  );
  // Only their space could tell whether these apps have any.
  if (
    areAnyUnknown &&
    (await collection.attempt('Private Spaces', () => spaces.pages()))
  ) {
    collection.unknown('app', 'do not say which kind of drains they have');
  }
}
