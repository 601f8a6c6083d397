import { STATUS_CODES } from 'node:http';
import type { Headers } from 'node-fetch';
import { readText, UnreadableBodyError } from './body';
import type { RawAnswer } from './connection';
import type { FailureKind } from './failure';
import { RequestFailed } from './failure';
import { plainProse, plainToken } from './prose';
import type { Request } from './request';
import { describeRequest, PassingFailure } from './request';

/** A successful answer: the JSON that was expected, not yet decoded. */
export interface Answer {
  status: number;
  body: unknown;
  nextRange: string | undefined;
}

/** What is known besides the answer when it is read. */
export interface AnswerContext {
  /** It may be echoed in what Heroku says, and must not be told on. */
  apiKey: string;
  /** The scopes that earlier answers said the key holds. */
  scopesHeld: readonly string[] | undefined;
  /** The longest body that is read, decompressed. */
  maxBodyBytes: number;
}

/**
 * Reads an answer.
 *
 * @throws PassingFailure for a 408, a 5xx, a body that cannot be decompressed, and a success whose body is not the
 *   JSON expected
 * @throws RequestFailed for any other refusal, its kind by the status
 */
export async function readAnswer(
  request: Request,
  raw: RawAnswer,
  context: AnswerContext,
): Promise<Answer> {
  const { status, headers } = raw;
  const body = parseJson(await textOf(request, raw, context));
  if (!isSuccess(status)) {
    throw refusal(request, { status, headers, body }, context);
  }
  if (!isExpected(request, body)) {
    throw new PassingFailure({
      ...describeRequest(request),
      status,
      statusText: `but not with the JSON ${request.expect} that belongs here`,
      requestId: requestIdOf(headers, context),
    });
  }
  return { status, body, nextRange: headers.get('next-range') ?? undefined };
}

/** Whether an answer is a success, by its status alone. */
export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

async function textOf(
  request: Request,
  { body }: RawAnswer,
  { maxBodyBytes }: AnswerContext,
): Promise<string> {
  try {
    return await readText(body, maxBodyBytes);
  } catch (error) {
    if (!(error instanceof UnreadableBodyError)) {
      throw error;
    }
    throw new PassingFailure({
      ...describeRequest(request),
      status: error.code,
      statusText: 'the answer cannot be decompressed',
    });
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
  if (request.expect === 'list') {
    return Array.isArray(body);
  }
  return (
    typeof body === 'object' &&
    body !== null &&
    !Array.isArray(body) &&
    (request.accepts?.(body) ?? true)
  );
}

function refusal(
  request: Request,
  {
    status,
    headers,
    body,
  }: { status: number; headers: Headers; body: unknown },
  context: AnswerContext,
): Error {
  const said: { id?: unknown; message?: unknown } =
    typeof body === 'object' && body !== null ? body : {};
  const failure = {
    ...describeRequest(request),
    status,
    // Not the words on the wire: those can hold anything.
    statusText: STATUS_CODES[status] ?? '',
    herokuId: plainToken(withoutKey(said.id, context)),
    herokuMessage: plainProse(withoutKey(said.message, context)) || undefined,
    requestId: requestIdOf(headers, context),
    scopesAccepted: scopesOf(headers.get('oauth-scope-accepted')),
    scopesHeld: context.scopesHeld,
  };
  return status === 408 || status >= 500
    ? new PassingFailure(failure)
    : new RequestFailed({ ...failure, kind: kindOf(status) });
}

function kindOf(status: number): FailureKind {
  switch (status) {
    case 401:
      return 'authentication';
    case 402:
    case 403:
      return 'authorization';
    case 404:
    case 410:
      return 'notFound';
    default:
      return 'final';
  }
}

/** A key of any form is known as itself, also where nothing else would tell it from prose. */
function withoutKey(text: unknown, { apiKey }: AnswerContext): unknown {
  return typeof text === 'string'
    ? text.replaceAll(apiKey, '[redacted]')
    : text;
}

function requestIdOf(
  headers: Headers,
  { apiKey }: AnswerContext,
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
