import type { Tuning } from '../collectInMemory';
import type { FaultKind as SandboxFault, Json, Sandbox } from '../sandbox';
import type { Target } from './routeClasses';
import type { VirtualClock } from './virtualClock';

/** Whether a fault strikes one request, after which all is well, or every one for good. */
export type Extent = 'once' | 'for good';

/**
 * What must come of a fault.
 *
 * - `same`: the graph is the one without the fault
 * - `partial`: the steps that use the route fail, and the rest is there
 * - `rest`: what had not been read by then is partial
 * - `gone`: the graph is that of an organisation in which the list is empty, and nothing is partial
 * - `less`: what can be made of the answers is there, and the types of what cannot are partial
 * - `rekeyed`: all is there, under keys that the parents gave
 * - `ended`: the run ends, with the reason
 */
export type Expected =
  'same' | 'partial' | 'rest' | 'gone' | 'less' | 'rekeyed' | 'ended';

/** What alone a fault can strike. */
export type Only = 'lists' | 'what has a parent' | 'what a list names';

/** What a fault is injected into. */
export interface Scene {
  sandbox: Sandbox;
  target: Target;
  extent: Extent;
  clock: VirtualClock;
}

/** Something that goes wrong: a row of the table. */
export interface FaultKind {
  name: string;
  inject: (scene: Scene) => void;
  /** What must come of it, once and for good, where the route does not decide. */
  expected: Readonly<Record<Extent, Expected>>;
  /** Whether it strikes the requests of every parent, and not of one. */
  strikesAll: boolean;
  only?: Only;
  /** It says that something is not there, as only Heroku itself can. */
  isHerokusNotFound?: true;
  /** The key is proven all the same, where it strikes the request that proves it. */
  leavesKeyProven?: true;
  /** It says that the key is not good, which is asked for once more only of a key that was good before. */
  refusesKey?: true;
  /** What a warning, or the reason of the end, says: the status, and what to do. */
  status: RegExp;
  remedy: RegExp;
  tuning?: Tuning;
  /** Undoes what `inject` did to the sandbox, beyond its faults. */
  heal?: (sandbox: Sandbox) => Promise<void>;
}

export const WITHOUT_IDS = '200 with objects that lack their ids';

const PASSES = { once: 'same', 'for good': 'partial' } as const;
const STAYS = { once: 'partial', 'for good': 'partial' } as const;
/** The API counts as dead. */
const DIES = { once: 'same', 'for good': 'rest' } as const;
const HARMLESS = { once: 'same', 'for good': 'same' } as const;
const LESS = { once: 'less', 'for good': 'less' } as const;

const WAIT =
  /usually passes by itself, and the next run asks again\. If it lasts/;
const LOOK_BETWEEN = /look at what stands between the integration and Heroku/;
const GIVE_ACCESS = /[Gg]ive (the|that) user( behind the API key)? \S+/;
const REPORT = /[Pp]lease report it/;
const ELSEWHERE = 'http://127.0.0.2:9/elsewhere';

/** As short as a busy machine allows: the healthy requests have no longer. */
const SHORT_TIMEOUT: Tuning = {
  timeoutMs: 300,
  longestAnswerMs: 600,
  maxAttempts: 2,
};
/** Otherwise days of waiting are simulated, a minute at a time. */
const SHORT_LIMIT: Tuning = { longestRateLimitMs: 60 * 60 * 1000 };

type Rest = Partial<Omit<FaultKind, 'name' | 'inject'>> & {
  /** Requests that are struck, where the fault passes. */
  storm?: number;
};

function kind(
  name: string,
  fault: SandboxFault,
  status: RegExp,
  { storm = 1, ...rest }: Rest = {},
): FaultKind {
  const { strikesAll = false } = rest;
  return {
    name,
    inject: ({ sandbox, target: { path, pattern }, extent }) =>
      sandbox.inject({
        ...fault,
        match: strikesAll && extent === 'for good' ? pattern : path,
        times: extent === 'once' ? storm : Infinity,
      }),
    expected: PASSES,
    strikesAll,
    status,
    remedy: WAIT,
    ...rest,
  };
}

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000);
const BODY = /answered 20[06] but not with the JSON/;
const CUT_OFF = /[A-Z_]{3,}: no complete answer/;
const TIMEOUT = /TIMEOUT: /;
const LIMITED = /\b429 Too Many Requests/;
const UNEXPECTED =
  /unexpected form|do not say|answered 20[06] (but|and stopped short)/;
