import { collectInMemory } from '../test/collectInMemory';
import { VirtualClock } from '../test/reliability/virtualClock';
import type { RateLimitOptions, Sandbox } from '../test/sandbox';
import { startSandbox } from '../test/sandbox';
import { createSizedOrganisation } from '../test/sandbox/organisations';
import { SIZES } from './sizes';

const OUTAGE_MS = 15_000;
const REFILL_PER_MINUTE = 75;
const RESERVE = 300;

/** One run that met trouble. Times are of a clock that stands still while requests are answered. */
export interface TroubledRun {
  trouble: string;
  requests: number;
  /** How long the trouble made it take, in ms. */
  tookMs: number;
  /** How long it would take at least, in ms, and by what reckoning. */
  leastMs: number;
  least: string;
  rateLimited: number;
  /** Whether the bucket was small enough to matter. */
  isLimited: boolean;
  /** Requests left in the bucket at the end. */
  level: number;
  /** Whether everything was collected. */
  isComplete: boolean;
}

interface Trouble {
  name: string;
  rateLimit: RateLimitOptions;
  begin?: (sandbox: Sandbox, clock: VirtualClock) => void;
  /** @param requests those of a run without retries */
  least: (requests: number) => { ms: number; how: string };
}

const UNTROUBLED: RateLimitOptions = { capacity: 1e9 };
const CLIENT_PER_MINUTE = 30;

const TROUBLES: Trouble[] = [
  {
    name: 'an outage of 15 s in the middle (503)',
    rateLimit: UNTROUBLED,
    begin: outageInTheMiddle,
    least: () => ({ ms: OUTAGE_MS, how: 'the outage' }),
  },
  {
    name: 'a bucket with 200 left',
    rateLimit: { remaining: 200 },
    least: (requests) => ({
      ms: minutes((requests - 200) / REFILL_PER_MINUTE),
      how: `${requests} requests less 200, at ${REFILL_PER_MINUTE} a minute`,
    }),
  },
  {
    name: `a bucket with ${RESERVE} left, beside a client that takes ${CLIENT_PER_MINUTE} a minute`,
    rateLimit: { remaining: RESERVE },
    begin: (sandbox, clock) => {
      const take = () => {
        sandbox.bucket.drain(1);
        clock.after(60_000 / CLIENT_PER_MINUTE, take);
      };
      clock.after(60_000 / CLIENT_PER_MINUTE, take);
    },
    least: (requests) => ({
      ms: minutes(
        (requests - RESERVE) / (REFILL_PER_MINUTE - CLIENT_PER_MINUTE),
      ),
      how: `${requests} requests less ${RESERVE}, at ${REFILL_PER_MINUTE - CLIENT_PER_MINUTE} a minute`,
    }),
  },
];

/** Collects a medium organisation, all sources, in each trouble. */
export async function measureTroubles(
  log: (line: string) => void,
): Promise<TroubledRun[]> {
  const organisation = createSizedOrganisation(SIZES.medium);
  const collect = async ({
    name,
    rateLimit,
    begin,
  }: Omit<Trouble, 'least'>) => {
    const clock: VirtualClock = new VirtualClock({
      get requests() {
        return sandbox.requests;
      },
    });
    const sandbox = await startSandbox({
      organisation,
      rateLimit: { refillPerMinute: REFILL_PER_MINUTE, ...rateLimit },
      now: () => clock.now(),
      keepBodies: true,
    });
    try {
      begin?.(sandbox, clock);
      const { failedSteps, endedBy } = await collectInMemory(sandbox, {
        heroku: { clock },
      });
      const { requests } = sandbox;
      log(`trouble, ${name}: ${Math.round(clock.now() / 1000)} s`);
      return {
        trouble: name,
        requests: requests.length,
        tookMs: clock.now(),
        rateLimited: requests.filter(({ status }) => status === 429).length,
        isLimited: rateLimit !== UNTROUBLED,
        level: sandbox.bucket.remaining(),
        isComplete: failedSteps.length === 0 && endedBy === undefined,
      };
    } finally {
      await sandbox.close();
    }
  };
  const { requests } = await collect({ name: 'none', rateLimit: UNTROUBLED });
  const runs: TroubledRun[] = [];
  for (const trouble of TROUBLES) {
    const { ms: leastMs, how: least } = trouble.least(requests);
    runs.push({ ...(await collect(trouble)), leastMs, least });
  }
  return runs;
}

/** Nothing but 503, from a request in the middle on. */
function outageInTheMiddle(sandbox: Sandbox, clock: VirtualClock): void {
  sandbox.inject({
    kind: 'transform',
    match: /./,
    skip: 350,
    change: (body) => {
      clock.after(OUTAGE_MS, () => sandbox.clearFaults());
      sandbox.inject({
        kind: 'status',
        status: 503,
        match: /./,
        times: Infinity,
      });
      return body;
    },
  });
}

function minutes(count: number): number {
  return Math.max(0, count) * 60_000;
}
