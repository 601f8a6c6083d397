import { STATUS_CODES } from 'node:http';
import type { Headers } from 'node-fetch';
import type { Circumstances } from './circumstances';
import type { RawAnswer } from './connection';
import type { FailureKind, HerokuFailure } from './failure';
import { requestIdOf, scopesOf } from './headers';
import { readJson } from './json';
import { plainProse, plainToken } from './prose';
import type { Request } from './request';
import { describeRequest } from './request';

/**
 * What is known of a refusal, and what it means. It is one by its status: a body that cannot be read changes nothing
 * of that.
 */
export async function readRefusal(
  request: Request,
  raw: RawAnswer,
  circumstances: Circumstances,
): Promise<HerokuFailure> {
  const { status, headers } = raw;
  const { apiKey, scopesHeld, maxBodyBytes } = circumstances;
  const read = await readJson(raw, maxBodyBytes);
  const body = 'json' in read ? read.json : undefined;
  const said: { id?: unknown; message?: unknown } =
    typeof body === 'object' && body !== null ? body : {};
  return {
    ...describeRequest(request),
    kind: kindOf(status, said),
    status,
    statusText: statusTextOf(status, headers, circumstances),
    herokuId: plainToken(withoutKey(said.id, apiKey)),
    herokuMessage: plainProse(withoutKey(said.message, apiKey)) || undefined,
    requestId: requestIdOf(headers, apiKey),
    scopesAccepted: scopesOf(headers.get('oauth-scope-accepted')),
    scopesHeld,
  };
}

/** What Heroku says of a route that it does not have, or not in the version asked for: that says nothing of any thing. */
const NO_SUCH_ROUTE = /\bendpoint was not found\b/i;

/** What a refusal means to whoever asked. */
function kindOf(
  status: number,
  { id, message }: { id?: unknown; message?: unknown },
): FailureKind {
  if (status === 402 || status === 403) {
    return 'authorization';
  }
  // Whatever stands between may answer a 404 of its own; only Heroku's says that something is not there.
  const isOfThing =
    id === 'not_found' &&
    !(typeof message === 'string' && NO_SUCH_ROUTE.test(message));
  return status === 404 && isOfThing ? 'notFound' : 'final';
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

/** A key of any form is known as itself, also where nothing else would tell it from prose. */
function withoutKey(text: unknown, apiKey: string): unknown {
  return typeof text === 'string'
    ? text.replaceAll(apiKey, '[redacted]')
    : text;
}
