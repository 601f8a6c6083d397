import type { HerokuFailure } from './failure';
import { isHerokusNotFound, isMissingScope } from './failure';
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
      return `It is gone, or Heroku hides it from the user behind the API key. If it is there, give that user ${access}.`;
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
    return 'Heroku has suspended this account. Its owner must contact Heroku support.';
  }
  if (status === 402 || herokuId === 'delinquent') {
    return 'Heroku has suspended this account because of an unpaid bill. Pay it in the Heroku dashboard under Billing.';
  }
  if (herokuId === 'two_factor') {
    return 'Heroku asks this user for a second factor. Use a key created with "heroku authorizations:create", which needs none.';
  }
  if (isMissingScope(failure)) {
    return `Use an API key that holds the scope ${failure.scopesAccepted?.join(' or ')}.`;
  }
  const isHerokus = herokuId !== undefined || herokuMessage !== undefined;
  const give = `ive the user behind the API key ${access}.`;
  return isHerokus
    ? `G${give}`
    : `The answer does not look like Heroku's. Check the proxies and firewalls between the integration and Heroku. If it does come from Heroku, g${give}`;
}

function remedyForFinal(failure: HerokuFailure): string {
  const { status } = failure;
  if (isUntrustedCertificate(status)) {
    return 'The certificate was issued by an authority that this computer does not trust. Behind a proxy that inspects TLS, set NODE_EXTRA_CA_CERTS to the file with its certificate.';
  }
  if (status === 'CERT_HAS_EXPIRED' || status === 'CERT_NOT_YET_VALID') {
    return 'Check the date and time of this computer. If they are right, another server may be answering instead of Heroku: check HTTPS_PROXY and your network.';
  }
  if (isCertificateError(status)) {
    return 'Another server answers instead of Heroku. Check HTTPS_PROXY and your network.';
  }
  if (status === 'ENOTFOUND') {
    return `This computer cannot find the host. ${CHECK_NETWORK}`;
  }
  if (status === 'UNUSABLE_PROXY') {
    return 'Set HTTPS_PROXY to an address such as http://proxy.example.com:3128, or unset it.';
  }
  if (status === 'PROXY_407') {
    return 'The proxy asks for a user name and password. Set them in HTTPS_PROXY, or add the host to NO_PROXY.';
  }
  if (typeof status === 'string' && status.startsWith('PROXY_')) {
    return 'Allow the proxy to connect to the host, or add the host to NO_PROXY.';
  }
  if (isHerokusNotFound(failure)) {
    return REPORT;
  }
  if (status === 404) {
    return "This 404 does not come from Heroku's API: look at what stands between the integration and Heroku, such as a proxy, and at HEROKU_API_URL if it is set.";
  }
  if (status === 410) {
    return 'During some outages Heroku answers 410 for data that still exists, so we treat nothing as deleted. If it lasts, see https://status.heroku.com.';
  }
  if (typeof status === 'number' && status >= 300 && status < 400) {
    return "Heroku's API does not redirect: look at what stands between the integration and Heroku, such as a proxy, and at HEROKU_API_URL if it is set.";
  }
  return REPORT;
}

const CHECK_NETWORK =
  'Check that your network allows connections to the host. Behind a proxy, set HTTPS_PROXY (and in NO_PROXY the hosts that need no proxy), and NODE_EXTRA_CA_CERTS if the proxy inspects TLS.';

/** Failures to connect at all, which may come from a wrong setting. */
const NO_CONNECTION =
  /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EAI_AGAIN|ENOTFOUND)$/;

function ifItLasts({ status }: HerokuFailure): string {
  return NO_CONNECTION.test(String(status))
    ? `If it lasts: ${CHECK_NETWORK.charAt(0).toLowerCase()}${CHECK_NETWORK.slice(1)}`
    : 'If it lasts, see https://status.heroku.com.';
}
