/** The most that Heroku puts on a page. */
export const PAGE_SIZE = 1000;

/** The range of the first page: ordering by anything but `id` was seen to end early. */
export const FIRST_RANGE = `id ..; max=${PAGE_SIZE}`;

/** What a page said of itself. */
export interface PageAnswer {
  status: number;
  /** The `Next-Range` header. */
  nextRange: string | undefined;
  /** The objects as they came. */
  objects: readonly unknown[];
}

/**
 * Where a list goes on.
 *
 * Heroku ends a list with a 200, and while there is more answers 206 with a `Next-Range`. A 206 without one, or
 * with a range that has been read before, does not say that the list is over: it then goes on behind the last
 * object that came, and is over when nothing follows.
 *
 * @param seen the ranges read so far, this one included
 * @returns the range to ask for next, `undefined` at the end
 * @throws RangeError where there is no way on and the end was not reached
 */
export function nextRange(
  answer: PageAnswer,
  seen: ReadonlySet<string>,
): string | undefined {
  if (answer.nextRange !== undefined && !seen.has(answer.nextRange)) {
    return answer.nextRange;
  }
  const isOver =
    answer.nextRange === undefined &&
    (answer.status !== 206 || answer.objects.length === 0);
  if (isOver) {
    return undefined;
  }

  const behindLast = rangeBehind(answer.objects[answer.objects.length - 1]);
  if (behindLast === undefined || seen.has(behindLast)) {
    throw new RangeError('the list did not say how it goes on');
  }
  return behindLast;
}

function rangeBehind(object: unknown): string | undefined {
  if (typeof object !== 'object' || object === null || !('id' in object)) {
    return undefined;
  }
  const { id } = object;
  return typeof id === 'string' && /^[\w-]{1,128}$/.test(id)
    ? `id ]${id}..; max=${PAGE_SIZE}`
    : undefined;
}
