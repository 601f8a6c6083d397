import {
  entityNamed,
  executeRecordedStep,
  namesOfType,
} from '../../../test/recordedStep';
import { metadataOf } from '../../../test/stepMetadata';
import { ACCOUNT, ACCOUNT_HAS_TEAM, USER } from '../../model';
import { Steps } from '../ids';

test('every enterprise account becomes an account', async () => {
  const result = await executeRecordedStep(__dirname, Steps.ACCOUNTS);

  expect(result).toMatchStepMetadata(metadataOf(Steps.ACCOUNTS));
  expect(namesOfType(result, ACCOUNT._type)).toEqual([
    'Example Corp',
    'Example Labs Zürich 🧪',
  ]);
});

test("the API key's own account is the root of its user and of teams that no enterprise account has", async () => {
  const result = await executeRecordedStep(__dirname, Steps.OWN_ACCOUNT);

  // The user is an account's member already: no second entity of that person.
  expect(result).toMatchStepMetadata(
    metadataOf(Steps.OWN_ACCOUNT, [USER._type]),
  );
  const root = entityNamed(result, 'mara.lindqvist@example.com');
  expect(root).toMatchObject({
    _key: `heroku_account:${root.id as string}`,
    accountType: 'individual',
  });
  const teams = result.collectedRelationships.filter(
    ({ _type }) => _type === ACCOUNT_HAS_TEAM._type,
  );
  expect(teams).toHaveLength(1);
  expect(result.collectedRelationships).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        _key: `${root._key}|has|${root.id as string}`,
        external: false,
      }),
    ]),
  );
});
