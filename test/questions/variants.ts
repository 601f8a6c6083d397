import type {
  Comparison,
  Condition,
  PropertyPath,
  Query,
  Value,
} from './j1ql/syntax';

/** A query that lacks one of its conditions. */
export interface Variant {
  /** The condition, as text. */
  without: string;
  variant: Query;
}

/** The query without each of its comparisons, one at a time, but for those that ask for a property to be there. */
export function variantsOf(query: Query): Variant[] {
  const { start, hops, where } = query;
  return [
    ...conditionsWithout(start.with).map(([without, condition]) => ({
      without,
      variant: { ...query, start: { ...start, with: condition } },
    })),
    ...hops.flatMap((hop, index) =>
      conditionsWithout(hop.to.with).map(([without, condition]) => ({
        without,
        variant: {
          ...query,
          hops: replaced(hops, index, {
            ...hop,
            to: { ...hop.to, with: condition },
          }),
        },
      })),
    ),
    ...conditionsWithout(where).map(([without, condition]) => ({
      without,
      variant: { ...query, where: condition },
    })),
  ];
}

function conditionsWithout(
  condition: Condition | undefined,
): [string, Condition | undefined][] {
  if (condition === undefined) return [];
  if (condition.kind === 'comparison') {
    return isOfPresence(condition) ? [] : [[textOf(condition), undefined]];
  }
  const { kind, parts } = condition;
  return parts.flatMap((part, index) =>
    conditionsWithout(part).map(([without, changed]): [string, Condition] => {
      const rest = replaced(parts, index, changed);
      return [without, { kind, parts: rest }];
    }),
  );
}

/** `x != undefined` decides only where something lacks `x`. */
function isOfPresence({ operator, values }: Comparison): boolean {
  return operator === '!=' && values.every(({ kind }) => kind === 'undefined');
}

/** The list with another item in the place of one, or with none. */
function replaced<T>(list: T[], index: number, item: T | undefined): T[] {
  return list.flatMap((one, at) =>
    at !== index ? [one] : item === undefined ? [] : [item],
  );
}

function textOf({ left, operator, values, join }: Comparison): string {
  return `${pathText(left)} ${operator} ${values.map(valueText).join(` ${join} `)}`;
}

function pathText({ alias, property }: PropertyPath): string {
  return alias === undefined ? property : `${alias}.${property}`;
}

function valueText(value: Value): string {
  switch (value.kind) {
    case 'literal':
      return JSON.stringify(value.value);
    case 'undefined':
      return 'undefined';
    case 'date':
      return `date.now + ${value.offsetMs / 86_400_000} days`;
    case 'property':
      return pathText(value.path);
  }
}
