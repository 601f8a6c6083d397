import type { JsonObject } from './organisation';

/** Heroku's page size for a request that names none. */
export const DEFAULT_PAGE_SIZE = 200;
/** Heroku's largest page. */
export const MAX_PAGE_SIZE = 1000;

/** A `Range` header, e.g. `id ]a1b2..; max=1000, order=desc`. */
export interface RangeRequest {
  field: string;
  /** First value wanted; empty for the beginning. */
  from: string;
  /** `]`: begin after `from`. */
  exclusive: boolean;
  /** Last value wanted; empty for the end. */
  to: string;
  max: number;
  descending: boolean;
}

const RANGE = /^(\w+)\s+(\]?)([^\s;]*?)\.\.([^\s;]*)\s*(?:;([^;]*);?)?$/;
const PARAMETER = /^(?:max=(?<max>[1-9]\d*)|order=(?<order>asc|desc))$/;

/** Reads a `Range` header, and says `undefined` of a malformed one, which Heroku answers with 400. */
export function parseRange(
  header: string | undefined,
  maxPageSize = MAX_PAGE_SIZE,
): RangeRequest | undefined {
  const match = RANGE.exec(header?.trim() || 'id ..');
  if (!match) return undefined;
  const [, field = '', bracket, from = '', to = '', text = ''] = match;
  if (bracket === ']' && from === '') return undefined;
  let max = DEFAULT_PAGE_SIZE;
  let descending = false;
  for (const part of text.split(',').map((one) => one.trim())) {
    if (part === '') continue;
    const parameter = PARAMETER.exec(part)?.groups;
    if (!parameter) return undefined;
    if (parameter['max'] !== undefined) max = Number(parameter['max']);
    else descending = parameter['order'] === 'desc';
  }
  return {
    field,
    from,
    exclusive: bracket === ']',
    to,
    max: Math.min(max, maxPageSize),
    descending,
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

/** How a list is sorted and shown. */
export interface ListView {
  field: string;
  descending: boolean;
  /** Tells views apart that show different parts of the objects. */
  name: string;
  /** What of each object the request is shown. */
  show: (object: JsonObject) => JsonObject;
}

type Key = string | number;

/**
 * A list in the order that it is paged in, with each object's JSON kept once it was made: a list of 100,000
 * objects is sorted once, and a page of it costs a binary search and a join.
 */
export class SortedList {
  private readonly objects: JsonObject[];
  private readonly keys: Key[];
  private readonly json: string[] = [];

  constructor(
    objects: JsonObject[],
    private readonly view: ListView,
  ) {
    const keyed = objects.map((object, position) => ({
      object,
      key: keyOf(object, view.field, position),
    }));
    keyed.sort((a, b) => this.compare(a.key, b.key));
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
      const order = range.descending ? ', order=desc' : '';
      page.nextRange = `${range.field} ]${this.keys[end - 1]}..${range.to}; max=${range.max}${order}`;
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
  contentRange(page: Page): string | undefined {
    if (page.start === page.end) return undefined;
    return `${this.view.field} ${this.keys[page.start]}..${this.keys[page.end - 1]}`;
  }

  private serialiseOne(index: number): string {
    const object = this.objects[index];
    return object === undefined
      ? 'null'
      : JSON.stringify(this.view.show(object));
  }

  /** Index of the first key at or (`after`) beyond the one asked for. */
  private position(asked: string, after: boolean): number {
    const key = typeof this.keys[0] === 'number' ? Number(asked) : asked;
    let low = 0;
    let high = this.keys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = this.compare(this.keys[middle] ?? '', key);
      if (order < 0 || (after && order === 0)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private compare(a: Key, b: Key): number {
    const ascending = a < b ? -1 : a > b ? 1 : 0;
    return this.view.descending ? -ascending : ascending;
  }
}

/** What an object is sorted by. A few of Heroku's lists hold objects without an id: they keep their order. */
function keyOf(object: JsonObject, field: string, position: number): Key {
  const value = object[field];
  return typeof value === 'string' || typeof value === 'number'
    ? value
    : String(position).padStart(9, '0');
}

/** The sorted lists made so far. A list that was replaced, or has another length than before, is sorted anew. */
export class SortedLists {
  private readonly lists = new WeakMap<JsonObject[], Map<string, SortedList>>();

  get(objects: JsonObject[], view: ListView): SortedList {
    const views = this.lists.get(objects) ?? new Map<string, SortedList>();
    this.lists.set(objects, views);
    const name = `${view.field} ${view.descending} ${view.name}`;
    const known = views.get(name);
    if (known?.length === objects.length) return known;
    const made = new SortedList(objects, view);
    views.set(name, made);
    return made;
  }
}
