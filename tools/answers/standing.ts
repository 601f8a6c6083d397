import type { Query } from '../../test/questions/j1ql';
import type { Outcome, Outcomes } from './outcomes';
import { partsOf } from './parts';

/** What collected data can say to a query. */
export interface Standing {
  /**
   * `whole`, so that nothing found means that there is none; `partial`, where what is found is true and there may be
   * more; `none`, where it can say nothing.
   */
  grounds: 'whole' | 'partial' | 'none';
  /** What is needed for more, each in words: "the scope global". */
  needs: readonly string[];
  /** The steps that could not read everything. */
  unread: readonly string[];
}

/** What a collection with these outcomes can say to a query. */
export function standingOf(query: Query, outcomes: Outcomes): Standing {
  const outcomeOf = (id: string): Outcome =>
    outcomes.get(id) ?? { state: 'off', needs: [] };
  const isLacking = (id: string, isInEveryKey = false) => {
    const { state, needs } = outcomeOf(id);
    return state !== 'complete' || (needs.length > 0 && !isInEveryKey);
  };

  const lacking = partsOf(query).filter(
    ({ steps, isInEveryKey }) =>
      steps.length === 0 || steps.some((id) => isLacking(id, isInEveryKey)),
  );
  const silent = lacking.filter(
    ({ isAbsence, steps }) =>
      isAbsence || steps.every((id) => outcomeOf(id).state === 'off'),
  );
  const grounds =
    silent.length > 0 ? 'none' : lacking.length > 0 ? 'partial' : 'whole';
  // Where there is no answer, what it takes to get one comes first; the rest is the next step.
  const reasons = grounds === 'none' ? silent : lacking;
  const steps = [...new Set(reasons.flatMap((part) => part.steps))];
  return {
    grounds,
    needs: [
      ...new Set([
        ...reasons
          .filter((part) => part.steps.length === 0)
          .map(
            ({ what }) => `data of other integrations in JupiterOne (${what})`,
          ),
        ...steps.flatMap((id) => outcomeOf(id).needs),
      ]),
    ],
    unread: steps.filter((id) => outcomeOf(id).state === 'partial'),
  };
}
