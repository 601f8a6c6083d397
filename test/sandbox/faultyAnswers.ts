import type { Answer } from './api';
import { errorBody, errorIdOf } from './errorBodies';
import type { Fault, FaultTarget } from './faults';
import { padded, reshaped, unsorted } from './misshapen';
import type { Json } from './organisation';

/** How an answer goes over the wire. */
export type Wire =
  | { how: 'whole' | 'hangUp' | 'resetMidBody' | 'closeMidBody' | 'never' }
  | { how: 'trickle'; intervalMs: number }
  | { how: 'slow'; bytesPerSecond: number };

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
    case 'refused':
      return { answer, wire: { how: 'hangUp' } };
    case 'trickle':
      return {
        answer,
        wire: { how: 'trickle', intervalMs: fault.intervalMs ?? 100 },
      };
    case 'slow':
      return {
        answer,
        wire: { how: 'slow', bytesPerSecond: fault.bytesPerSecond },
      };
    default:
      return {
        answer: faultyAnswer(fault, answer, target),
        wire: { how: 'whole' },
      };
  }
}

type WireFault =
  | 'hangUp'
  | 'resetMidBody'
  | 'closeMidBody'
  | 'never'
  | 'refused'
  | 'trickle'
  | 'slow';

function faultyAnswer(
  fault: Exclude<Fault, { kind: WireFault }>,
  answer: Answer,
  target: FaultTarget,
): Answer {
  switch (fault.kind) {
    case 'status':
      return statusAnswer(fault, answer);
    case 'html':
      return foreign(
        fault.status ?? 502,
        'text/html; charset=utf-8',
        fault.body ?? pageSaying('Application error'),
      );
    case 'rateLimited':
      return replaced(answer, 429, errorBody('rate_limit'), {
        'RateLimit-Remaining': String(fault.remaining ?? 0),
        ...(fault.retryAfter === undefined
          ? {}
          : { 'Retry-After': String(fault.retryAfter) }),
      });
    case 'gone':
      return replaced(answer, 410, { id: 'gone' });
    case 'notFound':
      return withoutScopes(replaced(answer, 404, errorBody('not_found')));
    case 'foreignNotFound':
      return foreignNotFound(fault.form);
    case 'unauthorized':
      return withoutScopes(replaced(answer, 401, errorBody('unauthorized')));
    case 'rangeRefused':
      return replaced(
        answer,
        fault.status ?? 400,
        fault.status === 416
          ? errorBody('requested_range_not_satisfiable')
          : errorBody('bad_request', 'The Range header is not supported here.'),
      );
    case 'truncatedJson':
      return { ...answer, body: answer.body.slice(0, answer.body.length >> 1) };
    case 'emptyObject':
      return replaced(answer, 200, {});
    case 'json':
      return replaced(answer, fault.status ?? 200, fault.body);
    case 'shape':
      // A refusal has no shape to lose.
      return answer.status < 300
        ? withBody(answer, reshaped(parsed(answer), fault.as))
        : answer;
    case 'contentType':
      return withHeaders(answer, { 'Content-Type': fault.value });
    case 'redirect':
      return replaced(
        answer,
        fault.status ?? 302,
        {},
        { Location: fault.location },
      );
    case 'noNextRange':
      return withoutNextRange(answer, fault);
    case 'repeatNextRange':
      return withHeaders(
        { ...answer, status: 206 },
        { 'Next-Range': target.range ?? 'id ..' },
      );
    case 'nextRange':
      return withHeaders(
        { ...answer, status: 206 },
        { 'Next-Range': fault.value },
      );
    case 'padded':
      return withBody(answer, padded(parsed(answer), fault.bytesPerObject));
    case 'transform':
      return withBody(answer, fault.change(parsed(answer)));
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

function foreignNotFound(
  form: Extract<Fault, { kind: 'foreignNotFound' }>['form'],
): Answer {
  switch (form) {
    case 'page':
      return foreign(404, 'text/html; charset=utf-8', pageSaying('Not found'));
    case 'noRoute':
      return foreign(404, 'application/json', '{"message":"no Route matched"}');
    case 'empty':
      return foreign(404, 'text/plain', '');
  }
}

/** An answer that never saw the API: none of its headers are there. */
function foreign(status: number, type: string, body: string): Answer {
  return { status, headers: { 'Content-Type': type }, body };
}

function pageSaying(text: string): string {
  return `<!DOCTYPE html><html><body><h1>${text}</h1></body></html>`;
}

function parsed(answer: Answer): Json {
  return JSON.parse(answer.body) as Json;
}

function withBody(answer: Answer, body: Json): Answer {
  return { ...answer, body: JSON.stringify(body) };
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

function withoutScopes(answer: Answer): Answer {
  const kept = Object.entries(answer.headers).filter(
    ([name]) => !name.startsWith('OAuth-'),
  );
  return { ...answer, headers: Object.fromEntries(kept) };
}

function withHeaders(answer: Answer, headers: Record<string, string>): Answer {
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

function withoutNextRange(
  answer: Answer,
  fault: Extract<Fault, { kind: 'noNextRange' }>,
): Answer {
  const { page } = answer;
  const headers = { ...answer.headers };
  delete headers['Next-Range'];
  const { keep } = fault;
  const body =
    page === undefined || keep === undefined
      ? answer.body
      : page.list.serialise(page.start, Math.min(page.start + keep, page.end));
  const cut = { ...answer, status: 206, headers, body };
  return fault.unsorted ? withBody(cut, unsorted(parsed(cut))) : cut;
}
