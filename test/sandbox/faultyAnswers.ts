import type { Answer } from './api';
import { errorBody, errorIdOf } from './errorBodies';
import type { Fault, FaultTarget } from './faults';
import type { Json } from './organisation';

/** How an answer goes over the wire. */
export type Wire =
  | { how: 'whole' | 'hangUp' | 'resetMidBody' | 'closeMidBody' | 'never' }
  | { how: 'trickle'; intervalMs: number };

export interface Delivery {
  answer: Answer;
  wire: Wire;
}

/** What is sent in place of `answer` under this fault. */
export function applyFault(
  fault: Fault,
  answer: Answer,
  target: FaultTarget,
): Delivery {
  switch (fault.kind) {
    case 'hangUp':
    case 'resetMidBody':
    case 'closeMidBody':
    case 'never':
      return { answer, wire: { how: fault.kind } };
    case 'trickle':
      return {
        answer,
        wire: { how: 'trickle', intervalMs: fault.intervalMs ?? 100 },
      };
    default:
      return {
        answer: faultyAnswer(fault, answer, target),
        wire: { how: 'whole' },
      };
  }
}

type AnswerFault = Exclude<
  Fault,
  { kind: 'hangUp' | 'resetMidBody' | 'closeMidBody' | 'never' | 'trickle' }
>;

function faultyAnswer(
  fault: AnswerFault,
  answer: Answer,
  target: FaultTarget,
): Answer {
  switch (fault.kind) {
    case 'status':
      return statusAnswer(fault, answer);
    case 'html':
      return {
        status: fault.status ?? 502,
        headers: { 'Content-Type': 'text/html; charset=utf-8' },
        body:
          fault.body ??
          '<!DOCTYPE html><html><body><h1>Application error</h1></body></html>',
      };
    case 'rateLimited':
      return replaced(answer, 429, errorBody('rate_limit'), {
        'RateLimit-Remaining': String(fault.remaining ?? 0),
        ...(fault.retryAfter === undefined
          ? {}
          : { 'Retry-After': String(fault.retryAfter) }),
      });
    case 'truncatedJson':
      return { ...answer, body: answer.body.slice(0, answer.body.length >> 1) };
    case 'emptyObject':
      return replaced(answer, 200, {});
    case 'json':
      return replaced(answer, fault.status ?? 200, fault.body);
    case 'redirect':
      return replaced(
        answer,
        fault.status ?? 302,
        {},
        { Location: fault.location },
      );
    case 'noNextRange':
      return withoutNextRange(answer, fault.keep);
    case 'repeatNextRange':
      return withHeaders(
        { ...answer, status: 206 },
        { 'Next-Range': target.range ?? 'id ..' },
      );
    case 'transform':
      return {
        ...answer,
        body: JSON.stringify(fault.change(JSON.parse(answer.body) as Json)),
      };
    case 'duplicateAcrossPages': {
      const { page } = answer;
      return page === undefined
        ? answer
        : { ...answer, body: page.list.serialise(page.start - 1, page.end) };
    }
  }
}

function statusAnswer(
  fault: Extract<Fault, { kind: 'status' }>,
  answer: Answer,
): Answer {
  const body =
    fault.body ??
    errorBody(fault.herokuId ?? errorIdOf(fault.status), fault.message);
  return replaced(answer, fault.status, body, {
    ...(fault.acceptedScopes && {
      'OAuth-Scope-Accepted': fault.acceptedScopes.join(' '),
    }),
    ...fault.headers,
  });
}

/** Another body and status, under the headers that every authenticated answer has. */
function replaced(
  answer: Answer,
  status: number,
  body: Json,
  headers: Record<string, string> = {},
): Answer {
  const kept = Object.entries(answer.headers).filter(
    ([name]) => !name.endsWith('Range'),
  );
  return {
    status,
    headers: { ...Object.fromEntries(kept), ...headers },
    body: JSON.stringify(body),
  };
}

function withHeaders(answer: Answer, headers: Record<string, string>): Answer {
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

function withoutNextRange(answer: Answer, keep: number | undefined): Answer {
  const { page } = answer;
  const headers = { ...answer.headers };
  delete headers['Next-Range'];
  const body =
    page === undefined || keep === undefined
      ? answer.body
      : page.list.serialise(page.start, Math.min(page.start + keep, page.end));
  return { ...answer, status: 206, headers, body };
}
