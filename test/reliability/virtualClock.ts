import { setTimeout as delay } from 'node:timers/promises';
import type { TransportOptions } from '../../src/heroku';
import type { Sandbox } from '../sandbox';

/** How often it is looked whether anything is still under way, in real milliseconds. */
const LOOK_EVERY_MS = 2;
/** In a row: answers are unpacked outside of the event loop. */
const QUIET_LOOKS = 2;

interface Sleeper {
  until: number;
  wake: () => void;
}

/**
 * Time that stands still while requests are under way, and jumps to the next wake-up once all that is left is
 * waiting. So waits last as long as they say, in the right order, and take no time.
 */
export class VirtualClock implements NonNullable<TransportOptions['clock']> {
  private nowMs = 0;
  private sleepers: Sleeper[] = [];
  private readonly plans: { at: number; act: () => void | Promise<void> }[] =
    [];
  private isPassing = false;

  constructor(private readonly sandbox: Pick<Sandbox, 'requests'>) {}

  now(): number {
    return this.nowMs;
  }

  /** Does something when so many milliseconds have passed, before anybody wakes up. */
  after(ms: number, act: () => void | Promise<void>): void {
    this.plans.push({ at: this.nowMs + ms, act });
    this.plans.sort((a, b) => a.at - b.at);
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const sleeper = { until: this.nowMs + ms, wake: resolve };
      this.sleepers.push(sleeper);
      signal?.addEventListener('abort', () => {
        this.sleepers = this.sleepers.filter((other) => other !== sleeper);
        resolve();
      });
      void this.pass();
    });
  }

  private async pass(): Promise<void> {
    if (this.isPassing) return;
    this.isPassing = true;
    while (this.sleepers.length > 0) {
      await this.untilQuiet();
      await this.jump();
    }
    this.isPassing = false;
  }

  private async jump(): Promise<void> {
    const next = Math.min(...this.sleepers.map(({ until }) => until));
    if (next === Infinity) return;
    for (let plan = this.plans[0]; plan && plan.at <= next;) {
      this.plans.shift();
      this.nowMs = Math.max(this.nowMs, plan.at);
      await plan.act();
      plan = this.plans[0];
    }
    this.nowMs = Math.max(this.nowMs, next);
    const waking = this.sleepers.filter(({ until }) => until <= next);
    this.sleepers = this.sleepers.filter(({ until }) => until > next);
    for (const { wake } of waking) wake();
  }

  private async untilQuiet(): Promise<void> {
    let seen = -1;
    for (let quiet = 0; quiet < QUIET_LOOKS;) {
      await delay(LOOK_EVERY_MS);
      const { requests } = this.sandbox;
      const isQuiet =
        requests.length === seen &&
        requests.slice(-20).every(({ status }) => status !== undefined);
      quiet = isQuiet ? quiet + 1 : 0;
      seen = requests.length;
    }
  }
}
