import {
  entityNamed,
  executeRecordedStep,
  executeStep,
  namesOfType,
} from '../../../test/recordedStep';
import { listOf, startSandbox } from '../../../test/sandbox';
import { createOrganisation } from '../../../test/sandbox/organisations';
import { metadataOf } from '../../../test/stepMetadata';
import { APPLICATION, USER_OWNS_APPLICATION } from '../../model';
import { Steps } from '../ids';

test('the apps of every team and the personal ones become one application each', async () => {
  const result = await executeRecordedStep(__dirname, Steps.APPLICATIONS);

  expect(result).toMatchStepMetadata(metadataOf(Steps.APPLICATIONS));
  const names = namesOfType(result, APPLICATION._type);
  expect(new Set(names).size).toBe(names.length);
  const ofTeams = result.collectedEntities.filter(({ teamId }) => teamId);
  expect(result.collectedRelationships).toHaveLength(ofTeams.length);
  expect(ofTeams.filter(({ owner }) => owner)).toEqual([]);
  // One that the user has not joined, and the personal ones.
  expect(names).toEqual(
    expect.arrayContaining([
      'finance-invoices',
      'mara-sandbox',
      'mara-homepage',
      'river-portfolio',
    ]),
  );
  expect(names).toHaveLength(ofTeams.length + 3);
});

test('personal apps have an owner; one outside of every list hangs on the own account', async () => {
  const result = await executeRecordedStep(__dirname, Steps.APPLICATION_OWNERS);

  expect(result).toMatchStepMetadata(metadataOf(Steps.APPLICATION_OWNERS));
  const river = entityNamed(result, 'River.Stone@example.net');
  const account = entityNamed(result, 'mara.lindqvist@example.com');
  expect(result.collectedEntities).toHaveLength(2);
  expect(result.collectedRelationships).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        _fromEntityKey: account._key,
        _toEntityKey: river._key,
        external: true,
      }),
    ]),
  );
  const owners = result.collectedRelationships
    .filter(({ _type }) => _type === USER_OWNS_APPLICATION._type)
    .map(({ _fromEntityKey }) => _fromEntityKey);
  expect(owners.sort()).toEqual([river._key, account.id, account.id].sort());
});

test('owners who are users already bring no account of their own into the graph', async () => {
  const organisation = createOrganisation('enterprise');
  const path = '/users/~/apps';
  const own = listOf(organisation, path).filter(({ name }) =>
    String(name as string).startsWith('mara-'),
  );
  organisation.resources.set(path, own);
  const sandbox = await startSandbox({ organisation });

  const result = await executeStep(Steps.APPLICATION_OWNERS, {
    apiKey: sandbox.apiKey,
    baseUrl: new URL(sandbox.url),
  });
  await sandbox.close();

  expect(result.collectedEntities).toEqual([]);
  expect(result.collectedRelationships.map(({ _type }) => _type)).toEqual(
    own.map(() => USER_OWNS_APPLICATION._type),
  );
});
