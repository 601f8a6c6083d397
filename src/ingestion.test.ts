import { DisabledStepReason } from '@jupiterone/integration-sdk-core';
// Not from the package's index, which loads every command.
import { generateIngestionSourcesConfig } from '@jupiterone/integration-sdk-cli/dist/src/commands/generate-ingestion-sources-config';
import { createMockExecutionContext } from '@jupiterone/integration-sdk-testing';
import type { Sandbox } from '../test/sandbox';
import { startSandbox } from '../test/sandbox';
import { createOrganisation } from '../test/sandbox/organisations';
import type { IntegrationConfig } from './config';
import {
  getStepStartStates,
  ingestionConfig,
  leftOutByScopes,
} from './ingestion';
import { integrationSteps } from './steps';
import { Sources, Steps } from './steps/ids';
import { validateInvocation } from './validation';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ organisation: createOrganisation('empty') });
});

afterAll(() => sandbox.close());

function context() {
  const made = createMockExecutionContext<IntegrationConfig>({
    instanceConfig: { apiKey: sandbox.apiKey },
  });
  made.executionConfig = { heroku: { baseUrl: new URL(sandbox.url) } };
  return made;
}

async function statesFor(scopes: string[]) {
  sandbox.setScopes(scopes);
  const made = context();
  await validateInvocation(made);
  return getStepStartStates(made);
}

/** The ids of the steps that are off for want of a scope. */
async function withoutPermission(scopes: string[]): Promise<string[]> {
  return Object.entries(await statesFor(scopes))
    .filter(
      ([, { disabled, disabledReason }]) =>
        disabled && disabledReason === DisabledStepReason.PERMISSION,
    )
    .map(([id]) => id);
}

test('every step has a state', async () => {
  expect(Object.keys(await statesFor(['global']))).toEqual(
    integrationSteps.map(({ id }) => id),
  );
});

test('a key for everything turns nothing off for want of permission', async () => {
  expect(await withoutPermission(['global'])).toEqual([]);
});

test('a read-only key turns off what takes more, and says that permission is why', async () => {
  const off = await withoutPermission(['read']);

  expect(off).toEqual(
    expect.arrayContaining([Steps.TEAM_MEMBERSHIPS, Steps.AUTHORIZATIONS]),
  );
  for (const on of [
    Steps.ACCOUNTS,
    Steps.TEAMS,
    Steps.USERS,
    Steps.APPLICATIONS,
    Steps.APPLICATION_OWNERS,
    Steps.ADDONS,
  ]) {
    expect(off).not.toContain(on);
  }
});

test('a key that may read its account too leaves that part out no more', () => {
  const leftOut = (scopes: string[]) =>
    leftOutByScopes(scopes).map(({ name }) => name);

  expect(leftOut(['read'])).toContain("the API key's own account");
  expect(leftOut(['read', 'identity'])).not.toContain(
    "the API key's own account",
  );
  expect(leftOut(['read', 'identity'])).toContain('the members of teams');
});

test('where it is not known what the key holds, everything is tried', () => {
  const states = Object.values(getStepStartStates(context()));
  expect(
    states.filter(
      ({ disabledReason }) => disabledReason === DisabledStepReason.PERMISSION,
    ),
  ).toEqual([]);
});

test('every step that reads and is turned off is said to be left out', async () => {
  const off = await withoutPermission(['read']);
  const reading = integrationSteps.filter(
    ({ id, requests }) => off.includes(id) && !requests.startsWith('none'),
  );

  expect(reading.length).toBeGreaterThan(0);
  expect(leftOutByScopes(['read']).map(({ name }) => name)).toEqual(
    expect.arrayContaining(reading.map(({ name }) => name)),
  );
});

test('steps that ask once for every app are off unless the instance wants them', () => {
  const perApp = integrationSteps.filter(({ isPerApp }) => isPerApp);
  const statesWith = (ingestAppDetails?: boolean) => {
    const made = context();
    made.instance.config.ingestAppDetails = ingestAppDetails;
    const states = getStepStartStates(made);
    return new Set(perApp.map(({ id }) => states[id]?.disabledReason));
  };

  expect(perApp.length).toBeGreaterThan(0);
  expect(statesWith()).toEqual(new Set([DisabledStepReason.USER_CONFIG]));
  expect(statesWith(false)).toEqual(new Set([DisabledStepReason.USER_CONFIG]));
  expect(statesWith(true)).toEqual(new Set([undefined]));
});

test('JupiterOne shows a switch for every source that can be turned off', () => {
  const shown = generateIngestionSourcesConfig(
    ingestionConfig,
    integrationSteps,
  );

  const sources: string[] = Object.values(Sources).sort();
  expect(Object.keys(shown).sort()).toEqual(sources);
  expect(Object.keys(ingestionConfig).sort()).toEqual(sources);
});
