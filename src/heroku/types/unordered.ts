import * as v from 'valibot';
import { text } from './fields';

/**
 * A list of objects that has no order of its own. It is sorted by one of their fields, and where that is equal by all
 * the others, so that another order in Heroku's answer changes nothing in JupiterOne.
 */
export function unordered<S extends v.GenericSchema>(
  element: S,
  by: keyof v.InferOutput<S> & string,
) {
  const keyOf = (one: v.InferOutput<S>) => {
    const key = (one as Record<string, unknown>)[by];
    return typeof key === 'string' ? key : '';
  };
  return v.pipe(
    v.array(element),
    v.transform((list) =>
      list.sort(
        (a, b) =>
          compareCodeUnits(keyOf(a), keyOf(b)) ||
          compareCodeUnits(JSON.stringify(a), JSON.stringify(b)),
      ),
    ),
  );
}

/** A list of names that has no order of its own, such as scopes or names of config vars. It is sorted. */
export const unorderedTexts = v.pipe(
  v.array(text),
  v.maxLength(10_000),
  v.transform((list) => list.sort(compareCodeUnits)),
);

/** The order of a language would differ from one machine to the next. */
function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
