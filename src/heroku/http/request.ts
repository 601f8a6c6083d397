import type { HerokuFailure } from './failure';

/** What is asked of the Platform API. */
export interface Request {
  /** As Heroku documents it: `/teams/{team}/apps`. */
  route: string;
  /** What is asked for: `/teams/0193…/apps`. */
  path: string;
  /** What the JSON of the answer must be. */
  expect: 'list' | 'object';
  /** The `Range` header. Each further one asks for less, in case an answer is too large or too slow. */
  ranges?: readonly string[];
  /** Of requests that wait to be sent those with the greater number go first; 0 unless said otherwise. */
  priority?: number;
  headers?: Record<string, string>;
}

/** The part of a failure that is known before there is one. */
export function describeRequest(
  request: Pick<Request, 'route' | 'path'>,
): Pick<HerokuFailure, 'route' | 'path'> {
  return { route: `GET ${request.route}`, path: request.path };
}
