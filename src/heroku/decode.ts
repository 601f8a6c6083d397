import * as v from 'valibot';
import type { Resource } from './types';

/** What was wrong with the objects of a page, in numbers and field names: never in values. */
export interface Defects {
  /** Objects left out because they are no such resource, or lack what identifies one. */
  skipped: number;
  /** Fields left out of objects that were kept, by name, with the number of objects. */
  fields: Map<string, number>;
}

/** A page of a list, decoded. */
export interface Page<T> {
  /** The name of the resource, for messages: `team`, `add-on`. */
  resource: string;
  objects: T[];
  defects: Defects;
}

/** A single thing, decoded. */
export interface ReadObject<T> {
  /** The name of the resource, for messages. */
  resource: string;
  object: T;
  defects: Defects;
}

/**
 * Decodes one object: fields that are not declared are dropped, a declared field of an unexpected form is left
 * out and named, and an object without its required fields is refused.
 *
 * @returns the object, or `undefined` where it must be skipped, and the names of the fields left out
 */
export function decode<T>(
  resource: Resource<T>,
  value: unknown,
): { object: T | undefined; dropped: string[] } {
  const first = v.safeParse(resource.schema, value);
  if (first.success) {
    return { object: first.output, dropped: [] };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { object: undefined, dropped: [] };
  }

  const dropped = new Set<string>();
  for (const { path } of first.issues) {
    const field = path?.[0]?.key;
    if (typeof field === 'string') {
      dropped.add(field);
    }
  }
  const kept = Object.fromEntries(
    Object.entries(value).filter(([field]) => !dropped.has(field)),
  );
  const second = v.safeParse(resource.schema, kept);
  if (!second.success) {
    return { object: undefined, dropped: [] };
  }
  return { object: second.output, dropped: [...dropped] };
}

/** Decodes a page: the healthy objects, and what was wrong with the others. */
export function decodePage<T>(
  resource: Resource<T>,
  values: readonly unknown[],
): Page<T> {
  const page: Page<T> = {
    resource: resource.name,
    objects: [],
    defects: { skipped: 0, fields: new Map() },
  };
  for (const value of values) {
    const { object, dropped } = decode(resource, value);
    if (object === undefined) {
      page.defects.skipped++;
      continue;
    }
    page.objects.push(object);
    for (const field of dropped) {
      page.defects.fields.set(field, (page.defects.fields.get(field) ?? 0) + 1);
    }
  }
  return page;
}
