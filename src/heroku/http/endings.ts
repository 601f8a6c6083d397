import type { HerokuFailure, PlainFailure } from './failure';
import type { Request } from './request';
import { describeRequest } from './request';

/** The failure of a request that was not sent, since the API has stopped answering. */
export function unavailable(
  request: Request,
  { status, statusText }: PlainFailure,
): HerokuFailure {
  return {
    ...describeRequest(request),
    kind: 'unavailable',
    status: 'NOT_ASKED',
    statusText: `Heroku's API is not answering; the last failure was ${status} ${statusText}`,
  };
}

/** The failure of a request that was not sent, since no header can hold the key. */
export function unsendableKey(request: Request): HerokuFailure {
  return {
    ...describeRequest(request),
    kind: 'authentication',
    status: 'INVALID_API_KEY',
    statusText:
      'not sent, because the API key contains characters that no Heroku key has',
  };
}
