import { invocationConfig as integration } from '../../src';
import { JumpingClock } from '../reliability/jumpingClock';

const running: Promise<unknown>[] = [];

/** The integration on a clock that jumps: retries and the rate limit take no time. */
export const invocationConfig = {
  ...integration,
  integrationSteps: integration.integrationSteps.map((step) => ({
    ...step,
    executionHandler: (
      context: Parameters<typeof step.executionHandler>[0],
    ) => {
      const handled = Promise.resolve(step.executionHandler(context));
      running.push(handled);
      return handled;
    },
  })),
  loadExecutionConfig: () => ({
    heroku: { clock: new JumpingClock(), retryDelayMs: 1 },
  }),
};

/** Resolves when no step is running. A run that ends early leaves steps behind. */
export async function stepsSettled(): Promise<void> {
  await Promise.allSettled(running.splice(0));
}
