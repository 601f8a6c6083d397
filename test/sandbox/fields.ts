import type { Json, JsonObject } from './organisation';

/** The value at a path with dots; undefined where it is not there. */
export function valueAt(object: JsonObject, path: string): Json | undefined {
  return path.split('.').reduce<Json | undefined>((value, key) => {
    if (value == null || typeof value !== 'object' || Array.isArray(value))
      return undefined;
    return value[key];
  }, object);
}

/** The string or number at a path with dots, as text; undefined where neither is there. */
export function textAt(object: JsonObject, path: string): string | undefined {
  const value = valueAt(object, path);
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : undefined;
}
