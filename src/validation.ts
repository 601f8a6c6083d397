import type { IntegrationExecutionContext } from '@jupiterone/integration-sdk-core';
import { IntegrationValidationError } from '@jupiterone/integration-sdk-core';
import type { Run } from './collection';
import { PROGRESS_INTERVAL_MS, runOf } from './collection';
import type { IntegrationConfig } from './config';
import type { HerokuError } from './heroku';
import {
  READ_SCOPES,
  describeFailure,
  holdsOneOf,
  isForbidden,
  isHerokuError,
  isKeyRefused,
  isMissingScope,
  isNotFound,
  isRefusal,
  remedyFor,
} from './heroku';
import { leftOutByScopes } from './ingestion';

const HOW_TO_GET_A_KEY =
  'Create one with "heroku authorizations:create -d JupiterOne -s global", or in the Heroku dashboard under Account settings, Applications, Authorizations.';

/**
 * Checks the configuration before anything is collected: the key is there, Heroku takes it, and it may read
 * something. Logs once which scopes it holds and what they leave out.
 *
 * Stands on `GET /account`, and for a key that may not read that, on `GET /enterprise-accounts` and
 * `GET /users/~/apps`. The answers are kept for the steps.
 *
 * @throws IntegrationValidationError with what to do, for everything that a user can mend
 * @throws IntegrationProviderAuthenticationError where Heroku refuses the key
 */
export async function validateInvocation(
  context: IntegrationExecutionContext<IntegrationConfig>,
): Promise<void> {
  const apiKey: unknown = context.instance.config?.apiKey;
  if (typeof apiKey !== 'string' || apiKey.trim() === '') {
    throw new IntegrationValidationError(
      `The API Key is missing. ${HOW_TO_GET_A_KEY}`,
    );
  }
  if (!/^[\x21-\x7e]+$/.test(apiKey.trim())) {
    throw new IntegrationValidationError(
      `The API Key contains characters that no Heroku key has, such as a space or a line break. Copy it again. ${HOW_TO_GET_A_KEY}`,
    );
  }

  const run = runOf(context);
  const progress = setInterval(
    () => logProgress(context, run),
    PROGRESS_INTERVAL_MS,
  ).unref();
  try {
    await provesValid(run);
  } finally {
    clearInterval(progress);
  }
  logScopes(context, run);
}

/** A key whose account has used up its rate limit waits here. */
function logProgress(
  { logger }: IntegrationExecutionContext<IntegrationConfig>,
  { client }: Run,
): void {
  logger.info(
    {
      requestsSent: client.requestsSent,
      requestsLeft: client.requestsLeft,
      estimatedWaitSeconds: Math.round(client.estimatedWaitMs / 1000),
    },
    'Still waiting for Heroku to check the API key',
  );
}

/** Resolves once Heroku has accepted the key. */
async function provesValid(run: Run): Promise<void> {
  try {
    await run.account();
  } catch (error) {
    if (!mayBeGoodForAllTheRest(error)) {
      throw explain(error, run);
    }
    const { areAccountsRefused } = await provesValidWithoutAccount(run);
    // The token of a team has neither an account nor apps of its own. Its scopes do not tell it from a user's key.
    if (await isRefusedPersonalApps(run)) {
      run.noteTeamToken(areAccountsRefused);
    }
  }
  const { scopes } = run.client;
  if (!holdsOneOf(scopes, READ_SCOPES)) {
    throw new IntegrationValidationError(
      `The API Key holds ${scopes?.length ? `only the scope ${scopes.join(', ')}` : 'no scope'}: it cannot read teams, apps or add-ons. ${HOW_TO_GET_A_KEY}`,
    );
  }
}

/** Resolves once the key could read accounts or teams. */
async function provesValidWithoutAccount(
  run: Run,
): Promise<{ areAccountsRefused: boolean }> {
  try {
    await run.enterpriseAccounts.pages();
    return { areAccountsRefused: false };
  } catch (error) {
    if (!isRefusal(error)) {
      throw explain(error, run);
    }
    await run.teams.pages().catch(() => {
      throw explain(error, run);
    });
    return { areAccountsRefused: true };
  }
}

async function isRefusedPersonalApps(run: Run): Promise<boolean> {
  try {
    await run.personalApps.pages();
    return false;
  } catch (error) {
    return isRefusal(error);
  }
}

/**
 * Whether a key that may not read its own account may be good for all the rest: one of scope `read`, and the token of a
 * team. Other refusals, such as that of a suspended account, concern everything.
 */
function mayBeGoodForAllTheRest(error: unknown): error is HerokuError {
  if (isNotFound(error)) {
    return true;
  }
  return (
    isForbidden(error) &&
    (isMissingScope(error.failure) || error.failure.herokuId === 'forbidden')
  );
}

/** The error that a user of JupiterOne should read in place of `error`. */
function explain(error: unknown, run: Run): unknown {
  if (!isHerokuError(error) || isKeyRefused(error)) {
    return error;
  }
  const { failure } = error;
  if (isForbidden(error)) {
    const reason = isMissingScope(failure)
      ? HOW_TO_GET_A_KEY
      : remedyFor(failure);
    return new IntegrationValidationError(
      `Heroku does not let this API Key read: ${describeFailure(failure)}. ${reason}`,
    );
  }
  if (typeof failure.status === 'string') {
    return new IntegrationValidationError(
      `Heroku cannot be reached at ${run.client.host} (${failure.status}: ${failure.statusText}). ${remedyFor(failure)}`,
    );
  }
  error.message = `Heroku could not check the API Key: ${error.message}. ${remedyFor(failure)}`;
  return error;
}

function logScopes(
  context: IntegrationExecutionContext<IntegrationConfig>,
  run: Run,
): void {
  const { scopes } = run.client;
  if (run.isTeamToken) {
    context.logger.info(
      'The API key is the token of a team. What belongs to a user is left out: a Heroku account of its own, personal apps, credentials, OAuth clients and app transfers',
    );
  }
  if (scopes === undefined) {
    context.logger.info(
      'Heroku accepts the API key, but does not say which scopes it holds',
    );
    return;
  }
  const leftOut = leftOutByScopes(scopes);
  context.logger.info(
    { scopes, leftOut: leftOut.map(({ name }) => name) },
    leftOut.length === 0
      ? 'The API key holds the scopes for everything that is collected'
      : `The API key's scopes leave out: ${leftOut
          .map(
            ({ name, scopes: needed }) =>
              `"${name}" (needs ${needed.join(' or ')})`,
          )
          .join(', ')}`,
  );
}
