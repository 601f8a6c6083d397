import { STATUS_CODES } from 'node:http';
import type { Headers } from 'node-fetch';
import type { Body } from './body';
import { readText, UnreadableBodyError } from './body';
import type { AnswerHead, NoAnswer, RawAnswer } from './connection';
import type { FailureKind, HerokuFailure } from './failure';
import { isPermanent } from './networkError';
import { plainProse, plainToken } from './prose';
import type { Request } from './request';
import { describeRequest } from './request';
import { retryAfterMs } from './retryAfter';

/** A successful answer: the JSON that was expected, not yet decoded. */
export interface Answer {
  status: number;
  body: unknown;
  /** The `Next-Range` header; `undefined` where there is none, or nothing in it. */
  nextRange: string | undefined;
  /** The `Range` that was asked for. */
  range: string | undefined;
}

/** What one try of a request came to. */
export type Verdict =
  | { is: 'answer'; answer: Omit<Answer, 'range'> }
  /** 429: it is asked again when the limit allows it. */
  | { is: 'rateLimited' }
  /** 401. */
  | { is: 'keyRefused'; failure: PlainFailure }
  /** Another try may not meet it. */
  | {
      is: 'passing';
      failure: PlainFailure;
      /** How long Heroku asked to wait, in milliseconds. */
      retryAfterMs?: number;
      /** The request never reached Heroku, and may be sent again at once. */
      wasStale?: boolean;
      /** An answer that says less may come in time. */
      isTooSlow?: boolean;
    }
  /** Only an answer that says less could be read. */
  | { is: 'tooLarge'; failure: PlainFailure }
  /** Every other try would meet the same. */
  | { is: 'final'; failure: HerokuFailure };

/** A failure, before it is known what it means to whoever asked. */
export type PlainFailure = Omit<HerokuFailure, 'kind'>;

/** What is known besides the answer when it is judged. */
export interface Circumstances {
  /** It may be echoed in what Heroku says, and must not be told on. */
  apiKey: string;
  /** The host that requests go to. */
  host: string;
  /** Whether the API has answered anything in this run. */
  hasBeenReached: boolean;
  /** The scopes that earlier answers said the key holds. */
  scopesHeld: readonly string[] | undefined;
  /** The longest body that is read, in bytes, decompressed. */
  maxBodyBytes: number;
}

/** Reads an answer and says what is to be done about it. */
export async function judge(
  request: Request,
  outcome: RawAnswer | NoAnswer,
  circumstances: Circumstances,
): Promise<Verdict> {
  if (outcome.status === undefined) {
    return judgeNoAnswer(request, outcome, circumstances);
  }
  if (outcome.status === 429) {
    return { is: 'rateLimited' };
  }
  return isSuccess(outcome.status)
    ? judgeSuccess(request, outcome, circumstances)
    : judgeRefusal(request, outcome, circumstances);
}

/** Whether an answer is a success, by its status alone. */
export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

/** Whether a status says that the API is in trouble, and not what it thinks of the request. */
export function isTrouble(status: number): boolean {
  return status === 408 || status === 425 || status >= 500;
}

/** Whether an answer shows that the API is there: not its trouble, and no page of HTML in its place. */
export function isSignOfLife({ status, headers }: AnswerHead): boolean {
  const isHtml = /html/i.test(headers.get('content-type') ?? '');
  return !isTrouble(status) && !(isSuccess(status) && isHtml);
}

function judgeNoAnswer(
  request: Request,
  { interruption: { code, text }, wasStale }: NoAnswer,
  { hasBeenReached }: Circumstances,
): Verdict {
  const failure = {
    ...describeRequest(request),
    status: code,
    statusText: text,
  };
  return isPermanent(code, hasBeenReached)
    ? { is: 'final', failure: { ...failure, kind: 'final' } }
    : { is: 'passing', failure, wasStale, isTooSlow: code === 'TIMEOUT' };
}

async function judgeSuccess(
  request: Request,
  raw: RawAnswer,
  circumstances: Circumstances,
): Promise<Verdict> {
  const { status, headers } = raw;
  const text = await textOf(raw, circumstances);
  if ('code' in text) {
    const failure = {
      ...describeRequest(request),
      status: text.code,
      statusText: text.text,
    };
    return text.code === 'BODY_TOO_LARGE'
      ? { is: 'tooLarge', failure }
      : { is: 'passing', failure, isTooSlow: text.code === 'TIMEOUT' };
  }
  const failure = {
    ...describeRequest(request),
    status,
    requestId: requestIdOf(headers, circumstances),
  };
  const body = parseJson(text.json);
  if (body === undefined) {
    const statusText = 'but not with the JSON that belongs here';
    return { is: 'passing', failure: { ...failure, statusText } };
  }
  if (!isExpected(request, body)) {
    // Heroku, or what speaks for it, said this whole: it will say it again.
    const statusText = `but not with the JSON ${request.expect} that belongs here`;
    return { is: 'final', failure: { ...failure, kind: 'final', statusText } };
  }
  const nextRange = headers.get('next-range')?.trim() || undefined;
  return { is: 'answer', answer: { status, body, nextRange } };
}

