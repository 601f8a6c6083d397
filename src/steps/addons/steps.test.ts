import {
  entityNamed,
  executeRecordedStep,
  executeStep,
  namesOfType,
} from '../../../test/recordedStep';
import type { Organisation } from '../../../test/sandbox';
import { listOf, startSandbox } from '../../../test/sandbox';
import { createOrganisation } from '../../../test/sandbox/organisations';
import { ADDON, APPLICATION_HAS_ADDON } from '../../model';
import { Steps } from '../ids';

test('every add-on belongs to the one app that owns it', async () => {
  const result = await executeRecordedStep(Steps.ADDONS);
  const personal = await executeRecordedStep(Steps.PERSONAL_ADDONS);

  const names = namesOfType(result, ADDON._type);
  expect(new Set(names).size).toBe(names.length);
  const addons = result.collectedEntities.filter(
    ({ _type }) => _type === ADDON._type,
  );
  expect(
    [...result.collectedRelationships, ...personal.collectedRelationships]
      .filter(({ _type }) => _type === APPLICATION_HAS_ADDON._type)
      .map(({ _toEntityKey }) => _toEntityKey)
      .sort(),
  ).toEqual(addons.map(({ _key }) => _key).sort());
  expect(personal.collectedRelationships.length).toBeGreaterThan(0);
  // Attached to two apps of other teams: those do not own it.
  const shared = entityNamed(
    { ...result, collectedEntities: addons },
    'kafka-events',
  );
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

test('add-ons are asked for outside of teams only where there are personal apps', async () => {
  const organisation = createOrganisation('team-only');
  organisation.resources.set('/users/~/apps', []);
  const { apiKey, url, requests, close } = await sandboxOf(organisation);

  const { collectedEntities } = await executeStep(Steps.ADDONS, {
    apiKey,
    baseUrl: new URL(url),
  });
  await close();

  expect(collectedEntities.length).toBeGreaterThan(0);
  expect(requests.map(({ path }) => path)).not.toContain('/addons');
});

test('an add-on of an app that is in no list is passed over, and nothing is missed', async () => {
  const organisation = createOrganisation('personal');
  const [first, ...others] = listOf(organisation, '/users/~/apps');
  organisation.resources.set('/users/~/apps', others);
  const { apiKey, url, close } = await sandboxOf(organisation);

  const { collectedEntities } = await executeStep(Steps.ADDONS, {
    apiKey,
    baseUrl: new URL(url),
  });
  await close();

  const owners = collectedEntities.map(({ applicationId }) => applicationId);
  expect(owners.length).toBeGreaterThan(0);
  expect(owners).not.toContain(first?.id);
});

test('whether an add-on is allowed is for the team of its app to say, whosever list comes first', async () => {
  const organisation = createOrganisation('enterprise');
  const [team] = [...organisation.resources.keys()].flatMap((path) => {
    const services = /^\/teams\/([^/]+)\/allowed-addon-services$/.exec(path);
    return services && listOf(organisation, path).length > 0
      ? (services[1] ?? [])
      : [];
  });
  const own = listOf(organisation, `/teams/${team}/addons`);
  for (const { id } of listOf(organisation, '/teams')) {
    const path = `/teams/${id as string}/addons`;
    organisation.resources.set(path, [
      ...own,
      ...(id === team ? [] : listOf(organisation, path)),
    ]);
  }
  const { apiKey, url, close } = await sandboxOf(organisation);

  const { collectedEntities } = await executeStep(Steps.ADDONS, {
    apiKey,
    baseUrl: new URL(url),
  });
  await close();

  const ids = new Set(own.map(({ id }) => id));
  const said = collectedEntities
    .filter(({ _type, id }) => _type === ADDON._type && ids.has(id))
    .map(({ onAllowlist }) => onAllowlist);
  expect(said).toContain(true);
  expect(said).toContain(false);
  expect(said).not.toContain(undefined);
});

async function sandboxOf(organisation: Organisation) {
  const sandbox = await startSandbox({ organisation });
  const { apiKey, url, requests } = sandbox;
  return { apiKey, url, requests, close: () => sandbox.close() };
}
