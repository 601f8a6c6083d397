import type { StepResult } from '../../../test/recordedStep';
import {
  entityNamed,
  executeRecordedStep,
  namesOfType,
} from '../../../test/recordedStep';
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

test("the members of accounts and teams, the key's user and owners of personal apps become one user each", async () => {
  const result = await executeRecordedStep(Steps.USERS);

  const usernames = result.collectedEntities.map(({ username }) => username);
  expect(new Set(usernames).size).toBe(usernames.length);
  // In a team, and in no account's list of members.
  expect(usernames).toContain('pavel@contractors.example.net');
  // Shares a personal app with the key's user, and is in no list of members.
  expect(usernames).toContain('River.Stone@example.net');
  // Invited, and no user yet.
  expect(usernames).not.toContain('new.joiner@example.com');
  expect(namesOfType(result, USER._type)).toContain('早田 愛子');
});

test('an account has each of its members', async () => {
  const users = await executeRecordedStep(Steps.USERS);
  const result = await executeRecordedStep(Steps.ACCOUNT_MEMBERSHIPS);

  // In both enterprise accounts, and in four teams.
  const noor = entityNamed(users, 'نور حداد');
  expect(parentsOf(result, noor._key)).toHaveLength(2);
});

test("the key's own account has its user, and whoever is outside of every list", async () => {
  const users = await executeRecordedStep(Steps.USERS);
  const { collectedRelationships } = await executeRecordedStep(
    Steps.ACCOUNT_MEMBERSHIPS,
  );

  const mara = entityNamed(users, 'Mara Lindqvist');
  const river = entityNamed(users, 'River.Stone@example.net');
  const account = `heroku_account:${mara._key}`;
  expect(
    collectedRelationships
      .filter(({ _fromEntityKey }) => _fromEntityKey === account)
      .map(({ _toEntityKey, external }) => [_toEntityKey, external]),
  ).toEqual([
    [mara._key, false],
    [river._key, true],
  ]);
});

test('a team has each of its members, in the role that it gives them', async () => {
  const result = await executeRecordedStep(Steps.TEAM_MEMBERSHIPS);

  const teams = result.collectedRelationships
    .filter(({ _type }) => _type === 'heroku_team_has_account_member')
    .map(({ _fromEntityKey }) => _fromEntityKey);
  expect(new Set(teams).size).toBe(8);
  expect(result.collectedRelationships.map(({ role }) => role)).toContain(
    'data-steward',
  );
});
