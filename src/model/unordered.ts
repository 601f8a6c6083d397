/**
 * A list that Heroku sends in no order that it promises, such as names of config vars: sorted, so that another order
 * is no change, which somebody may be alerted of.
 */
export function unordered(
  values: readonly string[] | null | undefined,
): string[] | undefined {
  return values ? [...values].sort() : undefined;
}
