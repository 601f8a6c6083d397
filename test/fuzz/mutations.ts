import fc from 'fast-check';
import * as v from 'valibot';
import type { Resource } from '../../src/heroku/types';
import type { Shape } from './declaredFields';
import { formOf, isOptional, shapeOf } from './declaredFields';
import {
  anyJson,
  entriesOf,
  goodValueOf,
  MARK,
  TREACHEROUS_NAMES,
} from './values';

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

/** What the object should then be read as. */
export type Expected =
  | { read: 'whole' }
  /** Without this field, which is not of its form. */
  | { read: 'without'; field: string }
  | { read: 'skipped' };

/** The paths of declared fields in objects, lists left aside: there a mutation replaces the list. */
function objectPaths(shape: Shape, prefix: string[] = []): string[][] {
  const { entries } = formOf(shape);
  return Object.entries(entries ?? {}).flatMap(([field, inner]) => {
    const path = [...prefix, field];
    return [path, ...objectPaths(inner, path)];
  });
}

function shapeAt(shape: Shape, [field, ...rest]: string[]): Shape {
  return field === undefined
    ? shape
    : shapeAt(entriesOf(shape)[field] as Shape, rest);
}

/** Whatever may be done to an object of a resource. */
export function mutationOf(
  resource: Resource<unknown>,
): fc.Arbitrary<Mutation> {
  const shape = shapeOf(resource);
  const paths = objectPaths(shape);
  const anyPath = fc.constantFrom(...paths);
  const parents = fc.constantFrom(
    [],
    ...paths.filter((path) => formOf(shapeAt(shape, path)).entries),
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
        goodValueOf(shapeAt(shape, path)).map((value): Mutation => ({
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
export function expectedOf(
  resource: Resource<unknown>,
  value: unknown,
): Expected {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { read: 'skipped' };
  }
  const entries = entriesOf(shapeOf(resource));
  const bad = Object.entries(entries).filter(([field, shape]) => {
    const isThere = Object.hasOwn(value, field);
    return isThere
      ? !isTaken(shape, (value as Record<string, unknown>)[field])
      : !isOptional(shape);
  });
  const [first] = bad;
  if (first === undefined) return { read: 'whole' };
  return bad.some(([, shape]) => !isOptional(shape))
    ? { read: 'skipped' }
    : { read: 'without', field: first[0] };
}

function isTaken(shape: Shape, value: unknown): boolean {
  return v.safeParse(shape as unknown as v.GenericSchema, value).success;
}
