import type { Tuning } from '../collectInMemory';
import type { FaultKind as SandboxFault, Sandbox } from '../sandbox';
import type { Target } from './routeClasses';

/** Whether a fault strikes one request, after which all is well, or every one for good. */
export type Extent = 'once' | 'for good';

/**
 * What must come of a fault.
 *
 * - `same`: the graph is the one without the fault
 * - `partial`: the steps that use the route fail, and the rest is there
 * - `rest`: what had not been read by then is partial
 * - `gone`: the graph is that of an organisation in which the list is empty, and nothing is partial
 * - `ended`: the run ends, with the reason
 */
export type Expected = 'same' | 'partial' | 'rest' | 'gone' | 'ended';

/** Something that goes wrong: a row of the table. */
export interface FaultKind {
  name: string;
  inject: (sandbox: Sandbox, target: Target, extent: Extent) => void;
  /** What must come of it, once and for good, where the route does not decide. */
  expected: Readonly<Record<Extent, Expected>>;
  /** Whether it strikes the requests of every parent, and not of one. */
  strikesAll: boolean;
  /** What alone it can strike. */
  only?: 'lists' | 'what has a parent';
  /** What a warning, or the reason of the end, says: the status, and what to do. */
  status: RegExp;
  remedy: RegExp;
  /** For good, no attempt is worth a wait. */
  tuning?: Tuning;
  /** Undoes what `inject` did to the sandbox, beyond its faults. */
  heal?: (sandbox: Sandbox) => Promise<void>;
}

const PASSES = { once: 'same', 'for good': 'partial' } as const;
const STAYS = { once: 'partial', 'for good': 'partial' } as const;
/** A limit that never lifts counts as a dead API. */
const SLOWS = { once: 'same', 'for good': 'rest' } as const;
const HARMLESS = { once: 'same', 'for good': 'same' } as const;

const WAIT = /passes by itself.*asks again.*status\.heroku\.com/;
const LOOK_BETWEEN = /No other attempt would change that: check what stands/;
const GIVE_ACCESS = /[Gg]ive (the|that) user( behind the API key)? \S+/;
const ELSEWHERE = 'http://127.0.0.2:9/elsewhere';

/** As short as a busy machine allows: the healthy requests have no longer. */
const SHORT_TIMEOUT: Tuning = { timeoutMs: 200, maxAttempts: 3 };
/** So that a restart of the API ends within the attempts there are. */
const LONG_DELAY: Tuning = { retryDelayMs: 200 };

interface Aim {
  /** Requests that are struck, where the fault passes. */
  storm?: number;
  strikesAll?: boolean;
}

function kind(
  name: string,
  fault: SandboxFault,
  status: RegExp,
  expected: FaultKind['expected'] = PASSES,
  { storm = 1, strikesAll = false }: Aim = {},
): FaultKind {
  return {
    name,
    inject: (sandbox, { path, pattern }, extent) =>
      sandbox.inject({
        ...fault,
        match: strikesAll ? pattern : path,
        times: extent === 'once' ? storm : Infinity,
      }),
    expected,
    strikesAll,
    status,
    remedy: WAIT,
  };
}

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000);
const BODY = /answered 20[06] but not with the JSON/;
const CUT_OFF = /[A-Z_]{3,}: no complete answer/;
const TIMEOUT = /TIMEOUT: /;
const LIMITED = /\b429 Too Many Requests/;

