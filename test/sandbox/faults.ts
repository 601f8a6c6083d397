import type { Answer } from './api';
import type { Duration, FaultKind } from './faultKinds';

export type { Duration, FaultKind, Shape } from './faultKinds';

/** Something that goes wrong with the requests that `match`. */
export type Fault = FaultKind & {
  /**
   * An exact path, a route pattern such as `/teams/:id/apps`, an expression over path and query, or everything at and
   * below a path (by name or by id), which is what a hidden parent is.
   */
  match: string | RegExp | { below: string };
  /** How many requests it hits: 1 unless said otherwise, `Infinity` for good, which it also is where `lasts` is given. */
  times?: number;
  /** Matching requests that pass before it begins. */
  skip?: number;
  /** How long it goes on, counted from the first request that it hits. */
  lasts?: Duration;
};

/** A request, as far as faults look at it. */
export interface FaultTarget {
  /** As requested, without the query. */
  path: string;
  /** Path and query as requested. */
  url: string;
  /** Path with ids in place of names. */
  resolvedPath: string;
  pattern: string;
  range: string | undefined;
}

interface Waiting {
  fault: Fault;
  times: number;
  skip: number;
  until?: number;
}

/** The faults that are still to happen. */
export class FaultList {
  private waiting: Waiting[] = [];

  /** @param now the sandbox's clock in ms */
  constructor(private readonly now: () => number) {}

  add(fault: Fault): void {
    this.waiting.push({
      fault,
      times: fault.times ?? (fault.lasts === undefined ? 1 : Infinity),
      skip: fault.skip ?? 0,
    });
  }

  clear(): void {
    this.waiting = [];
  }

  /** The fault that hits this request, if one does: the first that was injected, matches and has a use for the answer. */
  take(target: FaultTarget, answer: Answer): Fault | undefined {
    for (const entry of this.waiting) {
      const { fault } = entry;
      if (
        entry.times <= 0 ||
        !matches(fault.match, target) ||
        !applies(fault, answer, target)
      )
        continue;
      if (entry.skip > 0) {
        entry.skip--;
        continue;
      }
      if (!this.goesOn(entry)) {
        entry.times = 0;
        continue;
      }
      entry.times--;
      return fault;
    }
    return undefined;
  }

  private goesOn(entry: Waiting): boolean {
    const { lasts } = entry.fault;
    if (lasts === undefined) return true;
    const now = readClock(lasts, this.now);
    entry.until ??= now + lasts.ms;
    return now < entry.until;
  }
}

/** The time in ms by the clock that the duration is counted on. */
export function readClock(
  { clock = 'sandbox' }: Duration,
  sandboxClock: () => number,
): number {
  return clock === 'real' ? performance.now() : sandboxClock();
}

function matches(match: Fault['match'], target: FaultTarget): boolean {
  if (typeof match === 'string') {
    return [target.path, target.resolvedPath, target.pattern].includes(match);
  }
  if ('below' in match) {
    return [target.path, target.resolvedPath].some(
      (path) => path === match.below || path.startsWith(`${match.below}/`),
    );
  }
  // search() has no memory, so that an expression with the g flag works too.
  return target.url.search(match) >= 0;
}

/** The paging faults need a list and one of them a page that has one before it; a range can be refused only where one was asked for. */
function applies(fault: Fault, answer: Answer, target: FaultTarget): boolean {
  switch (fault.kind) {
    case 'noNextRange':
    case 'repeatNextRange':
    case 'nextRange':
    case 'padded':
      return answer.page !== undefined;
    case 'duplicateAcrossPages':
      return (answer.page?.start ?? 0) > 0;
    case 'rangeRefused':
      return answer.page !== undefined && target.range !== undefined;
    default:
      return true;
  }
}
