import type { Outcome } from '../collectInMemory';
import { collectInMemory } from '../collectInMemory';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { differences } from './checks';
import { createSmallOrganisation } from './smallOrganisation';
import { VirtualClock } from './virtualClock';

let sandbox: Sandbox;
let right: Outcome;
let requestsInAll: number;

beforeAll(async () => {
  sandbox = await startSandbox({
    organisation: createSmallOrganisation(),
    // So that lists go on over several pages while the API is away.
    maxPageSize: 3,
    rateLimit: { capacity: 1_000_000 },
    keepBodies: true,
  });
  right = await collect(new VirtualClock(sandbox));
  requestsInAll = sandbox.requests.length;
});

afterEach(() => sandbox.clearFaults());
afterAll(() => sandbox.close());

function collect(clock: VirtualClock): Promise<Outcome> {
  return collectInMemory(sandbox, {
    ingestAppDetails: true,
    heroku: { clock },
  });
}

interface Outage {
  begin: () => void | Promise<void>;
  end: () => void | Promise<void>;
}

/** The ways in which the whole API goes away, and comes back. */
const OUTAGES: Record<string, () => Outage> = {
  'answers 503': () => everyRequest({ kind: 'status', status: 503 }),
  'refuses connections': () => ({
    begin: () => sandbox.stopListening(),
    end: () => sandbox.startListening(),
  }),
  'hangs up': () => everyRequest({ kind: 'hangUp' }),
};

function everyRequest(
  fault: { kind: 'status'; status: number } | { kind: 'hangUp' },
): Outage {
  return {
    begin: () => sandbox.inject({ ...fault, match: /./, times: Infinity }),
    end: () => sandbox.clearFaults(),
  };
}

describe.each(Object.entries(OUTAGES))('an API that %s', (_, outage) => {
  describe.each(['at the start', 'in the middle'])('%s of a run', (when) => {
    test.each([1, 2, 6, 15, 25])(
      'for %d seconds changes nothing',
      async (seconds) => {
        const { begin, end } = outage();
        const clock = new VirtualClock(sandbox);
        const before = sandbox.requests.length;
        let isOver = false;
        // The request that this strikes is answered; what comes after it is not.
        sandbox.inject({
          kind: 'transform',
          match: /./,
          skip: when === 'at the start' ? 0 : Math.floor(requestsInAll / 2),
          change: (body) => {
            clock.after(seconds * 1000, async () => {
              await end();
              isOver = true;
            });
            void begin();
            return body;
          },
        });

        const { graph, warnings, failedSteps, partialTypes, endedBy } =
          await collect(clock);

        expect(isOver).toBe(true);
        expect(sandbox.requests.length - before).toBeGreaterThan(requestsInAll);
        expect({ endedBy, warnings, failedSteps, partialTypes }).toEqual({
          endedBy: undefined,
          warnings: [],
          failedSteps: [],
          partialTypes: [],
        });
        expect(differences(graph, right.graph)).toEqual([]);
      },
    );
  });
});
