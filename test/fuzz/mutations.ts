import fc from 'fast-check';
import type { Resource } from '../../src/heroku/types';
import type { Fields, Form } from '../../src/heroku/types/form';
import { REFUSED } from '../../src/heroku/types/form';
import type { Field } from './declaredFields';
import { formOf, isOptional } from './declaredFields';
import { anyJson, goodValueOf, MARK, TREACHEROUS_NAMES } from './values';

/** Something done to one object that Heroku sends. */
export type Mutation =
  /** Any JSON in its place. */
  | { kind: 'replaced'; by: unknown }
  /** Any JSON in place of a field, or of a field of a field. */
  | { kind: 'field'; path: string[]; value: unknown }
  /** A field that is not there. */
  | { kind: 'missing'; path: string[] }
  /** A field that nobody declared, at the top or further down. */
  | { kind: 'undeclared'; path: string[]; value: unknown };

/** The paths of declared fields in objects, lists left aside: there a mutation replaces the list. */
function objectPaths(form: Form<unknown>, prefix: string[] = []): string[][] {
  return Object.entries(form.fields ?? {}).flatMap(([name, field]) => {
    const path = [...prefix, name];
    return [path, ...objectPaths(formOf(field), path)];
  });
}

function fieldAt(field: Field, [name, ...rest]: string[]): Field {
  return name === undefined
    ? field
    : fieldAt(formOf(field).fields?.[name] as Field, rest);
}

/** Whatever may be done to an object of a resource. */
export function mutationOf(
  resource: Resource<unknown>,
): fc.Arbitrary<Mutation> {
  const { form } = resource;
  const paths = objectPaths(form);
  const anyPath = fc.constantFrom(...paths);
  const parents = fc.constantFrom(
    [],
    ...paths.filter((path) => formOf(fieldAt(form, path)).fields),
  );
  return fc.oneof(
    {
      weight: 1,
      arbitrary: anyJson.map((by): Mutation => ({ kind: 'replaced', by })),
    },
    {
      weight: 6,
      arbitrary: fc
        .tuple(anyPath, anyJson)
        .map(([path, value]): Mutation => ({ kind: 'field', path, value })),
    },
    {
      weight: 4,
      arbitrary: anyPath.chain((path) =>
        goodValueOf(fieldAt(form, path)).map((value): Mutation => ({
          kind: 'field',
          path,
          value,
        })),
      ),
    },
    {
      weight: 2,
      arbitrary: anyPath.map((path): Mutation => ({ kind: 'missing', path })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(parents, fc.constantFrom(...TREACHEROUS_NAMES, 'token', MARK))
        .map(([parent, name]): Mutation => ({
          kind: 'undeclared',
          path: [...parent, name],
          value: { [MARK]: MARK, id: MARK },
        })),
    },
  );
}

/** The object with the mutation done to it. */
export function mutate(object: unknown, mutation: Mutation): unknown {
  return mutation.kind === 'replaced'
    ? mutation.by
    : changed(object, mutation.path, (target, name) => {
        if (mutation.kind === 'missing') {
          delete target[name];
        } else {
          // As JSON.parse does it, so that `__proto__` is a field like any other.
          Object.defineProperty(target, name, {
            value: mutation.value,
            enumerable: true,
            configurable: true,
            writable: true,
          });
        }
      });
}

function changed(
  object: unknown,
  [field = '', ...rest]: string[],
  change: (target: Record<string, unknown>, name: string) => void,
): unknown {
  const isObject =
    typeof object === 'object' && object !== null && !Array.isArray(object);
  const copy: Record<string, unknown> = isObject ? { ...object } : {};
  if (rest.length === 0) {
    change(copy, field);
  } else {
    copy[field] = changed(copy[field], rest, change);
  }
  return copy;
}

/** What an object, mutated or not, is to be read as by the declaration alone. */
export interface Expected {
  /** The value without what is not of its form. */
  value: unknown;
  /** The names of what is left out. */
  leftOut: string[];
}

/** See {@link Expected}; `undefined` where the object is to be skipped. */
export function expectedOf(
  { form }: Resource<unknown>,
  value: unknown,
): Expected | undefined {
  const expected = mend(form, value);
  return (
    expected && { ...expected, leftOut: [...new Set(expected.leftOut)].sort() }
  );
}

function mend(form: Form<unknown>, value: unknown): Expected | undefined {
  if (form.fields) return mendObject(form.fields, value);
  if (form.element) return mendList(form, form.element, value);
  const leftOut: string[] = [];
  return form.decode(value, leftOut) === REFUSED
    ? undefined
    : { value: leftOut.length === 0 ? value : undefined, leftOut };
}

function mendObject(fields: Fields, value: unknown): Expected | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return undefined;
  }
  const rest = new Map(Object.entries(value));
  const leftOut: string[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const sent: unknown = rest.get(name);
    if (isOptional(field) && (sent === undefined || sent === null)) continue;
    const mended = mend(formOf(field), sent);
    if (mended) {
      rest.set(name, mended.value);
      leftOut.push(
        ...mended.leftOut.map((inner) => (inner ? `${name}.${inner}` : name)),
      );
    } else if (isOptional(field)) {
      rest.delete(name);
      leftOut.push(name);
    } else {
      return undefined;
    }
  }
  return { value: Object.fromEntries(rest), leftOut };
}

function mendList(
  form: Form<unknown>,
  element: Form<unknown>,
  value: unknown,
): Expected | undefined {
  if (!Array.isArray(value)) return undefined;
  const mended = value.map((one) => mend(element, one));
  const keepsOthers = form.decode([undefined], []) !== REFUSED;
  return keepsOthers || !mended.includes(undefined)
    ? {
        value: mended.flatMap((one) => (one ? [one.value] : [])),
        leftOut: mended.flatMap((one) => one?.leftOut ?? ['']),
      }
    : undefined;
}
