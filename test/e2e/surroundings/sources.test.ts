import { Sources } from '../../../src/steps/ids';
import { createOrganisation } from '../../sandbox/organisations';
import type { Sandbox } from '../../sandbox';
import { startSandbox } from '../../sandbox';
import type { Source } from '../../sandboxStep';
import { collectSources } from '../../sandboxStep';
import { expectedWhole, wholeDifferences } from './expectedWhole';

const now = new Date('2026-05-01T10:00:00Z');
const all = Object.values(Sources);
let sandbox: Sandbox;

beforeAll(async () => {
  const organisation = createOrganisation('enterprise', { now });
  // When they end depends on the instant of each collection, which is not what is looked at here.
  organisation.resources.set('/oauth/authorizations', []);
  sandbox = await startSandbox({ organisation });
});
afterAll(() => sandbox.close());

/** Collects with these sources on: nothing fails, nobody is warned, and the graph is the one that they make. */
async function expectGraphOf(sources: readonly Source[]): Promise<void> {
  const outcome = await collectSources(sandbox, sources, {
    ingestAppDetails: true,
  });

  expect(outcome.failedSteps).toEqual([]);
  expect(outcome.warnings).toEqual([]);
  const isOn = (source: string) => sources.some((each) => each === source);
  expect(
    wholeDifferences(
      expectedWhole(sandbox.organisation, {
        at: new Date(outcome.startedOn),
        appDetails: true,
        isOn,
      }),
      outcome.graph,
    ),
  ).toEqual([]);
}

test('with every source off the graph is the documented one and nothing else', async () => {
  await expectGraphOf([]);
});

test.each(all)('the source %s alone adds what is its own', async (source) => {
  await expectGraphOf([source]);
});

test.each(all)(
  'the source %s off takes away what is its own, and breaks nothing else',
  async (source) => {
    await expectGraphOf(all.filter((each) => each !== source));
  },
);
