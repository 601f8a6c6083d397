import { Steps } from '../../src/steps/ids';
import type { Outcome } from '../collectInMemory';
import { collectInMemory } from '../collectInMemory';
import type { Fault, Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { defects, deletions, falsehoods } from './checks';
import { createSmallOrganisation } from './smallOrganisation';
import { VirtualClock } from './virtualClock';

let sandbox: Sandbox;
let right: Outcome;
/** The apps in the order of their ids. */
let appIds: string[];

beforeAll(async () => {
  sandbox = await startSandbox({
    organisation: createSmallOrganisation(),
    rateLimit: { capacity: 1_000_000 },
    keepBodies: true,
  });
  right = await collect();
  appIds = right.graph.entities
    .filter(({ _type }) => _type === 'heroku_application')
    .map(({ id }) => id as string)
    .sort();
});

afterEach(() => sandbox.clearFaults());
afterAll(() => sandbox.close());

function collect(): Promise<Outcome> {
  return collectInMemory(sandbox, {
    ingestAppDetails: true,
    heroku: { clock: new VirtualClock(sandbox) },
  });
}

/** What every request below these is answered with, for hours. */
const BELOW = {
  teams: /^\/teams\/[^/]+/,
  'enterprise accounts': /^\/enterprise-accounts\/[^/]+/,
  'Private Spaces': /^\/spaces\/[^/]+/,
  apps: /^\/apps\/[^/]+/,
  pipelines: /^\/pipelines\/[^/]+/,
};

const ANSWERS: Record<string, Omit<Fault, 'match'>> = {
  '410': { kind: 'gone' },
  'a 404 that is a page': { kind: 'foreignNotFound', form: 'page' } as Fault,
  'a 404 of a proxy': { kind: 'foreignNotFound', form: 'noRoute' } as Fault,
};

describe.each(Object.entries(BELOW))('all requests below %s', (_, match) => {
  test.each(Object.entries(ANSWERS))(
    'that are answered with %s empty nothing: what is not there is partial',
    async (_, answer) => {
      sandbox.inject({ ...answer, match, times: Infinity } as Fault);

      const outcome = await collect();

      expect(right.failedSteps).toEqual([]);
      expect(outcome.endedBy).toBeUndefined();
      expect(outcome.failedSteps).not.toEqual([]);
      expect(outcome.warnings.join()).toMatch(/answered 4(04|10) /);
      expect(deletions(outcome, right.graph)).toEqual([]);
      expect(defects(outcome)).toEqual([]);
      expect(falsehoods(outcome.graph, right.graph)).toEqual([]);
    },
  );
});

describe('apps that Heroku says are not there, one and all', () => {
  test.each([
    [5, 'may have been deleted while the run was under way', []],
    [6, 'have not: their webhooks are missed', [Steps.WEBHOOKS]],
  ])('%d at once %s', async (count, _, failed) => {
    for (const id of appIds.slice(0, count)) {
      sandbox.inject({
        kind: 'notFound',
        match: `/apps/${id}`,
        times: Infinity,
      });
      sandbox.inject({
        kind: 'notFound',
        match: `/apps/${id}/webhooks`,
        times: Infinity,
      });
    }

    const outcome = await collect();

    expect(appIds.length).toBeGreaterThan(count);
    expect(outcome.failedSteps).toEqual(failed);
  });
});