const LIMIT = { expected: DIES, tuning: SHORT_LIMIT };

/** All that goes wrong, in the order of the table. */
export const faultKinds: FaultKind[] = [
  kind('500', { kind: 'status', status: 500 }, /answered 500 /),
  kind('502 with a page of HTML', { kind: 'html' }, /answered 502 /),
  kind('503', { kind: 'status', status: 503 }, /answered 503 /),
  kind(
    '503 for every parent, the rest healthy',
    { kind: 'status', status: 503 },
    /answered 503 /,
    // However few requests make it count as dead: only one route is.
    { strikesAll: true, tuning: { deadAfter: 1 } },
  ),
  kind('429', { kind: 'rateLimited' }, LIMITED, LIMIT),
  kind('429, forty in a row', { kind: 'rateLimited' }, LIMITED, {
    ...LIMIT,
    storm: 40,
  }),
  kind(
    '429 with `Retry-After` in seconds',
    { kind: 'rateLimited', retryAfter: 90 },
    LIMITED,
    LIMIT,
  ),
  kind(
    '429 with `Retry-After` as a date',
    { kind: 'rateLimited', retryAfter: inSeconds(600).toUTCString() },
    LIMITED,
    LIMIT,
  ),
  kind(
    '429 with `Retry-After` as an epoch',
    {
      kind: 'rateLimited',
      retryAfter: Math.ceil(inSeconds(600).getTime() / 1000),
    },
    LIMITED,
    LIMIT,
  ),
  {
    ...kind(
      'connection refused',
      { kind: 'hangUp' },
      /ECONNREFUSED|ECONNRESET|ERR_STREAM_PREMATURE_CLOSE|NETWORK_ERROR/,
      { expected: DIES },
    ),
    inject: refuseConnections,
    heal: listenAgain,
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
  kind('200 with `{}`', { kind: 'emptyObject' }, UNEXPECTED, {
    expected: LESS,
    remedy: REPORT,
  }),
  kind('200 with `null`', { kind: 'shape', as: 'null' }, BODY, {
    expected: STAYS,
    remedy: REPORT,
  }),
  kind(WITHOUT_IDS, { kind: 'shape', as: 'withoutId' }, UNEXPECTED, {
    expected: LESS,
    remedy: REPORT,
    strikesAll: true,
  }),
  kind(
    '200 with objects of which all fields are `null`',
    { kind: 'shape', as: 'fieldsNull' },
    UNEXPECTED,
    { expected: LESS, remedy: REPORT, strikesAll: true },
  ),
  kind(
    '200 with objects that have nothing but their ids',
    { kind: 'transform', change: onlyIds },
    UNEXPECTED,
    { expected: LESS, remedy: REPORT, strikesAll: true, leavesKeyProven: true },
  ),
  kind('no answer', { kind: 'never' }, TIMEOUT, { tuning: SHORT_TIMEOUT }),
  kind(
    'an answer that trickles without end',
    { kind: 'trickle', intervalMs: 20 },
    TIMEOUT,
    { tuning: SHORT_TIMEOUT },
  ),
  kind(
    'redirect to another origin',
    { kind: 'redirect', location: ELSEWHERE },
    /answered 302 a redirect to \S+, not followed/,
    { expected: STAYS, remedy: LOOK_BETWEEN },
  ),
  kind(
    '206 without `Next-Range`',
    { kind: 'noNextRange', keep: 2 },
    /answered 206 /,
    // A list without ids cannot go on from there.
    { expected: HARMLESS, only: 'lists', remedy: REPORT },
  ),
  kind(
    '`Next-Range` that repeats the request',
    { kind: 'repeatNextRange' },
    /answered 206 /,
    { remedy: REPORT, only: 'lists' },
  ),
  {
    ...kind(
      '404, and its parent is gone',
      { kind: 'notFound' },
      /answered 404 /,
      {
        expected: { once: 'gone', 'for good': 'gone' },
        only: 'what has a parent',
        isHerokusNotFound: true,
      },
    ),
    inject: letParentGo,
  },
  kind('404, and its parent is there', { kind: 'notFound' }, /answered 404 /, {
    expected: STAYS,
    remedy: GIVE_ACCESS,
    isHerokusNotFound: true,
    // As the token of a team is refused its own account.
    leavesKeyProven: true,
  }),
  {
    ...kind(
      '404 of its parent too, which its list still names',
      { kind: 'notFound' },
      /answered 404 /,
      {
        expected: STAYS,
        remedy: GIVE_ACCESS,
        only: 'what a list names',
        isHerokusNotFound: true,
      },
    ),
    inject: hideParent,
  },
  kind(
    '404 that is a page of HTML',
    { kind: 'foreignNotFound', form: 'page' },
    /answered 404 /,
    { expected: STAYS, remedy: LOOK_BETWEEN },
  ),
  kind(
    '404 that says `no Route matched`',
    { kind: 'foreignNotFound', form: 'noRoute' },
    /answered 404 /,
    { expected: STAYS, remedy: LOOK_BETWEEN },
  ),
  kind('410', { kind: 'gone' }, /answered 410 /, {
    expected: STAYS,
    remedy: /nothing( is taken)? as deleted/,
  }),
  kind(
    '403 by scope',
    { kind: 'status', status: 403, acceptedScopes: ['write-protected'] },
    /answered 403 .*takes the scope write-protected, the key holds global/,
    {
      expected: STAYS,
      strikesAll: true,
      remedy: /Use an API key that holds the scope write-protected/,
      leavesKeyProven: true,
    },
  ),
  kind('403 by role', { kind: 'status', status: 403 }, /answered 403 /, {
    expected: STAYS,
    strikesAll: true,
    remedy: GIVE_ACCESS,
    leavesKeyProven: true,
  }),
  kind(
    '403 for one of many',
    { kind: 'status', status: 403 },
    /answered 403 /,
    {
      expected: STAYS,
      remedy: GIVE_ACCESS,
      only: 'what has a parent',
    },
  ),
  kind('401 of this route alone', { kind: 'unauthorized' }, /answered 401 /, {
    remedy: GIVE_ACCESS,
    refusesKey: true,
  }),
  {
    ...kind(
      '401, and the key is good for nothing any more',
      { kind: 'unauthorized' },
      /answered 401 /,
      {
        expected: { once: 'ended', 'for good': 'ended' },
        remedy: /API key/,
      },
    ),
    inject: revokeKey,
  },
];

/** The whole API goes away while the request is answered; where that passes, it comes back after some seconds. */
function refuseConnections({ sandbox, target, extent, clock }: Scene): void {
  sandbox.inject({
    kind: 'transform',
    match: target.path,
    change: (body) => {
      void sandbox.stopListening();
      if (extent === 'once') {
        clock.after(5_000, () => sandbox.startListening());
      }
      return body;
    },
  });
}

async function listenAgain(sandbox: Sandbox): Promise<void> {
  await sandbox.stopListening().catch(() => undefined);
  await sandbox.startListening();
}

/** The parent is deleted before it is asked for: Heroku finds nothing of it, and no list names it any more. */
function letParentGo({ sandbox, target }: Scene): void {
  const { path, parent = path, goneWith, namedBy } = target;
  const isGone = () =>
    sandbox.requests.some(({ fault }) => fault === 'notFound');
  for (const match of namedBy) {
    sandbox.inject({
      kind: 'transform',
      match,
      times: Infinity,
      change: (body) =>
        Array.isArray(body) && isGone()
          ? body.filter((object) => idOf(object) !== nameIn(parent))
          : body,
    });
  }
  for (const match of [path, parent, ...goneWith]) {
    sandbox.inject({ kind: 'notFound', match, times: Infinity });
  }
}

/** Heroku hides the parent from the user, who knows it only by the list that it is in. */
function hideParent({ sandbox, target: { path, parent = path } }: Scene): void {
  for (const match of [path, parent]) {
    sandbox.inject({ kind: 'notFound', match, times: Infinity });
  }
}

/** The route refuses the key, and so does what the key was good for before. */
function revokeKey({ sandbox, target: { path } }: Scene): void {
  const proof = '/account';
  sandbox.inject({ kind: 'unauthorized', match: path, times: Infinity });
  sandbox.inject({
    kind: 'unauthorized',
    match: proof,
    skip: path === proof ? 0 : 1,
    times: Infinity,
  });
}

function onlyIds(body: Json): Json {
  return Array.isArray(body)
    ? body.map((object) => ({ id: idOf(object) ?? null }))
    : { id: idOf(body) ?? null };
}

function idOf(object: Json): Json | undefined {
  return typeof object === 'object' && object !== null && !Array.isArray(object)
    ? object.id
    : undefined;
}

/** The last part of a path: what it is about. */
export function nameIn(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
