import {
  entityNamed,
  executeRecordedStep,
  executeStep,
  namesOfType,
} from '../../../test/recordedStep';
import { listOf, startSandbox } from '../../../test/sandbox';
import { createOrganisation } from '../../../test/sandbox/organisations';
import { ACCOUNT } from '../../model';
import { Steps } from '../ids';

test("every enterprise account becomes an account, and so does the API key's own beside them", async () => {
  const result = await executeRecordedStep(Steps.ACCOUNTS);

  expect(namesOfType(result, ACCOUNT._type)).toEqual([
    'Example Corp',
    'Example Labs Zürich 🧪',
    // A team belongs to no enterprise account, and hangs on it.
    'mara.lindqvist@example.com',
  ]);
  const root = entityNamed(result, 'mara.lindqvist@example.com');
  expect(root).toMatchObject({
    _key: `heroku_account:${root.id as string}`,
    accountType: 'individual',
  });
});

test('owners who are users already bring no account of their own into the graph', async () => {
  const organisation = createOrganisation('enterprise');
  const path = '/users/~/apps';
  organisation.resources.set(
    path,
    listOf(organisation, path).filter(({ name }) =>
      String(name as string).startsWith('mara-'),
    ),
  );
  // Every team belongs to an enterprise account.
  organisation.resources.set(
    '/teams',
    listOf(organisation, '/teams').filter((team) => team.enterprise_account),
  );
  const sandbox = await startSandbox({ organisation });

  const result = await executeStep(Steps.ACCOUNTS, {
    apiKey: sandbox.apiKey,
    baseUrl: new URL(sandbox.url),
  });
  await sandbox.close();

  expect(namesOfType(result, ACCOUNT._type)).toEqual([
    'Example Corp',
    'Example Labs Zürich 🧪',
  ]);
});
