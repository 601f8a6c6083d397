import { integrationSteps } from '../../../src/steps';
import { Sources } from '../../../src/steps/ids';
import type { Sandbox } from '../../sandbox';
import { createOrganisation } from '../../sandbox/organisations';
import { collectQuickly, startGenerousSandbox } from '../collectQuickly';
import { expectedWhole, wholeDifferences } from './expectedWhole';

type Source = (typeof Sources)[keyof typeof Sources];

const now = new Date('2026-05-01T10:00:00Z');
const all = Object.values(Sources);
/** Some of what these collect takes a request for every app, which is worth the time for them only. */
const perApp = new Set<Source | undefined>(
  integrationSteps
    .filter(({ isPerApp }) => isPerApp)
    .map(({ ingestionSourceId }) => ingestionSourceId as Source),
);
let sandbox: Sandbox;
/** What is asked with every source on. */
let askedByAll: Set<string>;

beforeAll(async () => {
  sandbox = await startGenerousSandbox({
    organisation: createOrganisation('enterprise', { now }),
  });
  askedByAll = new Set(await expectGraphOf(all, true));
});
afterAll(() => sandbox.close());

/**
 * Collects with these sources on: nothing fails, nobody is warned, the graph is the one that they make, and nothing is
 * asked that none of them documents.
 *
 * @returns what was asked
 */
async function expectGraphOf(
  sources: readonly Source[],
  appDetails: boolean,
): Promise<string[]> {
  sandbox.requests.length = 0;
  const outcome = await collectQuickly(sandbox, {
    ingestAppDetails: appDetails,
    disabledSources: all.filter((source) => !sources.includes(source)),
  });

  expect(outcome.failedSteps).toEqual([]);
  expect(outcome.warnings).toEqual([]);
  const expected = expectedWhole(sandbox.organisation, {
    at: now,
    appDetails,
    isOn: (source) => sources.some((each) => each === source),
  });
  expect(wholeDifferences(expected, outcome.graph)).toEqual([]);
  const documented = documentedRoutes(sources);
  expect(
    sandbox.requests
      .map(({ route }) => route)
      .filter((route) => !documented.has(route)),
  ).toEqual([]);
  return sandbox.requests.map(({ path, range }) => `${path} ${range}`);
}

/** What the steps that run with these sources say that they ask for. */
function documentedRoutes(sources: readonly Source[]): Set<string> {
  return new Set(
    integrationSteps
      .filter(
        ({ ingestionSourceId }) =>
          ingestionSourceId === undefined ||
          sources.some((source) => source === ingestionSourceId),
      )
      .flatMap(({ requests }) => [...requests.matchAll(/`(\/[^`]*)`/g)])
      .map(([, route = '']) => route.replace(/\{\w+\}/g, ':id')),
  );
}

test('with every source off the graph is the documented one, and nothing else is asked', async () => {
  await expectGraphOf([], true);
});

test.each(all)('the source %s alone adds what is its own', async (source) => {
  await expectGraphOf([source], perApp.has(source));
});

test.each(all)(
  'the source %s off takes away what is its own, breaks nothing else, and costs nothing',
  async (source) => {
    const asked = await expectGraphOf(
      all.filter((each) => each !== source),
      perApp.has(source),
    );

    expect(asked.filter((one) => !askedByAll.has(one))).toEqual([]);
    expect(new Set(asked).size).toBe(asked.length);
  },
);
