import type { IntegrationStepResult } from '@jupiterone/integration-sdk-core';
import { StepResultStatus } from '@jupiterone/integration-sdk-core';
import type { HerokuStep } from '../../src/collection';
import { holdsOneOf, IDENTITY_SCOPES } from '../../src/heroku';
import { ingestionConfig } from '../../src/ingestion';
import { USER } from '../../src/model';
import { integrationSteps } from '../../src/steps';
import type { CollectedGraph } from '../../test/e2e/graph';

/** What became of a step. */
export interface Outcome {
  /**
   * `complete`; `partial` where something could not be read; `off` where it did not run, because of a setting or of
   * the key's scopes.
   */
  state: 'complete' | 'partial' | 'off';
  /** What would have made it run, or read the part that the key's scopes leave out, in words: "the scope global". */
  needs: readonly string[];
}

/** What became of each step, by its id. */
export type Outcomes = ReadonlyMap<string, Outcome>;

/** What a customer decides about a collection. */
export interface Settings {
  /** The scopes that the key holds; by default it holds `global`. */
  scopes?: readonly string[];
  /** The setting Ingest App Details; off by default. */
  ingestAppDetails?: boolean;
  /** The ids of the ingestion sources that are turned off; none by default. */
  disabledSources?: readonly string[];
}

/** Whether a key holds one of the scopes that something takes. */
type IsHeld = (accepted: readonly string[]) => boolean;

/** What becomes of the steps with these settings where nothing fails. */
export function outcomesWith({
  scopes = ['global'],
  ingestAppDetails = false,
  disabledSources = [],
}: Settings): Outcomes {
  const isHeld: IsHeld = (accepted) => holdsOneOf(scopes, accepted);
  const isOff = ({ needs, isPerApp, ingestionSourceId = '' }: HerokuStep) =>
    !isHeld(needs.scopes) ||
    (isPerApp === true && !ingestAppDetails) ||
    disabledSources.includes(ingestionSourceId);
  return outcomesFrom(
    new Map(
      integrationSteps.map((step) => [
        step.id,
        // A step does not run without those that it depends on.
        withDependencies(step).some(isOff) ? 'off' : 'complete',
      ]),
    ),
    isHeld,
  );
}

/**
 * What became of the steps of a collected graph. Its summary does not say which scopes the key held, so they follow
 * from what was read with them. Where the collection did not come to its end, nothing is complete.
 */
export function outcomesIn({ summary, entities }: CollectedGraph): Outcomes {
  if (summary === undefined) {
    return new Map(
      integrationSteps.map(({ id }) => [id, { state: 'partial', needs: [] }]),
    );
  }
  const states = new Map(
    summary.integrationStepResults.map((result) => [
      result.id,
      stateOf(result),
    ]),
  );
  // Of all users, only the key's own says when it was created, and only where it could be read.
  const isIdentityHeld = entities.some(
    ({ _type, createdOn }) => _type === USER._type && createdOn !== undefined,
  );
  return outcomesFrom(states, (accepted) => {
    const isRead = (taken: readonly string[]) => isWithin(taken, accepted);
    return (
      (isIdentityHeld && isRead(IDENTITY_SCOPES)) ||
      integrationSteps.some(
        ({ id, needs }) => isOn(states.get(id)) && isRead(needs.scopes),
      )
    );
  });
}

function stateOf({
  status,
}: Pick<IntegrationStepResult, 'status'>): Outcome['state'] {
  switch (status) {
    case StepResultStatus.SUCCESS:
      return 'complete';
    case StepResultStatus.DISABLED:
      return 'off';
    default:
      return 'partial';
  }
}

type States = ReadonlyMap<string, Outcome['state']>;

function outcomesFrom(states: States, isHeld: IsHeld): Outcomes {
  return new Map(
    integrationSteps.map((step) => [
      step.id,
      {
        state: states.get(step.id) ?? 'off',
        needs: isOn(states.get(step.id))
          ? scopesFor(
              (step.needs.parts ?? []).map(({ scopes }) => scopes),
              isHeld,
            )
          : needsOf(step, states, isHeld),
      },
    ]),
  );
}

/** What would make a step run that is off. */
function needsOf(step: HerokuStep, states: States, isHeld: IsHeld): string[] {
  const off = withDependencies(step).filter(({ id }) => !isOn(states.get(id)));
  return [
    ...scopesFor(
      off.map(({ needs }) => needs.scopes),
      isHeld,
    ),
    ...new Set(off.flatMap((one) => settingsFor(one, states, isHeld))),
  ];
}

/** The scopes that are lacking: where one thing takes fewer kinds than another, what it takes is enough for both. */
function scopesFor(
  accepted: readonly (readonly string[])[],
  isHeld: IsHeld,
): string[] {
  const lacking = accepted.filter((scopes) => !isHeld(scopes));
  const narrowest = lacking.filter((scopes) =>
    lacking.every(
      (other) => other.length >= scopes.length || !isWithin(other, scopes),
    ),
  );
  return [
    ...new Set(narrowest.map((scopes) => `the scope ${scopes.join(' or ')}`)),
  ];
}

/** What turns on a step for which the key holds the scope. */
function settingsFor(
  { name, needs, isPerApp, dependsOn, ingestionSourceId }: HerokuStep,
  states: States,
  isHeld: IsHeld,
): string[] {
  if (!isHeld(needs.scopes)) return [];
  const isAnyPerAppOn = integrationSteps.some(
    (step) => step.isPerApp && isOn(states.get(step.id)),
  );
  if (isPerApp && !isAnyPerAppOn) return ['the setting Ingest App Details'];
  // It may be off for no more reason than that.
  if (dependsOn.some((id) => !isOn(states.get(id)))) return [];
  const title = ingestionConfig[ingestionSourceId ?? '']?.title;
  return [`the ingestion source ${title ?? name}`];
}

function isOn(state: Outcome['state'] | undefined): boolean {
  return state === 'complete' || state === 'partial';
}

function isWithin(some: readonly string[], all: readonly string[]): boolean {
  return some.every((one) => all.includes(one));
}

/** The step, and all that it depends on. */
function withDependencies(step: HerokuStep): HerokuStep[] {
  const all = new Set([step]);
  for (const one of all) {
    for (const id of one.dependsOn) {
      const dependency = integrationSteps.find((other) => other.id === id);
      if (dependency !== undefined) all.add(dependency);
    }
  }
  return [...all];
}
