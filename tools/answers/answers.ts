import { integrationSteps } from '../../src/steps';
import type { EvaluateOptions, Query } from '../../test/questions/j1ql';
import { asksForChange, fillIn, parse } from '../../test/questions/j1ql';
import type { Outcomes } from './outcomes';
import type { Standing } from './standing';
import { standingOf } from './standing';

/**
 * `found`, and that is all of it; `none`, which is certain; `partial`: what was found is true, and there may be more;
 * `notAnswered`, where the collected data can say nothing, or the query asks for what changed between two runs.
 */
export type AnswerState = 'found' | 'none' | 'partial' | 'notAnswered';

/** The answer to a query. */
export interface Answer<Hit> {
  state: AnswerState;
  /** Of an answer that is partial or missing: why, and what to turn on. */
  reason?: string;
  hits: Hit[];
}

const MOST_STEPS = 3;

/** Why a single collection does not answer what only JupiterOne can: it keeps what earlier runs brought. */
export const ABOUT_CHANGE =
  'asks for what changed between two runs; ask it in JupiterOne';

/**
 * Answers a query as far as the collected data can bear it.
 *
 * @param find what a query finds in the graph; not called where there is no answer
 */
export function answerTo<Hit>(
  text: string,
  outcomes: Outcomes,
  { variables = {} }: Pick<EvaluateOptions, 'variables'>,
  find: (query: Query) => Hit[],
): Answer<Hit> {
  const unset = placeholdersIn(text).filter((name) => !(name in variables));
  const query = parse(
    fillIn(text, {
      ...Object.fromEntries(unset.map((name) => [name, name])),
      ...variables,
    }),
  );
  if (asksForChange(query)) {
    return { state: 'notAnswered', reason: ABOUT_CHANGE, hits: [] };
  }
  const standing = standingOf(query, outcomes);
  const { grounds } = standing;
  if (grounds === 'none' || unset.length > 0) {
    const { needs, unread } = grounds === 'none' ? standing : NOTHING_MORE;
    const options = unset.map((name) => `--${name}`);
    return {
      state: 'notAnswered',
      reason: reasonOf({ needs: [...options, ...needs], unread }),
      hits: [],
    };
  }
  const hits = find(query);
  if (grounds === 'partial') {
    return { state: 'partial', reason: reasonOf(standing), hits };
  }
  return { state: hits.length > 0 ? 'found' : 'none', hits };
}

/** The names of the values that somebody has to give: `domain` of `{{domain}}`. */
export function placeholdersIn(text: string): string[] {
  return [
    ...new Set(
      [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name),
    ),
  ];
}

/** The state of a question, from those of its queries: what was found comes before what is not known. */
export function stateOfAll(states: readonly AnswerState[]): AnswerState {
  const order: AnswerState[] = ['found', 'partial', 'notAnswered'];
  return order.find((state) => states.includes(state)) ?? 'none';
}

const NOTHING_MORE = { needs: [], unread: [] };

function reasonOf({
  needs,
  unread,
}: Pick<Standing, 'needs' | 'unread'>): string {
  const names = integrationSteps
    .filter(({ id }) => unread.includes(id))
    .map(({ name }) => `"${name}"`);
  const more = names.length - MOST_STEPS;
  return [
    ...(needs.length > 0 ? [`needs ${needs.join(' and ')}`] : []),
    ...(names.length > 0
      ? [
          `not everything could be read in ${names.slice(0, MOST_STEPS).join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
        ]
      : []),
  ].join('; ');
}
