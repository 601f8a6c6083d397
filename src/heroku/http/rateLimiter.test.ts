import type { Clock } from './clock';
import type { Permit } from './rateLimiter';
import { RateLimiter } from './rateLimiter';

/** A clock that moves only when it is told to. */
class HandClock implements Clock {
  private time = 1_000_000;
  private sleepers: { at: number; wake: () => void }[] = [];

  now(): number {
    return this.time;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      this.sleepers.push({ at: this.time + ms, wake });
      signal?.addEventListener('abort', wake);
    });
  }

  /** Lets `ms` pass, with all that happens in between, timers firing `late` ms after they are due. */
  async pass(ms: number, late = 0): Promise<void> {
    const end = this.time + ms;
    for (;;) {
      await settled();
      this.sleepers.sort((a, b) => a.at - b.at);
      const next = this.sleepers[0];
      if (next === undefined || next.at + late > end) break;
      this.sleepers.shift();
      this.time = Math.max(this.time, next.at + late);
      next.wake();
    }
    this.time = end;
    await settled();
  }
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

const INTERVAL = 800; // 75 a minute

function limiterAt(remaining?: number, clock = new HandClock()) {
  const limiter = new RateLimiter({ clock });
  const sent: { at: number; name: number; permit: Permit }[] = [];
  const start = clock.now();
  let asked = 0;
  /**
   * Asks for leave `count` times; what gets it is in `sent`, with the time since the start. Where a level is given, it
   * is what each of them is answered at once.
   */
  const ask = async (count = 1, level?: number): Promise<void> => {
    for (let i = 0; i < count; i++) {
      const name = asked++;
      void limiter.acquire().then((permit) => {
        sent.push({ at: clock.now() - start, name, permit });
        if (level !== undefined) permit.answered(level);
      });
    }
    await settled();
  };
  const ready = (async () => {
    if (remaining === undefined) return;
    (await limiter.acquire()).answered(remaining);
  })();
  const times = () => sent.map(({ at }) => at);
  // A request that is under way counts as one less that is left, and makes the next a little slower.
  const roundTimes = () => times().map((at) => Math.round(at / 100) * 100);
  const permit = (index: number): Permit => {
    const found = sent[index]?.permit;
    if (!found) throw new Error(`request ${index} has not left`);
    return found;
  };
  return { limiter, clock, sent, ask, ready, times, roundTimes, permit };
}

async function readyAt(remaining?: number) {
  const made = limiterAt(remaining);
  await made.ready;
  return made;
}

describe('above the reserve', () => {
  test('requests leave at once', async () => {
    const { ask, sent } = await readyAt(4500);

    await ask(100);

    expect(sent).toHaveLength(100);
  });

  test('they leave at once too before anything is known', async () => {
    const { ask, sent, limiter } = await readyAt();

    await ask(10);

    expect(sent).toHaveLength(10);
    expect(limiter.remaining).toBeUndefined();
  });

  test('what has not been answered counts as spent: a burst stops at the reserve', async () => {
    const { ask, sent, limiter } = await readyAt(320);

    await ask(50);

    // The last of them leaves at 301, and brings the level to the reserve; the next begins the pace.
    expect(sent).toHaveLength(21);
    expect(limiter.remaining).toBe(299);
  });
});