/** All that goes wrong, in the order of the table. */
export const faultKinds: FaultKind[] = [
  kind('500', { kind: 'status', status: 500 }, /answered 500 /),
  kind('502 with a page of HTML', { kind: 'html' }, /answered 502 /),
  kind('503', { kind: 'status', status: 503 }, /answered 503 /),
  kind('429', { kind: 'rateLimited' }, LIMITED, SLOWS),
  kind('429, forty in a row', { kind: 'rateLimited' }, LIMITED, SLOWS, {
    storm: 40,
  }),
  kind(
    '429 with `Retry-After` in seconds',
    { kind: 'rateLimited', retryAfter: 90 },
    LIMITED,
    SLOWS,
  ),
  kind(
    '429 with `Retry-After` as a date',
    { kind: 'rateLimited', retryAfter: inSeconds(600).toUTCString() },
    LIMITED,
    SLOWS,
  ),
  kind(
    '429 with `Retry-After` as an epoch',
    {
      kind: 'rateLimited',
      retryAfter: Math.ceil(inSeconds(600).getTime() / 1000),
    },
    LIMITED,
    SLOWS,
  ),
  {
    ...kind(
      'connection refused',
      { kind: 'hangUp' },
      /ECONNREFUSED|ECONNRESET|ERR_STREAM_PREMATURE_CLOSE|NETWORK_ERROR/,
      SLOWS,
    ),
    inject: refuseConnections,
    heal: listenAgain,
    tuning: LONG_DELAY,
  },
  kind('connection closed before an answer', { kind: 'hangUp' }, CUT_OFF),
  kind('reset in the middle of the body', { kind: 'resetMidBody' }, CUT_OFF),
  kind(
    'orderly close in the middle of the body',
    { kind: 'closeMidBody' },
    CUT_OFF,
  ),
  kind('200 with half of the JSON', { kind: 'truncatedJson' }, BODY),
  kind('200 with a page of HTML', { kind: 'html', status: 200 }, BODY),
  kind('200 with `{}`', { kind: 'emptyObject' }, BODY),
  {
    ...kind('no answer', { kind: 'never' }, TIMEOUT),
    tuning: SHORT_TIMEOUT,
  },
  {
    ...kind(
      'an answer that trickles without end',
      { kind: 'trickle', intervalMs: 20 },
      TIMEOUT,
    ),
    tuning: SHORT_TIMEOUT,
  },
  {
    ...kind(
      'redirect to another origin',
      { kind: 'redirect', location: ELSEWHERE },
      /answered 302 redirect to another origin/,
      STAYS,
    ),
    remedy: LOOK_BETWEEN,
  },
  {
    ...kind(
      '206 without `Next-Range`',
      { kind: 'noNextRange', keep: 2 },
      /answered 206 /,
      HARMLESS,
    ),
    only: 'lists',
  },
  {
    ...kind(
      '`Next-Range` that repeats the request',
      { kind: 'repeatNextRange' },
      /answered 206 and stopped short/,
    ),
    only: 'lists',
  },
  {
    ...kind(
      '404, and its parent is gone',
      { kind: 'status', status: 404 },
      /answered 404 /,
      { once: 'gone', 'for good': 'gone' },
    ),
    inject: (sandbox, { path, parent = path, goneWith }) => {
      for (const match of [path, parent, ...goneWith]) {
        sandbox.inject({ kind: 'status', status: 404, match, times: Infinity });
      }
    },
    only: 'what has a parent',
  },
  {
    ...kind(
      '404, and it or its parent is there',
      { kind: 'status', status: 404 },
      /answered 404 /,
      STAYS,
    ),
    remedy: GIVE_ACCESS,
  },
  {
    ...kind(
      '403 by scope',
      { kind: 'status', status: 403, acceptedScopes: ['write-protected'] },
      /answered 403 .*takes the scope write-protected, the key holds global/,
      STAYS,
      { strikesAll: true },
    ),
    remedy: /Use an API key that holds the scope write-protected/,
  },
  {
    ...kind(
      '403 by role',
      { kind: 'status', status: 403 },
      /answered 403 /,
      STAYS,
      { strikesAll: true },
    ),
    remedy: GIVE_ACCESS,
  },
  {
    ...kind(
      '403 for one of many',
      { kind: 'status', status: 403 },
      /answered 403 /,
      STAYS,
    ),
    remedy: GIVE_ACCESS,
    only: 'what has a parent',
  },
  {
    ...kind('401', { kind: 'status', status: 401 }, /answered 401 /, {
      once: 'ended',
      'for good': 'ended',
    }),
    remedy: /API key/,
  },
];

/** The whole API goes away while the request is answered; where that passes, it comes back at once. */
function refuseConnections(
  sandbox: Sandbox,
  { path }: Target,
  extent: Extent,
): void {
  sandbox.inject({
    kind: 'transform',
    match: path,
    change: (body) => {
      const stopped = sandbox.stopListening();
      if (extent === 'once') {
        void stopped.then(() => sandbox.startListening());
      }
      return body;
    },
  });
}

async function listenAgain(sandbox: Sandbox): Promise<void> {
  await sandbox.stopListening().catch(() => undefined);
  await sandbox.startListening();
}
