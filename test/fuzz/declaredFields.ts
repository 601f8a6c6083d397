import type { Resource } from '../../src/heroku/types';

/** A schema of valibot's, as far as its own structure tells what it takes. */
export interface Shape {
  type: string;
  entries?: Record<string, Shape>;
  wrapped?: Shape;
  item?: Shape;
  options?: Shape[];
  pipe?: Shape[];
}

/** The structure behind a declaration. */
export function shapeOf({ schema }: Resource<unknown>): Shape {
  return schema;
}

/** What is behind `maybe`, and in a pipe the step that names fields or elements. */
export function formOf(shape: Shape): Shape {
  if (shape.wrapped) return formOf(shape.wrapped);
  return shape.pipe?.find(({ entries, item }) => entries ?? item) ?? shape;
}

/** Whether an object is good without this field. */
export function isOptional(shape: Shape): boolean {
  return shape.type === 'nullish';
}

/** Whether what is decoded is not what was sent, but made of it: where a URL points, a certificate's facts. */
export function isTransformed(shape: Shape): boolean {
  return (formOf(shape).pipe ?? []).some(({ type }) => type === 'transform');
}

/** Every field that a declaration names, at any depth: `id`, `user.email`, `tunnels[].ip`. */
export function fieldPaths(
  shape: Shape,
  prefix = '',
): { path: string; shape: Shape }[] {
  const form = formOf(shape);
  if (form.entries) {
    return Object.entries(form.entries).flatMap(([field, inner]) => {
      const path = prefix === '' ? field : `${prefix}.${field}`;
      return [{ path, shape: inner }, ...fieldPaths(inner, path)];
    });
  }
  if (form.item) return fieldPaths(form.item, `${prefix}[]`);
  return (form.options ?? []).flatMap((option) => fieldPaths(option, prefix));
}
