import type { Outcome } from '../../test/collectInMemory';
import { collectInMemory } from '../../test/collectInMemory';
import { STARTED_ON } from '../../test/recordedStep';
import {
  HEROKU_ORIGIN,
  RECORDED_ORGANISATION,
  replayHeroku,
} from '../../test/recording';
import { metadataOf } from '../../test/stepMetadata';
import { OAUTH_CLIENT_HAS_AUTHORIZATION, SPACE, USER } from '../model';
import { Steps } from './ids';
import { integrationSteps } from './index';

/** Declared for a case that the recorded organisation does not have. */
const UNSEEN: Partial<Record<string, string[]>> = {
  // All who may use the apps and spaces of its teams are members of some team or account.
  [Steps.ACCESS]: [USER._type],
  // Its types become partial where an address could not be read; it adds nothing itself.
  [Steps.SPACE_NATS]: [SPACE._type],
  // No team has given an authorization to a client of the key's user.
  [Steps.CLIENT_TEAM_AUTHORIZATIONS]: [OAUTH_CLIENT_HAS_AUTHORIZATION._type],
};

/** Two that join users to the same: whichever comes first joins all whom it finds, and leaves the other nothing. */
const EITHER: string[][] = [
  [Steps.USER_RELEASES, Steps.OUTSIDER_RELEASES],
  [Steps.USER_PIPELINES, Steps.OUTSIDER_PIPELINES],
];

let collected: Outcome;
beforeAll(async () => {
  const recording = replayHeroku(RECORDED_ORGANISATION);
  collected = await collectInMemory(
    { url: HEROKU_ORIGIN, apiKey: 'none-for-replay' },
    {
      ingestAppDetails: true,
      startedOn: STARTED_ON,
      // What is not in the recording never will be.
      heroku: { maxAttempts: 1 },
    },
  ).finally(() => recording.stop());
});

test('all steps end well', () => {
  expect(collected.endedBy).toBeUndefined();
  expect(collected.failedSteps).toEqual([]);
});

test.each(EITHER)('%s or %s makes something', (...ids) => {
  const made = ids.flatMap(
    (id) => collected.addedBy.get(id)?.relationships ?? [],
  );
  expect(made).not.toEqual([]);
});

test.each(integrationSteps.map(({ id }) => id))(
  '%s makes of what was recorded what it declares',
  (id) => {
    const { entities = [], relationships = [] } =
      collected.addedBy.get(id) ?? {};

    expect({
      collectedEntities: entities,
      collectedRelationships: relationships.filter(
        ({ _mapping }) => _mapping === undefined,
      ),
    }).toMatchStepMetadata(
      metadataOf(
        id,
        relationships.length === 0 && EITHER.flat().includes(id)
          ? typesOf(id)
          : UNSEEN[id],
      ),
    );
  },
);

function typesOf(id: string): string[] {
  return integrationSteps
    .filter((step) => step.id === id)
    .flatMap(({ relationships }) => relationships.map(({ _type }) => _type));
}
