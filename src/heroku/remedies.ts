import type { HerokuFailure } from './failure';
import { isMissingScope } from './failure';
import {
  isCertificateError,
  isUntrustedCertificate,
} from './http/networkError';

const REPORT = "Please report it: Heroku's API may have changed.";

/**
 * What an operator can do about a failure, in a sentence or two.
 *
 * @param role the role or permission that the user behind the key needs for the route, where scopes do not decide
 */
export function remedyFor(failure: HerokuFailure, role?: string): string {
  const access = role ?? 'access to it';
  switch (failure.kind) {
    case 'authentication':
      return 'Create a new key with "heroku authorizations:create" and set it as the API Key.';
    case 'authorization':
      return remedyForRefusal(failure, access);
    case 'notFound':
      return `Heroku hides it from the user behind the API key: give that user ${access}.`;
    case 'incompleteList':
      return REPORT;
    case 'final':
      return remedyForFinal(failure);
    case 'retriesExceeded':
    case 'unavailable':
      return `It usually passes by itself, and the next run asks again. ${ifItLasts(failure)}`;
  }
}

function remedyForRefusal(failure: HerokuFailure, access: string): string {
  const { status, herokuId, herokuMessage } = failure;
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
  const isHerokus = herokuId !== undefined || herokuMessage !== undefined;
  const give = `ive the user behind the API key ${access}.`;
  return isHerokus
    ? `G${give}`
    : `The refusal does not say that it comes from Heroku: look at the proxies and firewalls in between. If it does, g${give}`;
}

function remedyForFinal({ status }: HerokuFailure): string {
  if (isUntrustedCertificate(status)) {
    return 'The certificate is from an authority that this computer does not know. Behind a proxy that inspects TLS, set NODE_EXTRA_CA_CERTS to the file with its certificate.';
  }
  if (status === 'CERT_HAS_EXPIRED' || status === 'CERT_NOT_YET_VALID') {
    return 'Check the date and time of this computer, then what answers in the place of Heroku.';
  }
  if (isCertificateError(status)) {
    return 'Something other than Heroku answers under its name: check HTTPS_PROXY and the network in between.';
  }
  if (status === 'ENOTFOUND') {
    return `This computer cannot find the host. ${CHECK_NETWORK}`;
  }
  if (status === 'UNUSABLE_PROXY') {
    return 'Set HTTPS_PROXY to an address such as http://proxy.example.com:3128, or unset it.';
  }
  if (status === 'PROXY_407') {
    return 'The proxy wants a user name and password: set them in HTTPS_PROXY, or except the host in NO_PROXY.';
  }
  if (typeof status === 'string' && status.startsWith('PROXY_')) {
    return 'Let the proxy connect to the host, or except the host in NO_PROXY.';
  }
  if (status === 404) {
    return "This 404 is not Heroku's API speaking: look at what stands between the integration and Heroku, and at HEROKU_API_URL if it is set.";
  }
  if (status === 410) {
    return 'Heroku answers so for all that it has during some outages, so nothing is taken as deleted. If it lasts, see https://status.heroku.com.';
  }
  if (typeof status === 'number' && status >= 300 && status < 400) {
    return "Heroku's API does not redirect: look at what stands between the integration and Heroku, and at HEROKU_API_URL if it is set.";
  }
  return REPORT;
}

const CHECK_NETWORK =
  'Check that the network lets the integration out to it; behind a proxy, set HTTPS_PROXY (NO_PROXY names the hosts that need none), and NODE_EXTRA_CA_CERTS if that proxy inspects TLS.';

/** Failures to connect at all, which a setting may be the reason of. */
const NO_CONNECTION =
  /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EAI_AGAIN|ENOTFOUND)$/;

function ifItLasts({ status }: HerokuFailure): string {
  return NO_CONNECTION.test(String(status))
    ? `If it lasts: ${CHECK_NETWORK.charAt(0).toLowerCase()}${CHECK_NETWORK.slice(1)}`
    : 'If it lasts, see https://status.heroku.com.';
}