async function judgeRefusal(
  request: Request,
  raw: RawAnswer,
  circumstances: Circumstances,
): Promise<Verdict> {
  const { status, headers } = raw;
  const body = await refusalBody(raw, circumstances);
  const failure = describeRefusal(request, raw, body, circumstances);
  if (status === 401) {
    return { is: 'keyRefused', failure };
  }
  if (isTrouble(status)) {
    const wait = retryAfterMs(headers.get('retry-after'), headers.get('date'));
    return { is: 'passing', failure, retryAfterMs: wait };
  }
  return { is: 'final', failure: { ...failure, kind: kindOf(status, body) } };
}

/** What is known of a refusal. It is one by its status: a body that cannot be read changes nothing of that. */
export async function readRefusal(
  request: Request,
  raw: RawAnswer,
  circumstances: Circumstances,
): Promise<PlainFailure> {
  const body = await refusalBody(raw, circumstances);
  return describeRefusal(request, raw, body, circumstances);
}

async function refusalBody(
  raw: RawAnswer,
  circumstances: Circumstances,
): Promise<unknown> {
  const text = await textOf(raw, circumstances);
  return 'code' in text ? undefined : parseJson(text.json);
}

function kindOf(status: number, body: unknown): FailureKind {
  if (status === 402 || status === 403) {
    return 'authorization';
  }
  // Whatever stands between may answer a 404 of its own; only Heroku's says that something is not there.
  const isHerokus =
    typeof body === 'object' &&
    body !== null &&
    'id' in body &&
    body.id === 'not_found';
  return status === 404 && isHerokus ? 'notFound' : 'final';
}

function describeRefusal(
  request: Request,
  { status, headers }: RawAnswer,
  body: unknown,
  circumstances: Circumstances,
): PlainFailure {
  const said: { id?: unknown; message?: unknown } =
    typeof body === 'object' && body !== null ? body : {};
  const message = withoutKey(said.message, circumstances);
  return {
    ...describeRequest(request),
    status,
    statusText: statusTextOf(status, headers, circumstances),
    herokuId: plainToken(withoutKey(said.id, circumstances)),
    herokuMessage: plainProse(message) || undefined,
    requestId: requestIdOf(headers, circumstances),
    scopesAccepted: scopesOf(headers.get('oauth-scope-accepted')),
    scopesHeld: circumstances.scopesHeld,
  };
}

/** What a status stands for. Not the words on the wire: those can hold anything. */
function statusTextOf(
  status: number,
  headers: Headers,
  { apiKey, host }: Circumstances,
): string {
  const location = headers.get('location');
  if (status < 300 || status >= 400 || location === null) {
    return STATUS_CODES[status] ?? '';
  }
  const target = URL.canParse(location) ? new URL(location).host : '';
  const elsewhere = plainProse(target.replaceAll(apiKey, '')) || 'elsewhere';
  return `a redirect to ${elsewhere}, not followed: the API key goes to ${host} only`;
}

type Text = { json: string } | { code: string; text: string };

async function textOf(
  raw: RawAnswer,
  { maxBodyBytes }: Circumstances,
): Promise<Text> {
  return raw.body === undefined
    ? raw.interruption
    : decompress(raw.body, maxBodyBytes);
}

async function decompress(body: Body, maxBytes: number): Promise<Text> {
  try {
    return { json: await readText(body, maxBytes) };
  } catch (error) {
    if (!(error instanceof UnreadableBodyError)) {
      throw error;
    }
    return { code: error.code, text: 'the answer cannot be decompressed' };
  }
}

/** `RateLimit-Remaining`: the requests left in the account's bucket. */
export function requestsLeftOf(headers: Headers): number | undefined {
  const value = headers.get('ratelimit-remaining');
  return value !== null && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}

/** The scopes that a header names. One that names none is no statement that there are none: they are unknown. */
export function scopesOf(header: string | null): readonly string[] | undefined {
  const scopes = (header ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((scope) => KNOWN_SCOPES.has(scope));
  return scopes.length > 0 ? scopes : undefined;
}

const KNOWN_SCOPES = new Set([
  'global',
  'identity',
  'read',
  'write',
  'read-protected',
  'write-protected',
]);

function isExpected(request: Request, body: unknown): boolean {
  return request.expect === 'list'
    ? Array.isArray(body)
    : typeof body === 'object' && body !== null && !Array.isArray(body);
}

/** A key of any form is known as itself, also where nothing else would tell it from prose. */
function withoutKey(text: unknown, { apiKey }: Circumstances): unknown {
  return typeof text === 'string'
    ? text.replaceAll(apiKey, '[redacted]')
    : text;
}

function requestIdOf(
  headers: Headers,
  { apiKey }: Circumstances,
): string | undefined {
  const id = headers.get('request-id')?.split(',')[0]?.trim();
  return id && /^[\da-f-]{8,64}$/i.test(id) && !id.includes(apiKey)
    ? id
    : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
