import { Collection } from './collection';
import type { HerokuStep, StepContext, StepDeclaration } from './declaration';

/** How often a run logs its progress, in milliseconds. */
export const PROGRESS_INTERVAL_MS = 30_000;

/** Makes a step whose handler runs under the failure rule: see {@link collect}. */
export function defineStep(
  declaration: StepDeclaration,
  handler: (collection: Collection) => Promise<void>,
): HerokuStep {
  return {
    ...declaration,
    executionHandler: (context: StepContext) =>
      collect(context, declaration, handler),
  };
}

/**
 * The failure rule, for every step alike. The handler collects all that can be collected: what fails is recorded
 * and the rest goes on. If anything was missed, the step throws at its end, so that JupiterOne takes its types as
 * partial and deletes nothing; and one warning per cause says what to do. Only an error that ends the run, such
 * as a revoked key, gets through at once.
 */
async function collect(
  context: StepContext,
  step: StepDeclaration,
  handler: (collection: Collection) => Promise<void>,
): Promise<void> {
  const collection = new Collection(context, step);
  const progress = setInterval(
    () => collection.logProgress(),
    PROGRESS_INTERVAL_MS,
  ).unref();
  try {
    await collection.attempt('data of this step', () => handler(collection));
  } finally {
    clearInterval(progress);
  }
  await collection.finish();
}
