import { observedIntegration } from '../observedIntegration';
import { JumpingClock } from '../reliability/jumpingClock';

/** The integration on a clock that jumps: retries and the rate limit take no time. */
export const { config: invocationConfig, stepsSettled } = observedIntegration(
  () => ({ heroku: { clock: new JumpingClock(), retryDelayMs: 1 } }),
);
