import type {
  JsonObject,
  Organisation,
  Resource,
} from '../../sandbox/organisation';

/** An object of the Platform API, and where it is served. */
export interface Served {
  object: JsonObject;
  path: string;
}

/** What becomes of an object: another one, the same, or `undefined` where it is not there. */
export type Edit = (served: Served) => JsonObject | undefined;

/** The organisation with each of its objects edited. What is below an object that is not there is not there either. */
export function edited(organisation: Organisation, edit: Edit): Organisation {
  const resources = new Map<string, Resource>();
  const gone: string[] = [];
  for (const [path, resource] of organisation.resources) {
    if (Array.isArray(resource)) {
      resources.set(
        path,
        resource
          .map((object) => edit({ object, path }))
          .filter((object) => object !== undefined),
      );
    } else {
      const object = edit({ object: resource, path });
      if (object === undefined) gone.push(path);
      else resources.set(path, object);
    }
  }
  for (const path of [...resources.keys()]) {
    if (gone.some((parent) => path.startsWith(`${parent}/`))) {
      resources.delete(path);
    }
  }
  return { ...organisation, resources };
}

/** A string field of an object, or of an object within it; empty where it is none. */
export function textIn(object: JsonObject, ...path: string[]): string {
  const [field = '', ...more] = path;
  const value = object[field];
  if (typeof value === 'string') return more.length === 0 ? value : '';
  const isObject =
    typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? textIn(value, ...more) : '';
}

/** Several edits, one after the other. */
export function inTurn(...edits: Edit[]): Edit {
  return ({ object, path }) =>
    edits.reduce<JsonObject | undefined>(
      (edited, edit) => edited && edit({ object: edited, path }),
      object,
    );
}

/** Changes fields of what is meant. */
export function set(
  isMeant: (served: Served) => boolean,
  fields: JsonObject | ((object: JsonObject) => JsonObject),
): Edit {
  return (served) =>
    isMeant(served)
      ? {
          ...served.object,
          ...(typeof fields === 'function' ? fields(served.object) : fields),
        }
      : served.object;
}

/** Takes away what is meant. */
export function remove(isMeant: (served: Served) => boolean): Edit {
  return (served) => (isMeant(served) ? undefined : served.object);
}
