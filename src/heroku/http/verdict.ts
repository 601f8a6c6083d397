import type { Circumstances } from './circumstances';
import type { NoAnswer, RawAnswer } from './connection';
import type { HerokuFailure, PlainFailure } from './failure';
import { requestIdOf } from './headers';
import { readJson } from './json';
import type { Interruption } from './networkError';
import { isPermanent } from './networkError';
import { readRefusal } from './refusal';
import type { Request } from './request';
import { describeRequest } from './request';
import { retryAfterMs } from './retryAfter';
import { isSuccess, isTrouble } from './status';

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

function judgeNoAnswer(
  request: Request,
  { interruption, wasStale }: NoAnswer,
  { hasBeenReached }: Circumstances,
): Verdict {
  const { code } = interruption;
  const failure = describeInterruption(request, interruption);
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
  const { apiKey, maxBodyBytes } = circumstances;
  const read = await readJson(raw, maxBodyBytes);
  if ('code' in read) {
    const { code } = read;
    const failure = describeInterruption(request, read);
    return code === 'BODY_TOO_LARGE'
      ? { is: 'tooLarge', failure }
      : { is: 'passing', failure, isTooSlow: code === 'TIMEOUT' };
  }
  const failure = {
    ...describeRequest(request),
    status,
    requestId: requestIdOf(headers, apiKey),
  };
  if (read.json === undefined) {
    const statusText = 'but not with the JSON expected here';
    return { is: 'passing', failure: { ...failure, statusText } };
  }
  if (!isExpected(request, read.json)) {
    // Heroku, or what speaks for it, said this whole: it will say it again.
    const statusText = `but not with the JSON ${request.expect} expected here`;
    return { is: 'final', failure: { ...failure, kind: 'final', statusText } };
  }
  const nextRange = headers.get('next-range')?.trim() || undefined;
  return { is: 'answer', answer: { status, body: read.json, nextRange } };
}

async function judgeRefusal(
  request: Request,
  raw: RawAnswer,
  circumstances: Circumstances,
): Promise<Verdict> {
  const { status, headers } = raw;
  const failure = await readRefusal(request, raw, circumstances);
  if (status === 401) {
    return { is: 'keyRefused', failure };
  }
  if (isTrouble(status)) {
    const wait = retryAfterMs(headers.get('retry-after'), headers.get('date'));
    return { is: 'passing', failure, retryAfterMs: wait };
  }
  return { is: 'final', failure };
}

function describeInterruption(
  request: Request,
  { code, text }: Interruption,
): PlainFailure {
  return { ...describeRequest(request), status: code, statusText: text };
}

function isExpected(request: Request, body: unknown): boolean {
  return request.expect === 'list'
    ? Array.isArray(body)
    : typeof body === 'object' && body !== null && !Array.isArray(body);
}