describe('at the reserve', () => {
  test('requests leave one by one at 75 a minute', async () => {
    const { ask, clock, roundTimes } = await readyAt(300);

    await ask(5, 300);
    await clock.pass(10 * INTERVAL);

    expect(roundTimes()).toEqual([0, 800, 1600, 2400, 3200]);
  });

  test('timers that fire late do not add up', async () => {
    const { ask, clock, times } = await readyAt(300);

    await ask(76, 300);
    await clock.pass(61_000, 100);

    expect(times()).toHaveLength(76);
    expect(times().at(-1)).toBeLessThanOrEqual(60_000 + 110);
  });

  test('idling saves up no burst', async () => {
    const { ask, clock, roundTimes } = await readyAt(300);
    await ask(1, 300);
    await clock.pass(60_000);

    await ask(3, 300);
    await clock.pass(10_000);

    expect(roundTimes()).toEqual([0, 60_000, 60_800, 61_600]);
  });

  test('requests leave in the order in which they asked', async () => {
    const { ask, clock, sent } = await readyAt(300);

    await ask(3, 300);
    await clock.pass(INTERVAL);
    await ask(3, 300);
    await clock.pass(10 * INTERVAL);

    expect(sent.map(({ name }) => name)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('a request that comes when the level has risen does not overtake those that wait', async () => {
    const { ask, clock, sent, permit } = await readyAt(300);
    await ask(3);
    permit(0).answered(4500);

    await ask(1);
    await clock.pass(2 * INTERVAL);

    expect(sent.map(({ name }) => name)).toEqual([0, 1, 2, 3]);
  });

  test('a level that rises again ends the pace, for those who wait too', async () => {
    const { ask, clock, sent, permit } = await readyAt(300);
    await ask(20);
    expect(sent).toHaveLength(1);

    permit(0).answered(4500);
    await clock.pass(2 * INTERVAL);

    expect(sent).toHaveLength(20);
  });

  test.each([
    [300, INTERVAL],
    [150, 2 * INTERVAL],
    [75, 4 * INTERVAL],
    [30, 10 * INTERVAL],
    [10, 10 * INTERVAL],
    [0, 10 * INTERVAL],
  ])('with %i left a request leaves every %i ms', async (level, pace) => {
    const { ask, clock, roundTimes } = await readyAt(level);

    await ask(4, level);
    await clock.pass(60_000);

    expect(roundTimes()).toEqual([0, pace, 2 * pace, 3 * pace]);
  });

  test('a reserve and a rate of another size hold as well', async () => {
    const clock = new HandClock();
    const limiter = new RateLimiter({ clock, reserve: 5, refillPerMinute: 60 });
    (await limiter.acquire()).answered(5);
    const times: number[] = [];
    for (let i = 0; i < 3; i++) {
      void limiter.acquire().then((permit) => {
        times.push(clock.now());
        permit.answered(5);
      });
    }

    await clock.pass(10_000);

    const [first = 0, ...others] = times;
    expect(others).toEqual([first + 1000, first + 2000]);
  });
});

describe('the permit', () => {
  test.each(['answered', 'released'] as const)(
    'of a request that was %s without a level is given back',
    async (how) => {
      const { ask, limiter, permit } = await readyAt(4500);
      await ask(2);
      expect(limiter.remaining).toBe(4498);

      permit(0)[how]();
      permit(1)[how]();

      expect(limiter.remaining).toBe(4500);
    },
  );

  test('the level is what Heroku said last, less what is under way', async () => {
    const { ask, limiter, permit } = await readyAt(4500);
    await ask(3);

    permit(0).answered(1000);

    expect(limiter.remaining).toBe(998);
  });
});

describe('after a 429', () => {
  test('nothing leaves for five seconds where Heroku says no length', async () => {
    const { ask, clock, sent, times, permit } = await readyAt(4500);
    await ask(1);
    permit(0).refused();

    await ask(3);
    await clock.pass(4_999);
    expect(sent).toHaveLength(1);
    await clock.pass(1);

    expect(times()).toEqual([0, 5_000]);
  });

  test('nothing leaves for as long as Heroku says', async () => {
    const { ask, clock, times, permit } = await readyAt(4500);
    await ask(1);
    permit(0).refused(12_345);

    await ask(1);
    await clock.pass(60_000);

    expect(times()).toEqual([0, 12_345]);
  });

  test('a single request asks whether there is room, the others wait for its answer', async () => {
    const { ask, clock, sent, permit } = await readyAt(4500);
    await ask(1);
    permit(0).refused();

    await ask(5);
    await clock.pass(60_000);
    expect(sent).toHaveLength(2);
    permit(1).answered(4000);
    await settled();

    expect(sent).toHaveLength(6);
  });

  test('a request that got no answer has asked nothing: the next one asks', async () => {
    const { ask, clock, sent, permit } = await readyAt(4500);
    await ask(1);
    permit(0).refused();
    await ask(5);
    await clock.pass(60_000);

    permit(1).released();
    await clock.pass(60_000);

    expect(sent).toHaveLength(3);
  });

  test.each([
    ['no length', undefined, [5_000, 15_000, 35_000, 75_000, 135_000, 195_000]],
    ['one second', 1000, [1_000, 2_600, 5_800, 12_200, 25_000, 50_600]],
  ])(
    'with %s said, each refusal in a row doubles the pause, up to a minute',
    async (_, retryAfter, expected) => {
      const { ask, clock, times, permit } = await readyAt(4500);
      await ask(1);
      permit(0).refused(retryAfter);
      await ask(6);
      for (let probe = 1; probe < 6; probe++) {
        await clock.pass((expected[probe - 1] ?? 0) - (times().at(-1) ?? 0));
        permit(probe).refused(retryAfter);
      }
      await clock.pass(60_000);

      expect(times().slice(1)).toEqual(expected);
    },
  );

  test('the 429s of one burst double nothing', async () => {
    const { ask, clock, times, permit } = await readyAt(4500);
    await ask(10);
    for (let i = 0; i < 10; i++) permit(i).refused();

    await ask(1);
    await clock.pass(60_000);

    expect(times().at(-1)).toBe(5_000);
  });

  test('an answer to a request from before it does not end the pause', async () => {
    const { ask, clock, sent, permit } = await readyAt(4500);
    await ask(2);
    permit(0).refused();
    permit(1).answered(4000);

    await ask(3);
    await clock.pass(4_999);
    expect(sent).toHaveLength(2);
    await clock.pass(1);

    expect(sent).toHaveLength(3);
  });

  test('an answer begins the count of refusals anew', async () => {
    const { ask, clock, times, permit, limiter } = await readyAt(4500);
    await ask(1);
    permit(0).refused();
    await ask(1);
    await clock.pass(5_000);
    permit(1).answered(4000);
    expect(limiter.refusedForMs).toBe(0);

    await ask(1);
    permit(2).refused();
    await ask(1);
    await clock.pass(60_000);

    expect(times()).toEqual([0, 5_000, 5_000, 10_000]);
  });

  test('it is told for how long there has been nothing else', async () => {
    const { ask, clock, permit, limiter } = await readyAt(4500);
    await ask(1);
    permit(0).refused();
    await ask(1);
    await clock.pass(5_000);
    permit(1).refused();
    await clock.pass(1_000);

    expect(limiter.refusedForMs).toBe(6_000);
  });

  test('a run that ends holds nothing back any more', async () => {
    const { ask, sent, permit, limiter } = await readyAt(4500);
    await ask(1);
    permit(0).refused(3_600_000);
    await ask(5);
    expect(sent).toHaveLength(1);

    limiter.stop();
    await ask(5);

    expect(sent).toHaveLength(11);
  });
});

/** A bucket as Heroku has one for each account: 4,500 requests, refilled at 75 a minute. */
class Bucket {
  refused = 0;
  private filledAt: number;

  constructor(
    private readonly clock: Clock,
    private tokens: number,
  ) {
    this.filledAt = clock.now();
  }

  get level(): number {
    const now = this.clock.now();
    this.tokens = Math.min(
      4500,
      this.tokens + (now - this.filledAt) / INTERVAL,
    );
    this.filledAt = now;
    return Math.floor(this.tokens);
  }

  /** What a request is answered with. */
  take(): { isRefused: boolean; remaining: number } {
    const isRefused = this.level < 1;
    if (isRefused) this.refused++;
    else this.tokens--;
    return { isRefused, remaining: this.level };
  }
}

/** Lets `minutes` pass, in which the run sends all that the limiter lets it and another client its own. */
async function simulate({
  tokens,
  minutes,
  otherPerMinute = 0,
}: Record<'tokens' | 'minutes', number> & { otherPerMinute?: number }) {
  const clock = new HandClock();
  const bucket = new Bucket(clock, tokens);
  const limiter = new RateLimiter({ clock });
  const counts = { sent: 0, run: 0, other: 0 };
  const end = clock.now() + minutes * 60_000;
  const send = async () => {
    while (clock.now() < end) {
      const permit = await limiter.acquire();
      counts.sent++;
      await clock.sleep(150);
      const { isRefused, remaining } = bucket.take();
      if (isRefused) {
        counts.run++;
        permit.refused();
      } else {
        permit.answered(remaining);
      }
    }
  };
  for (let worker = 0; worker < 10; worker++) void send();
  for (let minute = 0; minute < minutes * 60; minute++) {
    // The other client asks at even times.
    for (let i = 0; i < otherPerMinute / 60; i++) {
      if (otherPerMinute >= 60 || minute % (60 / otherPerMinute) === 0) {
        if (bucket.take().isRefused) counts.other++;
      }
    }
    await clock.pass(1_000);
  }
  return { ...counts, level: bucket.level };
}

describe('over an hour of more requests than the bucket refills', () => {
  test('an empty bucket is at the reserve again after 40 minutes', async () => {
    const { level, sent, run } = await simulate({ tokens: 20, minutes: 40 });

    expect(run).toBe(0);
    expect(level).toBeGreaterThanOrEqual(200);
    expect(level).toBeLessThanOrEqual(301);
    // All that the bucket refilled and did not keep was used.
    expect(sent).toBeGreaterThan(40 * 75 - 300);
  });

  test('a client of 30 requests a minute beside it finds enough left', async () => {
    const { level, run, other } = await simulate({
      tokens: 20,
      minutes: 40,
      otherPerMinute: 30,
    });

    expect({ run, other }).toEqual({ run: 0, other: 0 });
    expect(level).toBeGreaterThanOrEqual(150);
  });

  test('a full bucket is used down to the reserve, and not below', async () => {
    const { level, sent, run } = await simulate({ tokens: 4500, minutes: 60 });

    expect(run).toBe(0);
    expect(level).toBeGreaterThanOrEqual(280);
    expect(sent).toBeGreaterThanOrEqual(4200 + 60 * 75 - 50);
  });

  test('where others take all there is, the run goes on all the same', async () => {
    const { sent } = await simulate({
      tokens: 20,
      minutes: 40,
      otherPerMinute: 120,
    });

    expect(sent).toBeGreaterThan(40);
  });
});

describe('the estimated wait', () => {
  test('is nothing where nothing waits', async () => {
    const { limiter } = await readyAt(300);

    expect(limiter.estimatedWaitMs()).toBe(0);
    expect(limiter.estimatedWaitMs(50)).toBe(0);
  });

  test('is what the pace will take, for those that have not asked yet too', async () => {
    const { ask, clock, limiter } = await readyAt(300);
    await ask(11, 300);

    expect(limiter.estimatedWaitMs()).toBe(10 * INTERVAL);
    expect(limiter.estimatedWaitMs(90)).toBe(100 * INTERVAL);
    await clock.pass(5 * INTERVAL);
    expect(limiter.estimatedWaitMs()).toBe(5 * INTERVAL);
  });

  test('counts what the bucket has to refill up to the reserve', async () => {
    const { ask, limiter } = await readyAt(100);
    await ask(2, 100);

    expect(limiter.estimatedWaitMs()).toBe(3 * INTERVAL);
    expect(limiter.estimatedWaitMs(1_000)).toBe((3 + 1_000 + 200) * INTERVAL);
  });

  test('holds the pause after a 429', async () => {
    const { ask, limiter, permit } = await readyAt(4500);
    await ask(1);
    permit(0).refused(30_000);
    await ask(2);

    expect(limiter.estimatedWaitMs()).toBe(30_000 + 10 * INTERVAL);
  });
});
