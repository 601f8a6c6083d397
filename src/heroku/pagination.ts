import { createHash } from 'node:crypto';

/**
 * The sizes of pages, in objects: the most that Heroku gives, and what is asked for instead when a page turns out to
 * be too large to read or too slow to come.
 */
const PAGE_SIZES: readonly number[] = [1000, 250, 50];

/** What a page said of itself. */
export interface PageAnswer {
  status: number;
  /** The `Next-Range` header. */
  nextRange: string | undefined;
  /** The objects as they came. */
  objects: readonly unknown[];
  /** The `Range` that it was asked for with; `undefined` for a list that was asked for without. */
  range: string | undefined;
}

/**
 * The way through the pages of one list.
 *
 * Heroku ends a list with a 200, and while there is more it answers 206 with a `Next-Range`. A 206 without one, or
 * with one that was followed before, does not say that the list is over: a list in the order of its ids then goes on
 * behind the greatest id that came. A page that brings nothing new is no way on, whatever it says.
 */
export class Pagination {
  #sizes = PAGE_SIZES;
  readonly #followed = new Set<string>();
  #greatestId: string | undefined;
  /** What has come of a list that is not in the order of its ids. */
  #seen: Set<string> | undefined;

  /** The ranges of the first page, the largest first. Ordering by anything but `id` was seen to end early. */
  first(): string[] {
    return this.#sizes.map((size) => `id ..; max=${size}`);
  }

  /** The number of objects that the next page is asked for with. */
  get pageSize(): number | undefined {
    return this.#sizes[0];
  }

  /**
   * Where the list goes on after a page.
   *
   * @returns the ranges to ask with, the largest first; `undefined` at the end
   * @throws RangeError where the end was not reached and there is no way on
   */
  next(page: PageAnswer): string[] | undefined {
    this.#keepSizeOf(page.range);
    const ids = idsInOrder(page.objects);
    const isOver =
      page.nextRange === undefined &&
      (page.status !== 206 || page.objects.length === 0);
    if (isOver) {
      return undefined;
    }
    if (!this.#bringsNews(page.objects, ids)) {
      throw new RangeError('a page brought nothing new');
    }
    const range = this.#wayOn(page, ids);
    if (range === undefined) {
      throw new RangeError('the list did not say how it goes on');
    }
    this.#followed.add(range);
    return this.#sizes.map((size) => withMax(range, size));
  }

  /** A size that proved too large is not asked for again. */
  #keepSizeOf(range: string | undefined): void {
    const asked = Number(/;\s*max=(\d+)/.exec(range ?? '')?.[1]);
    const fitting = this.#sizes.filter((size) => size <= asked);
    this.#sizes = fitting.length > 0 ? fitting : this.#sizes;
  }

  #wayOn(
    { nextRange, range }: PageAnswer,
    ids: readonly string[] | undefined,
  ): string | undefined {
    const isNew = (way: string) => !this.#followed.has(way) && way !== range;
    if (nextRange !== undefined && isNew(nextRange)) {
      return nextRange;
    }
    const last = ids?.at(-1);
    // A list that was asked for without a range does not take one.
    if (last === undefined || range === undefined || !isInRange(last)) {
      return undefined;
    }
    const behindLast = `id ]${last}..; max=${PAGE_SIZES[0]}`;
    return isNew(behindLast) ? behindLast : undefined;
  }

  /** Whether a page holds anything that no page before it did. */
  #bringsNews(
    objects: readonly unknown[],
    ids: readonly string[] | undefined,
  ): boolean {
    if (ids !== undefined && this.#seen === undefined) {
      const last = ids.at(-1) ?? '';
      const isFurther = last > (this.#greatestId ?? '');
      this.#greatestId = isFurther ? last : this.#greatestId;
      return isFurther;
    }
    this.#seen ??= new Set();
    const before = this.#seen.size;
    for (const object of objects) {
      this.#seen.add(idOf(object) ?? fingerprintOf(object));
    }
    return this.#seen.size > before;
  }
}

/** The ids of a page that is in their order; `undefined` where it is not, or not all have one. */
function idsInOrder(objects: readonly unknown[]): string[] | undefined {
  const ids: string[] = [];
  for (const object of objects) {
    const id = idOf(object);
    if (id === undefined || id < (ids.at(-1) ?? '')) {
      return undefined;
    }
    ids.push(id);
  }
  return ids;
}

function idOf(object: unknown): string | undefined {
  return typeof object === 'object' &&
    object !== null &&
    'id' in object &&
    typeof object.id === 'string'
    ? object.id
    : undefined;
}

function isInRange(id: string): boolean {
  return /^[\w-]{1,128}$/.test(id);
}

function fingerprintOf(object: unknown): string {
  return createHash('sha256').update(JSON.stringify(object)).digest('base64');
}

/** A range for at most so many objects. */
function withMax(range: string, size: number): string {
  const max = /(;\s*max=)(\d+)/;
  return max.test(range)
    ? range.replace(
        max,
        (_, name: string, asked: string) =>
          `${name}${Math.min(Number(asked), size)}`,
      )
    : range;
}
