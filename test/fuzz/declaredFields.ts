import type { Form, Maybe } from '../../src/heroku/types/form';

/** A field as it is declared. */
export type Field = Form<unknown> | Maybe<unknown>;

/** The form behind `maybe`. */
export function formOf(field: Field): Form<unknown> {
  return 'maybe' in field ? field.maybe : field;
}

/** Whether an object is good without this field. */
export function isOptional(field: Field): boolean {
  return 'maybe' in field;
}

/** Every field that a form names, at any depth: `id`, `user.email`, `tunnels[].ip`. */
export function fieldPaths(
  form: Form<unknown>,
  prefix = '',
): { path: string; form: Form<unknown> }[] {
  if (form.element) {
    return fieldPaths(form.element, `${prefix}[]`);
  }
  return Object.entries(form.fields ?? {}).flatMap(([name, field]) => {
    const path = prefix === '' ? name : `${prefix}.${name}`;
    return [{ path, form: formOf(field) }, ...fieldPaths(formOf(field), path)];
  });
}
