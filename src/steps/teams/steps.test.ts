import {
  entityNamed,
  executeRecordedStep,
  namesOfType,
} from '../../../test/recordedStep';
import { metadataOf } from '../../../test/stepMetadata';
import { TEAM } from '../../model';
import { Steps } from '../ids';

test('the teams of the accounts and those of the user become one team each', async () => {
  const result = await executeRecordedStep(__dirname, Steps.TEAMS);

  expect(result).toMatchStepMetadata(metadataOf(Steps.TEAMS));
  expect(namesOfType(result, TEAM._type)).toEqual([
    'example-data',
    // The user is not in it: only its enterprise account lists it.
    'example-finance',
    'example-payments',
    'example-platform',
    'example-storefront',
    'labs-mobile',
    'labs-research',
    // Only the user's own list has it: it belongs to no enterprise account.
    'open-source-guild',
  ]);
  const guild = entityNamed(result, 'open-source-guild');
  expect(
    result.collectedRelationships.map(({ _toEntityKey }) => _toEntityKey),
  ).not.toContain(guild._key);
  expect(result.collectedRelationships).toHaveLength(7);
});
