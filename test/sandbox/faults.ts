import type { Answer } from './api';
import type { Json } from './organisation';

/** What goes wrong. */
export type FaultKind =
  /** An error in Heroku's form; `body` replaces it whole. */
  | {
      kind: 'status';
      status: number;
      herokuId?: string;
      message?: string;
      body?: Json;
      headers?: Record<string, string>;
      /** What `OAuth-Scope-Accepted` says. */
      acceptedScopes?: string[];
    }
  /** A page of HTML, as from a proxy; status 502 unless said otherwise. */
  | { kind: 'html'; status?: number; body?: string }
  /** 429. `retryAfter`: seconds, an HTTP date or an epoch, sent as it is. */
  | { kind: 'rateLimited'; retryAfter?: number | string; remaining?: number }
  /** The socket is destroyed before any answer. */
  | { kind: 'hangUp' }
  /** Headers, half of the body, then a TCP reset. */
  | { kind: 'resetMidBody' }
  /** Headers, half of the body, then an orderly end. */
  | { kind: 'closeMidBody' }
  /** Half of the JSON, as a whole HTTP answer. */
  | { kind: 'truncatedJson' }
  /** `{}` in place of the body. */
  | { kind: 'emptyObject' }
  /** Any JSON in place of the body. */
  | { kind: 'json'; body: Json; status?: number }
  /** No answer at all. */
  | { kind: 'never' }
  /** The body one byte at a time, then white space for ever; every 100 ms unless said otherwise. */
  | { kind: 'trickle'; intervalMs?: number }
  /** 302 unless said otherwise. */
  | { kind: 'redirect'; location: string; status?: number }
  /** A list's 206 without `Next-Range`; `keep`: with only the first so many of the page's objects. */
  | { kind: 'noNextRange'; keep?: number }
  /** A list's 206 whose `Next-Range` is the range that was asked for. */
  | { kind: 'repeatNextRange' }
  /** The answer's JSON after `change`. */
  | { kind: 'transform'; change: (body: Json) => Json }
  /** A page after the first begins with the last object of the page before it. */
  | { kind: 'duplicateAcrossPages' };

/** Something that goes wrong with the requests that `match`. */
export type Fault = FaultKind & {
  /** An exact path, a route pattern such as `/teams/:id/apps`, or an expression over path and query. */
  match: string | RegExp;
  /** How many requests it hits: 1 unless said otherwise, `Infinity` for good. */
  times?: number;
  /** Matching requests that pass before it begins. */
  skip?: number;
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
}

/** The faults that are still to happen. */
export class FaultList {
  private waiting: Waiting[] = [];

  add(fault: Fault): void {
    this.waiting.push({
      fault,
      times: fault.times ?? 1,
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
        !applies(fault, answer)
      )
        continue;
      if (entry.skip > 0) {
        entry.skip--;
        continue;
      }
      entry.times--;
      return fault;
    }
    return undefined;
  }
}

function matches(match: string | RegExp, target: FaultTarget): boolean {
  if (typeof match === 'string') {
    return [target.path, target.resolvedPath, target.pattern].includes(match);
  }
  // search() has no memory, so that an expression with the g flag works too.
  return target.url.search(match) >= 0;
}

/** The paging faults need a list, and one of them a page that has one before it. */
function applies(fault: Fault, answer: Answer): boolean {
  switch (fault.kind) {
    case 'noNextRange':
    case 'repeatNextRange':
      return answer.page !== undefined;
    case 'duplicateAcrossPages':
      return (answer.page?.start ?? 0) > 0;
    default:
      return true;
  }
}
