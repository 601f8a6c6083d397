import type { Fault } from './faults';
import type { Organisation } from './organisation';
import type { RateLimitOptions } from './rateLimit';

export interface SandboxOptions {
  organisation: Organisation;
  apiKey?: string;
  /** What the token may do; `['global']` unless said otherwise. */
  scopes?: string[];
  /** Wait before each answer. */
  latencyMs?: number;
  rateLimit?: RateLimitOptions;
  /** The rate limit's clock in ms. A test that speeds it up speeds up the refill. */
  now?: () => number;
  /** A free one unless said otherwise. */
  port?: number;
  /** Compress what is larger than 1 KiB for clients that accept it; true unless said otherwise. */
  gzip?: boolean;
  /** Keep each body, hashed and compressed, for the next time it is asked for; false unless said otherwise. */
  keepBodies?: boolean;
  /** Heroku's 1,000 unless said otherwise: with 2, small organisations have many pages. */
  maxPageSize?: number;
  /** Team members can be paged by `email` only, which is all that the published schema says of them; false unless said otherwise. */
  rangesBySchema?: boolean;
  /** Serves lists, and what stands in objects, in an order that this number decides; sorted by id unless it is given. */
  shuffle?: number;
}

/** One request that the sandbox got, and what it answered. */
export interface RequestRecord {
  method: string;
  /** As requested, without the query. */
  path: string;
  /** Without the question mark; empty when there was none. */
  query: string;
  /** E.g. `/teams/:id/apps`. */
  route: string;
  /** The `Range` header. */
  range?: string;
  /** Undefined while the answer is being made, 0 when the client got none at all. */
  status?: number;
  /** The answer's `Next-Range`. */
  nextRange?: string;
  /** Of the body that was sent, compressed where it was. */
  bytes: number;
  /** When the request came, in ms of the sandbox's clock. */
  at: number;
  /** Whole tokens in the bucket after the request. */
  remaining: number;
  /** The fault that hit it. */
  fault?: Fault['kind'];
}

/** A running simulated Platform API. */
export interface Sandbox {
  url: string;
  apiKey: string;
  organisation: Organisation;
  /** In the order that they came. */
  requests: RequestRecord[];
  bucket: {
    remaining(): number;
    /** Spends tokens as another client of the same account would. */
    drain(count: number): void;
  };
  /** Most requests that were open at once. */
  readonly maxInFlight: number;
  /** Connections accepted so far. */
  readonly connections: number;
  inject(fault: Fault): void;
  clearFaults(): void;
  setScopes(scopes: string[]): void;
  /** From now on every request gets 401. */
  revokeKey(): void;
  /** The variables that point the integration at this sandbox. */
  environment(): { API_KEY: string; HEROKU_API_URL: string };
  /** Closes the connections that clients keep alive: each run leaves some behind. */
  closeIdleConnections(): void;
  /** Ends open connections and refuses new ones. */
  stopListening(): Promise<void>;
  /** Takes connections again, on the same port, after `stopListening`. */
  startListening(): Promise<void>;
  /** Ends the server with all of its connections; may be called twice. */
  close(): Promise<void>;
}
