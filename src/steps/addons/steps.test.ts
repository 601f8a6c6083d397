import {
  entityNamed,
  executeRecordedStep,
  namesOfType,
} from '../../../test/recordedStep';
import { metadataOf } from '../../../test/stepMetadata';
import { ADDON } from '../../model';
import { Steps } from '../ids';

test('every add-on belongs to the one app that owns it', async () => {
  const result = await executeRecordedStep(__dirname, Steps.ADDONS);

  expect(result).toMatchStepMetadata(metadataOf(Steps.ADDONS));
  const names = namesOfType(result, ADDON._type);
  expect(new Set(names).size).toBe(names.length);
  expect(result.collectedRelationships).toHaveLength(names.length);
  // Attached to two apps of other teams: those do not own it.
  const shared = entityNamed(result, 'kafka-events');
  expect(
    result.collectedRelationships.filter(
      ({ _toEntityKey }) => _toEntityKey === shared._key,
    ),
  ).toMatchObject([{ _fromEntityKey: shared.applicationId }]);
  // Of a personal app, which no team's list has.
  expect(
    result.collectedEntities.map(({ billingEntityType }) => billingEntityType),
  ).toContain('app');
});
