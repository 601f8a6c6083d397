import type { HerokuFailure } from './http/failure';

export type { HerokuFailure, FailureKind } from './http/failure';

/** One line: route, status, Heroku's id and message, request id, and for a refusal the scopes. */
export function describeFailure(failure: HerokuFailure): string {
  const { route, status, statusText } = failure;
  const parts = [
    typeof status === 'number'
      ? `${route} answered ${status} ${statusText}`.trim()
      : `${route} failed with ${status}: ${statusText}`,
  ];
  if (failure.herokuId || failure.herokuMessage) {
    parts.push(
      `Heroku says ${[failure.herokuId, failure.herokuMessage?.replace(/\.$/, '')].filter(Boolean).join(': ')}`,
    );
  }
  if (isMissingScope(failure)) {
    parts.push(
      `the route takes the scope ${orList(failure.scopesAccepted)}, the key holds ${failure.scopesHeld?.join(', ') || 'none'}`,
    );
  }
  if (failure.requestId) {
    parts.push(`request ${failure.requestId}`);
  }
  if (failure.attempts !== undefined) {
    parts.push(
      `given up after ${failure.attempts} ${failure.attempts === 1 ? 'attempt' : 'attempts'}`,
    );
  }
  return parts.join('; ');
}

/** Whether a refusal is explained by the key's scopes, and not by the user's role or Heroku's policy. */
export function isMissingScope(failure: HerokuFailure): boolean {
  const { status, scopesAccepted, scopesHeld } = failure;
  return (
    status === 403 &&
    scopesAccepted !== undefined &&
    scopesHeld !== undefined &&
    !scopesAccepted.some((scope) => scopesHeld.includes(scope))
  );
}

/** Whether a 404 is Heroku's own, be it of a thing or of a route. */
export function isHerokusNotFound({
  status,
  herokuId,
}: HerokuFailure): boolean {
  return status === 404 && herokuId === 'not_found';
}

function orList(items: readonly string[] = []): string {
  return items.join(' or ');
}
