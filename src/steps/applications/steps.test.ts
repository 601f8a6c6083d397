import {
  entityNamed,
  executeRecordedStep,
  namesOfType,
} from '../../../test/recordedStep';
import { APPLICATION, USER_OWNS_APPLICATION } from '../../model';
import { Steps } from '../ids';

test('the apps of every team become one application each, and belong to their team only', async () => {
  const result = await executeRecordedStep(Steps.APPLICATIONS);

  const names = namesOfType(result, APPLICATION._type);
  expect(new Set(names).size).toBe(names.length);
  expect(result.collectedRelationships).toHaveLength(names.length);
  const { collectedEntities } = result;
  expect(collectedEntities.filter(({ teamId }) => !teamId)).toEqual([]);
  expect(collectedEntities.filter(({ owner }) => owner)).toEqual([]);
  // One that the user has not joined.
  expect(names).toContain('finance-invoices');
});

test('the personal apps become one application each', async () => {
  const result = await executeRecordedStep(Steps.PERSONAL_APPLICATIONS);

  expect(namesOfType(result, APPLICATION._type)).toEqual([
    'mara-homepage',
    'mara-sandbox',
    'river-portfolio',
  ]);
  expect(result.collectedEntities.filter(({ teamId }) => teamId)).toEqual([]);
});

test('personal apps have an owner, be it one outside of every list', async () => {
  const users = await executeRecordedStep(Steps.USERS);
  const result = await executeRecordedStep(Steps.APPLICATION_OWNERS);

  const river = entityNamed(users, 'River.Stone@example.net')._key;
  const mara = entityNamed(users, 'Mara Lindqvist')._key;
  const owners = result.collectedRelationships
    .filter(({ _type }) => _type === USER_OWNS_APPLICATION._type)
    .map(({ _fromEntityKey }) => _fromEntityKey);
  expect(owners.sort()).toEqual([river, mara, mara].sort());
});
