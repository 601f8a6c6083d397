import { readdirSync } from 'node:fs';
import path from 'node:path';
import { executeRecordedStep } from '../../test/recordedStep';
import { metadataOf } from '../../test/stepMetadata';
import { USER } from '../model';
import { Steps } from './ids';
import { integrationSteps } from './index';

/** Declared for a case that the recorded organisation does not have. */
const UNSEEN: Partial<Record<string, string[]>> = {
  // The key's user is in a team, whose list has made a user of them.
  [Steps.OWN_ACCOUNT]: [USER._type],
  // All who may use the apps and spaces of its teams are members of some team or account.
  [Steps.APPLICATION_ACCESS]: [USER._type],
  [Steps.SPACE_ACCESS]: [USER._type],
};

/** The folder of the steps that each recording is beside, by the step's id. */
const recorded = new Map(
  readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).flatMap(
    (file) => {
      const [area, , name] = file.split(path.sep);
      return file.endsWith('recording.har') && area && name
        ? [[name.replace(/_\d+$/, ''), path.join(__dirname, area)] as const]
        : [];
    },
  ),
);

test('every step is recorded, and nothing else is', () => {
  expect([...recorded.keys()].sort()).toEqual(
    integrationSteps.map(({ id }) => id).sort(),
  );
});

test.each(integrationSteps.map(({ id }) => id))(
  '%s makes of what was recorded what it declares',
  async (id) => {
    const result = await executeRecordedStep(recorded.get(id) ?? '', id);

    expect({
      ...result,
      collectedRelationships: result.collectedRelationships.filter(
        ({ _mapping }) => _mapping === undefined,
      ),
    }).toMatchStepMetadata(metadataOf(id, UNSEEN[id]));
  },
);
