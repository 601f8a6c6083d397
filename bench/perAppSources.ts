import { integrationSteps } from '../src/steps';

/** The sources that ask once for every app, and are off unless an instance wants them. */
export function perAppSources(): Set<string | undefined> {
  return new Set(
    integrationSteps
      .filter(({ isPerApp }) => isPerApp)
      .map(({ ingestionSourceId }) => ingestionSourceId),
  );
}
