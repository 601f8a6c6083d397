import { invocationConfig } from '../../src';
import { integrationSteps } from '../../src/steps';
import { stepsBehind } from './checks';
import type { RouteClass } from './routeClasses';

/** The ingestion sources that a user can turn off. */
export const optionalSources = Object.keys(
  invocationConfig.ingestionConfig ?? {},
);

/** No source beside the documented graph. */
export function noSources(): ReadonlySet<string> {
  return new Set();
}

/** The sources of the steps that use a route, of what they build on, and of what builds on them. */
export function sourcesOf({ steps }: RouteClass): ReadonlySet<string> {
  const concerned = new Set([...stepsBefore(steps), ...stepsBehind(steps)]);
  return new Set(
    integrationSteps.flatMap(({ id, ingestionSourceId }) =>
      concerned.has(id) ? (ingestionSourceId ?? []) : [],
    ),
  );
}

/** Some steps, and all that they build on. */
function stepsBefore(steps: readonly string[]): Set<string> {
  const before = new Set<string>();
  const add = (stepId: string) => {
    if (before.has(stepId)) return;
    before.add(stepId);
    integrationSteps.find(({ id }) => id === stepId)?.dependsOn.forEach(add);
  };
  steps.forEach(add);
  return before;
}
