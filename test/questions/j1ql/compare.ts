import type { Operator } from './syntax';

/**
 * Whether a property compares so with the values, as J1QL has it. Of a list, one element is enough for `=`, and none
 * may be equal for `!=`. A property that is absent is equal to `undefined` only, unequal to everything else, and
 * neither smaller nor larger than anything.
 *
 * A negated operator is the exact opposite of the operator without the negation, by De Morgan's law:
 * `!= ('a' OR 'b')` is neither. JupiterOne documents that law, and finds users without multi-factor authentication by
 * `mfaEnabled != true`: so what lacks the property is found too. It does not say so in as many words, and no question
 * may depend on it.
 */
export function matches(
  actual: unknown,
  operator: Operator,
  values: readonly unknown[],
  join: 'and' | 'or',
): boolean {
  const positive = POSITIVE[operator];
  if (positive !== undefined) {
    return !matches(actual, positive, values, join);
  }
  const holds = (value: unknown) =>
    elementsOf(actual).some((element) => compare(element, operator, value));
  return join === 'and' ? values.every(holds) : values.some(holds);
}

const POSITIVE: Readonly<Partial<Record<Operator, Operator>>> = {
  '!=': '=',
  '!~=': '~=',
  '!^=': '^=',
  '!$=': '$=',
};

/** An empty list is as good as absent. */
function elementsOf(actual: unknown): unknown[] {
  return Array.isArray(actual) && actual.length > 0
    ? (actual as unknown[])
    : [Array.isArray(actual) ? undefined : (actual ?? undefined)];
}

function compare(actual: unknown, operator: Operator, value: unknown): boolean {
  if (operator === '=') return actual === value;
  if (typeof actual === 'number' && typeof value === 'number') {
    switch (operator) {
      case '<':
        return actual < value;
      case '<=':
        return actual <= value;
      case '>':
        return actual > value;
      case '>=':
        return actual >= value;
    }
  }
  if (typeof actual === 'string' && typeof value === 'string') {
    switch (operator) {
      case '~=':
        return actual.includes(value);
      case '^=':
        return actual.startsWith(value);
      case '$=':
        return actual.endsWith(value);
    }
  }
  return false;
}
