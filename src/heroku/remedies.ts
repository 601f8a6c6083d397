import type { HerokuFailure } from './failure';
import { isMissingScope } from './failure';

/**
 * What an operator can do about a failure, in a sentence or two.
 *
 * @param role the role or permission that the user behind the key needs for the route, where scopes do not decide
 */
export function remedyFor(failure: HerokuFailure, role?: string): string {
  const { status, herokuId } = failure;
  if (status === 401 || status === 'INVALID_API_KEY') {
    return 'Create a new key with "heroku authorizations:create" and set it as the API Key.';
  }
  if (herokuId === 'suspended') {
    return 'Heroku has suspended this account: its owner must settle that with Heroku support.';
  }
  if (status === 402 || herokuId === 'delinquent') {
    return 'Heroku has stopped this account over an unpaid bill: settle it in the dashboard under Billing.';
  }
  if (herokuId === 'two_factor') {
    return 'Heroku wants a second factor of this user: use a key made with "heroku authorizations:create", which needs none.';
  }
  if (isMissingScope(failure)) {
    return `Use an API key that holds the scope ${failure.scopesAccepted?.join(' or ')}.`;
  }
  if (status === 403) {
    return role
      ? `Give the user behind the API key ${role}.`
      : 'Give the user behind the API key access to it.';
  }
  if (status === 404 || status === 410) {
    return `Heroku hides it from the user behind the API key: give that user ${role ?? 'access to it'}.`;
  }
  if (
    typeof status === 'number' &&
    status >= 300 &&
    status < 500 &&
    status !== 408 &&
    status !== 429
  ) {
    return 'No other attempt would change that: check what stands between the integration and Heroku, or report it.';
  }
  return 'It passes by itself as a rule, and the next run asks again; if it lasts, see https://status.heroku.com.';
}
