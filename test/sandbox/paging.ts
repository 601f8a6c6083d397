import type { JsonObject } from './organisation';

/** Heroku's page size for a request that names none. */
export const DEFAULT_PAGE_SIZE = 200;
/** Heroku's largest page. */
export const MAX_PAGE_SIZE = 1000;
export const ACCEPT_RANGES = ['id', 'name'] as const;

/** A `Range` header, e.g. `id ]a1b2..; max=1000`. */
export interface RangeRequest {
  field: (typeof ACCEPT_RANGES)[number];
  /** First value wanted; empty for the beginning. */
  from: string;
  /** `]`: begin after `from`. */
  exclusive: boolean;
  /** Last value wanted; empty for the end. */
  to: string;
  max: number;
}

const RANGE =
  /^(id|name)\s+(\]?)([^\s;]*?)\.\.([^\s;]*)\s*(?:;\s*max=(\d+)\s*)?;?$/;

/**
 * Reads a `Range` header; `undefined` when it is malformed, which Heroku answers with 416. Ascending order only: nothing
 * in this project asks for another.
 */
export function parseRange(
  header: string | undefined,
  maxPageSize = MAX_PAGE_SIZE,
): RangeRequest | undefined {
  const match = RANGE.exec(header?.trim() || 'id ..');
  if (!match) return undefined;
  const [, field, bracket, from = '', to = '', max] = match;
  const asked = max === undefined ? DEFAULT_PAGE_SIZE : Number(max);
  if (asked < 1 || (bracket === ']' && from === '')) return undefined;
  return {
    field: field === 'name' ? 'name' : 'id',
    from,
    exclusive: bracket === ']',
    to,
    max: Math.min(asked, maxPageSize),
  };
}

/** The part `start` (inclusive) to `end` (exclusive) of a sorted list. */
export interface Page {
  list: SortedList;
  start: number;
  end: number;
  /** The `Range` of the page after this one, while there is more. */
  nextRange?: string;
}

/**
 * A list in the order that it is paged in, with each object's JSON kept once it was made: a list of 100,000
 * objects is sorted once, and a page of it costs a binary search and a join.
 */
export class SortedList {
  private readonly objects: JsonObject[];
  private readonly keys: string[];
  private readonly json: string[] = [];

  /** @param view what of each object this request is shown */
  constructor(
    objects: JsonObject[],
    field: string,
    private readonly view: (object: JsonObject) => JsonObject,
  ) {
    const keyed = objects.map((object, position) => {
      const value = object[field];
      // A few of Heroku's lists hold objects without an id: they keep their order.
      return {
        object,
        key:
          typeof value === 'string' ? value : String(position).padStart(9, '0'),
      };
    });
    keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
    this.objects = keyed.map(({ object }) => object);
    this.keys = keyed.map(({ key }) => key);
  }

  get length(): number {
    return this.keys.length;
  }

  page(range: RangeRequest): Page {
    const start =
      range.from === '' ? 0 : this.position(range.from, range.exclusive);
    const last = range.to === '' ? this.length : this.position(range.to, true);
    const end = Math.max(start, Math.min(start + range.max, last));
    const page: Page = { list: this, start, end };
    if (end < last) {
      page.nextRange = `${range.field} ]${this.keys[end - 1]}..${range.to}; max=${range.max}`;
    }
    return page;
  }

  /** The JSON array of the objects from `start` up to `end`. */
  serialise(start: number, end: number): string {
    const parts: string[] = [];
    for (let index = start; index < end; index++) {
      parts.push((this.json[index] ??= this.serialiseOne(index)));
    }
    return `[${parts.join(',')}]`;
  }

  /** The `Content-Range` of a page, e.g. `id a1b2..c3d4`; `undefined` for an empty one. */
  contentRange(field: string, page: Page): string | undefined {
    if (page.start === page.end) return undefined;
    return `${field} ${this.keys[page.start]}..${this.keys[page.end - 1]}`;
  }

  private serialiseOne(index: number): string {
    const object = this.objects[index];
    return object === undefined ? 'null' : JSON.stringify(this.view(object));
  }

  /** Index of the first key at or (`after`) beyond `key`. */
  private position(key: string, after: boolean): number {
    let low = 0;
    let high = this.keys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const found = this.keys[middle] ?? '';
      if (found < key || (after && found === key)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The sorted lists made so far. A list that was replaced, or has another length than before, is sorted anew. */
export class SortedLists {
  private readonly lists = new WeakMap<JsonObject[], Map<string, SortedList>>();

  get(
    objects: JsonObject[],
    field: string,
    viewName: string,
    view: (object: JsonObject) => JsonObject,
  ): SortedList {
    const views = this.lists.get(objects) ?? new Map<string, SortedList>();
    this.lists.set(objects, views);
    const name = `${field} ${viewName}`;
    const known = views.get(name);
    if (known?.length === objects.length) return known;
    const made = new SortedList(objects, field, view);
    views.set(name, made);
    return made;
  }
}
