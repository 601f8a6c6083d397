import type { RequestRecord } from '../test/sandbox';
import type { Expectation } from './expectation';

/** What the benchmark tells the sandbox's process. */
export type ToSandbox = { what: 'begin'; latencyMs: number } | { what: 'end' };

/** What the sandbox's process answers. */
export type FromSandbox =
  | {
      what: 'listening';
      environment: { API_KEY: string; HEROKU_API_URL: string };
      expectation: Expectation;
    }
  | { what: 'begun' }
  | { what: 'traffic'; requests: RequestRecord[] };
