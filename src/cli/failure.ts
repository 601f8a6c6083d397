import { IntegrationError } from '@jupiterone/integration-sdk-core';
import type { Failure, Invocation } from './protocol';

/** What an HTTP client attaches to an error. */
interface HttpCause {
  code?: string;
  response?: { status?: number };
}

/** Says why a collection or an upload ended early, for whoever runs it. */
export function explain(error: unknown, { apiBaseUrl }: Invocation): Failure {
  if (!(error instanceof IntegrationError)) {
    const { name, message } =
      error instanceof Error ? error : new Error(String(error));
    return {
      code: 'UNEXPECTED_ERROR',
      message: `${name}: ${message}. This is a defect of the integration: please report it.`,
      isDefect: true,
    };
  }
  const { code, message } = error;
  if (code === 'UNEXPECTED_SYNCRONIZATION_ERROR') {
    return {
      code,
      message: `${message}: ${reasonOf(error, apiBaseUrl)}`,
      isDefect: false,
    };
  }
  if (code === 'SYNCHRONIZATION_API_RESPONSE_ERROR') {
    return {
      code,
      message: `${message} Check JUPITERONE_API_KEY, JUPITERONE_ACCOUNT and --integration-instance-id.`,
      isDefect: false,
    };
  }
  return { code, message, isDefect: false };
}

/** Why JupiterOne did not do as asked. The cause holds the request with its credentials: nothing else is used of it. */
function reasonOf(error: IntegrationError, apiBaseUrl: string): string {
  const { host } = new URL(apiBaseUrl);
  const { code, response } = causeOf(error);
  return response?.status === undefined
    ? `JupiterOne cannot be reached at ${host}${code ? ` (${code})` : ''}. Check --api-base-url, and that the network lets you out to that host.`
    : `${host} answered ${response.status}. Check JUPITERONE_API_KEY, JUPITERONE_ACCOUNT and --api-base-url.`;
}

function causeOf(error: IntegrationError): HttpCause {
  // Under SDK 8 `cause` is a method, under SDK 17 the cause itself; both have it here too.
  const { _cause } = error as unknown as { _cause?: HttpCause };
  return _cause ?? {};
}
