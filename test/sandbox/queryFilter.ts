import { textAt } from './fields';
import type { JsonObject } from './organisation';

/** The objects that `?eq[name]=value` asks for; all of the list where the query filters by nothing. */
export function matching(objects: JsonObject[], query: string): JsonObject[] {
  const wanted = [...new URLSearchParams(query)].flatMap(([key, value]) => {
    const field = /^eq\[([\w.]+)\]$/.exec(key)?.[1];
    return field === undefined ? [] : [{ field, value }];
  });
  if (wanted.length === 0) return objects;
  return objects.filter((object) =>
    wanted.every(({ field, value }) => textAt(object, field) === value),
  );
}
