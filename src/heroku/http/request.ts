import type { HerokuFailure } from './failure';

/** What is asked of the Platform API. */
export interface Request {
  /** As Heroku documents it: `/teams/{team}/apps`. */
  route: string;
  /** What is asked for: `/teams/0193…/apps`. */
  path: string;
  /** What the body must be; anything else is taken as a passing failure. */
  expect: 'list' | 'object';
  /** Whether an object is what belongs here, where any object is not. */
  accepts?: (body: unknown) => boolean;
  range?: string;
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

/** A failure that another attempt may not meet. */
export class PassingFailure extends Error {
  constructor(readonly failure: Omit<HerokuFailure, 'kind'>) {
    super(failure.statusText);
  }
}
