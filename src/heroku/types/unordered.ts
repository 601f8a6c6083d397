import { text } from './fields';
import type { Form } from './form';
import { ELEMENT, REFUSED } from './form';

/** What becomes of a list with an element that is not of its form. */
interface ListOptions {
  /** Whether that costs the element only, which is counted, and not the whole list. */
  keepsOthers?: boolean;
}

/**
 * A list of objects that has no order of its own. It is sorted by one of their fields, and where that is equal by all
 * the others, so that another order in Heroku's answer changes nothing in JupiterOne.
 */
export function unordered<T extends object>(
  element: Form<T>,
  by: keyof T & string,
  options?: ListOptions,
): Form<T[]> {
  const keyOf = (one: T) => {
    const key = one[by];
    return typeof key === 'string' ? key : '';
  };
  return sorted(
    element,
    (a, b) =>
      compareCodeUnits(keyOf(a), keyOf(b)) ||
      compareCodeUnits(JSON.stringify(a), JSON.stringify(b)),
    options,
  );
}

/** A list of names that has no order of its own, such as scopes or names of config vars. It is sorted. */
export const unorderedTexts = sorted(text, compareCodeUnits);

function sorted<T>(
  element: Form<T>,
  compare: (a: T, b: T) => number,
  { keepsOthers = false }: ListOptions = {},
): Form<T[]> {
  return {
    element,
    decode: (value, leftOut) => {
      if (!Array.isArray(value)) {
        return REFUSED;
      }
      const elements: T[] = [];
      for (const one of value) {
        const before = leftOut.length;
        const decoded = element.decode(one, leftOut);
        if (decoded !== REFUSED && decoded !== undefined) {
          elements.push(decoded);
        } else if (keepsOthers) {
          leftOut.length = before;
          leftOut.push(ELEMENT);
        } else {
          return REFUSED;
        }
      }
      return elements.sort(compare);
    },
  };
}

/** The order of a language would differ from one machine to the next. */
function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
