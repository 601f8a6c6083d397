import type { StepResult } from '../../../test/recordedStep';
import {
  entityNamed,
  executeRecordedStep,
  namesOfType,
} from '../../../test/recordedStep';
import { metadataOf } from '../../../test/stepMetadata';
import { USER } from '../../model';
import { Steps } from '../ids';

function parentsOf(
  { collectedRelationships }: StepResult,
  key: string,
): unknown[] {
  return collectedRelationships
    .filter(({ _toEntityKey }) => _toEntityKey === key)
    .map(({ _fromEntityKey }) => _fromEntityKey);
}

test('the members of accounts and teams become one user each', async () => {
  const result = await executeRecordedStep(__dirname, Steps.USERS);

  expect(result).toMatchStepMetadata(metadataOf(Steps.USERS));
  const usernames = result.collectedEntities.map(({ username }) => username);
  expect(new Set(usernames).size).toBe(usernames.length);
  // In both enterprise accounts, and in four teams: one entity, a relationship with each account.
  const noor = entityNamed(result, 'نور حداد');
  expect(parentsOf(result, noor._key)).toHaveLength(2);
  // In a team, and in no account's list of members.
  expect(usernames).toContain('pavel@contractors.example.net');
  // Invited, and no user yet.
  expect(usernames).not.toContain('new.joiner@example.com');
  expect(namesOfType(result, USER._type)).toContain('早田 愛子');
});

test('a team has each of its members, in the role that it gives them', async () => {
  const result = await executeRecordedStep(__dirname, Steps.TEAM_MEMBERSHIPS);

  expect(result).toMatchStepMetadata(metadataOf(Steps.TEAM_MEMBERSHIPS));
  const teams = result.collectedRelationships.map(
    ({ _fromEntityKey }) => _fromEntityKey,
  );
  expect(new Set(teams).size).toBe(8);
  expect(result.collectedRelationships.map(({ role }) => role)).toContain(
    'data-steward',
  );
});
