import { IntegrationValidationError } from '@jupiterone/integration-sdk-core';

const HEROKU_API_URL = 'https://api.heroku.com';

/**
 * The address of the Platform API: Heroku's own, unless the environment variable `HEROKU_API_URL` names another
 * (a sandbox, a proxy). An instance setting can never name it: a tenant could point the key anywhere.
 *
 * @throws IntegrationValidationError unless it is `https:`, or `http:` on the loopback interface
 */
export function herokuBaseUrl(
  environment: NodeJS.ProcessEnv = process.env,
): URL {
  const value = environment.HEROKU_API_URL?.trim() || HEROKU_API_URL;
  const url = parse(value);
  const isLoopback =
    url !== undefined &&
    (/^127(\.\d{1,3}){3}$/.test(url.hostname) ||
      ['localhost', '[::1]'].includes(url.hostname));
  if (
    url === undefined ||
    url.username !== '' ||
    url.password !== '' ||
    // Requests name their path from the root: any other would be lost without a word.
    url.pathname !== '/' ||
    url.search !== '' ||
    !(url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback))
  ) {
    throw new IntegrationValidationError(
      `HEROKU_API_URL must be an https address, or http on 127.0.0.1 or localhost, without a user name, password or path. Unset it to use ${HEROKU_API_URL}.`,
    );
  }
  return url;
}

function parse(value: string): URL | undefined {
  try {
    return new URL(value);
  } catch {
    return undefined;
  }
}
