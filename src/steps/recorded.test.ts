import { executeRecordedStep } from '../../test/recordedStep';
import { metadataOf } from '../../test/stepMetadata';
import { SPACE, USER } from '../model';
import { Steps } from './ids';
import { integrationSteps } from './index';

/** Declared for a case that the recorded organisation does not have. */
const UNSEEN: Partial<Record<string, string[]>> = {
  // All who may use the apps and spaces of its teams are members of some team or account.
  [Steps.ACCESS]: [USER._type],
  // Its types become partial where an address could not be read; it adds nothing itself.
  [Steps.SPACE_NATS]: [SPACE._type],
};

test.each(integrationSteps.map(({ id }) => id))(
  '%s makes of what was recorded what it declares',
  async (id) => {
    const result = await executeRecordedStep(id);

    expect({
      ...result,
      collectedRelationships: result.collectedRelationships.filter(
        ({ _mapping }) => _mapping === undefined,
      ),
    }).toMatchStepMetadata(metadataOf(id, UNSEEN[id]));
  },
);
