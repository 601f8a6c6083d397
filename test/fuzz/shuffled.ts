/**
 * The same value with its lists, and the fields of its objects, in another order, at every depth.
 *
 * @param order decides which order; the same number always gives the same one
 */
export function shuffled(value: unknown, order: number): unknown {
  let state = order;
  // A linear congruential generator: enough to put things out of order, and the same on every machine.
  const below = (bound: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
  const shuffle = <T>(list: T[]): T[] => {
    for (let index = list.length - 1; index > 0; index--) {
      const other = below(index + 1);
      [list[index], list[other]] = [list[other] as T, list[index] as T];
    }
    return list;
  };
  const inside = (one: unknown): unknown => {
    if (Array.isArray(one)) {
      return shuffle(one.map(inside));
    }
    if (typeof one !== 'object' || one === null) {
      return one;
    }
    return Object.fromEntries(
      shuffle(
        Object.entries(one).map(([name, field]) => [name, inside(field)]),
      ),
    );
  };
  return inside(value);
}
