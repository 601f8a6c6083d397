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
  /** A list's 206 without `Next-Range`; `keep`: with only the first so many of the page's objects; `unsorted`: not by id. */
  | { kind: 'noNextRange'; keep?: number; unsorted?: boolean }
  /** A list's 206 whose `Next-Range` is the range that was asked for. */
  | { kind: 'repeatNextRange' }
  /** The answer's JSON after `change`. */
  | { kind: 'transform'; change: (body: Json) => Json }
  /** A page after the first begins with the last object of the page before it. */
  | { kind: 'duplicateAcrossPages' }
  /** 410 in Heroku's form, as the API answered everything with for an hour. */
  | { kind: 'gone' }
  /** Heroku's own 404, for what is not there or is hidden from the token. */
  | { kind: 'notFound' }
  /** The 404 of a proxy, which says nothing about the thing: a page, `{"message":"no Route matched"}`, or no body. */
  | { kind: 'foreignNotFound'; form: 'page' | 'noRoute' | 'empty' }
  /** Heroku's 401 for a key that it does not know. */
  | { kind: 'unauthorized' }
  /** Heroku's refusal of a `Range` header; what asks without one is answered. 400 unless said otherwise. */
  | { kind: 'rangeRefused'; status?: 400 | 416 }
  /** Well-formed JSON of another shape than the one that was asked for. */
  | { kind: 'shape'; as: Shape }
  /** A list's 206 with this `Next-Range`, which may be empty. */
  | { kind: 'nextRange'; value: string }
  /** The usual body under another `Content-Type`. */
  | { kind: 'contentType'; value: string }
  /** Each object of the page is made this many bytes larger, so that a large page is beyond any limit. */
  | { kind: 'padded'; bytesPerObject: number }
  /** The body no faster than this. */
  | { kind: 'slow'; bytesPerSecond: number }
  /** Nothing listens for as long as the fault lasts, and all connections end. */
  | { kind: 'refused'; lasts: Duration };

/**
 * Another shape: `null`, a string, a number, a boolean; the whole body within a list or an object; and in place of each
 * object null, a string, one without an id, one with a number for an id, or one with every field null.
 */
export type Shape =
  | 'null'
  | 'text'
  | 'number'
  | 'boolean'
  | 'list'
  | 'object'
  | 'nulls'
  | 'texts'
  | 'withoutId'
  | 'numberId'
  | 'fieldsNull';

/** A span of time, by the sandbox's clock unless it is said to be real. */
export interface Duration {
  ms: number;
  clock?: 'sandbox' | 'real';
}
