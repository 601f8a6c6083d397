import type { Shape } from './faults';
import type { Json, JsonObject } from './organisation';

/** Well-formed JSON that is not what was asked for. */
export function reshaped(body: Json, as: Shape): Json {
  switch (as) {
    case 'null':
      return null;
    case 'text':
      return 'surprise';
    case 'number':
      return 42;
    case 'boolean':
      return true;
    case 'list':
      return [body];
    case 'object':
      return { data: body };
    case 'nulls':
      return eachOf(body, () => null);
    case 'texts':
      return eachOf(body, () => 'surprise');
    case 'withoutId':
      return eachOf(body, (object) => without('id', object));
    case 'numberId':
      return eachOf(body, (object) => ({ ...object, id: 42 }));
    case 'fieldsNull':
      return eachOf(body, (object) =>
        Object.fromEntries(Object.keys(object).map((key) => [key, null])),
      );
  }
}

/** The page with each of its objects this many bytes larger. */
export function padded(body: Json, bytesPerObject: number): Json {
  const padding = 'x'.repeat(bytesPerObject);
  return eachOf(body, (object) => ({ ...object, padding }));
}

/** The page with its largest id not at the end: what a client would take for the last one is not. */
export function unsorted(body: Json): Json {
  return Array.isArray(body) ? [...body].reverse() : body;
}

function eachOf(body: Json, change: (object: JsonObject) => Json): Json {
  if (Array.isArray(body)) return body.map((one) => eachOf(one, change));
  return body !== null && typeof body === 'object' ? change(body) : body;
}

function without(field: string, object: JsonObject): JsonObject {
  const copy = { ...object };
  delete copy[field];
  return copy;
}
