import { invocationConfig as integration } from '../../src';
import type { ExecutionConfig } from '../../src/collection';
import { Variables } from './environment';

/**
 * The integration as it is, with what the command line cannot set: sources that a user has turned off, by the
 * same field in which JupiterOne hands them over, and the number of requests in flight.
 */
export const invocationConfig: typeof integration = {
  ...integration,
  getStepStartStates: (context) => {
    context.instance.disabledSources = disabledSources();
    return integration.getStepStartStates?.(context) ?? {};
  },
  loadExecutionConfig: (): ExecutionConfig => {
    const concurrency = process.env[Variables.CONCURRENCY];
    return concurrency ? { heroku: { concurrency: Number(concurrency) } } : {};
  },
};

function disabledSources(): { ingestionSourceId: string }[] {
  const sources = process.env[Variables.DISABLED_SOURCES] ?? '';
  return sources
    .split(',')
    .filter((source) => source !== '')
    .map((ingestionSourceId) => ({ ingestionSourceId }));
}
