import {
  entityNamed,
  executeRecordedStep,
  executeStep,
  namesOfType,
} from '../../../test/recordedStep';
import { listOf, startSandbox } from '../../../test/sandbox';
import { createOrganisation } from '../../../test/sandbox/organisations';
import { TEAM } from '../../model';
import { Steps } from '../ids';

test('the teams of the accounts and those of the user become one team each', async () => {
  const result = await executeRecordedStep(Steps.TEAMS);

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
});

test("every team hangs on its account; one of no enterprise account hangs on the API key's own", async () => {
  const teams = await executeRecordedStep(Steps.TEAMS);
  const { collectedRelationships } = await executeRecordedStep(
    Steps.ACCOUNT_TEAMS,
  );

  expect(collectedRelationships).toHaveLength(8);
  const guild = entityNamed(teams, 'open-source-guild');
  expect(
    collectedRelationships
      .filter(({ _toEntityKey }) => _toEntityKey === guild._key)
      .map(({ _fromEntityKey }) => _fromEntityKey),
  ).toEqual([expect.stringMatching(/^heroku_account:/)]);
  expect(
    collectedRelationships.filter(({ _fromEntityKey }) =>
      (_fromEntityKey as string).startsWith('heroku_account:'),
    ),
  ).toHaveLength(1);
});

test('a team that does not name its account is of the account that lists it', async () => {
  const organisation = createOrganisation('enterprise');
  const [account = {}] = listOf(organisation, '/enterprise-accounts');
  const { id: accountId } = account;
  if (typeof accountId !== 'string') throw new Error('There is no account');
  const path = `/enterprise-accounts/${accountId}/teams`;
  const teams = listOf(organisation, path).map((team) => ({
    ...team,
    enterprise_account: null,
  }));
  organisation.resources.set(path, teams);
  organisation.resources.set('/teams', teams);
  const sandbox = await startSandbox({ organisation });

  const { collectedEntities } = await executeStep(Steps.TEAMS, {
    apiKey: sandbox.apiKey,
    baseUrl: new URL(sandbox.url),
  });
  await sandbox.close();

  const ofAccount = collectedEntities.filter(({ id }) =>
    teams.some((team) => 'id' in team && team.id === id),
  );
  expect(ofAccount).toHaveLength(teams.length);
  for (const { enterpriseAccountId } of ofAccount) {
    expect(enterpriseAccountId).toBe(accountId);
  }
});
