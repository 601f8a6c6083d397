import type { Resource } from './types';
import { REFUSED } from './types/form';

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
 * Decodes one object. Fields that are not declared are dropped. A declared field of an unexpected form is left out and
 * named, and an object that lacks a required field is refused. The result is the same in whatever order the fields,
 * and the elements of lists, came.
 *
 * @returns the object, or `undefined` where it must be skipped, and the names of what was left out: of fields, such as
 *   `name` or `plan.state`, and of lists that lack an element
 */
export function decode<T>(
  resource: Resource<T>,
  value: unknown,
): { object: T | undefined; dropped: string[] } {
  const leftOut: string[] = [];
  const object = resource.form.decode(value, leftOut);
  if (object === REFUSED) {
    return { object: undefined, dropped: [] };
  }
  // Nearly always empty: then nothing need be made of it.
  return {
    object,
    dropped: leftOut.length > 1 ? [...new Set(leftOut)] : leftOut,
  };
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
