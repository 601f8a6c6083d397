import * as v from 'valibot';

/**
 * The vocabulary in which the resources beside this file are declared.
 *
 * A declaration names every field that is read and nothing else: what it does not name never leaves the decoder,
 * which is how secrets stay out of properties, raw data and logs. `null` and absent both mean *unknown*.
 */

/** The longest string kept: JupiterOne indexes property values of at most 4,096 characters. */
export const MAX_TEXT_LENGTH = 4096;

// The forms that nearly every field has are each one check: a pipe of several costs twice the time, on every field of
// every object.

/** A string short enough to be a property. */
export const text = v.custom<string>(
  (value) => typeof value === 'string' && value.length <= MAX_TEXT_LENGTH,
);

/** An identifier: Heroku's are UUIDs; ten characters is the least that JupiterOne takes as a key. */
export const identifier = v.custom<string>(
  (value) =>
    typeof value === 'string' &&
    /^[A-Za-z0-9][A-Za-z0-9._:@~-]{9,127}$/.test(value),
);

/** An identifier that stands behind its type in a key, and so may be short: VPN connections have numbers. */
export const shortIdentifier = v.custom<string>(
  (value) =>
    typeof value === 'string' &&
    /^[A-Za-z0-9][A-Za-z0-9._:@~-]{0,127}$/.test(value),
);

/**
 * A date and time: ISO 8601, or as certificates have it, `2030-01-31 23:59:59 UTC`. JavaScript alone would read a
 * date into any words with a number behind them.
 */
export const timestamp = v.custom<string>(
  (value) =>
    typeof value === 'string' &&
    value.length <= 64 &&
    /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?)?$/.test(
      value,
    ) &&
    !Number.isNaN(Date.parse(value)),
);

/** A finite number. */
export const number = v.custom<number>(Number.isFinite);

export const boolean = v.boolean();

/** A list of names, such as config-var names or scopes. */
export const texts = v.pipe(v.array(text), v.maxLength(10_000));

/** Anything that may be missing: `null` and absent are the same unknown. */
export function maybe<S extends v.GenericSchema>(schema: S) {
  return v.nullish(schema);
}

/** An object with these fields. A list is none, though JavaScript would take it for one without fields. */
export function object<E extends v.ObjectEntries>(
  entries: E,
): v.GenericSchema<unknown, v.InferOutput<v.ObjectSchema<E, undefined>>> {
  const schema = v.object(entries);
  const isAnyRequired = Object.values(entries).some(
    ({ type }) => type !== 'nullish',
  );
  return isAnyRequired
    ? // A list lacks the required field.
      schema
    : v.pipe(
        v.unknown(),
        v.check((value) => !Array.isArray(value)),
        schema,
      );
}

/** A reference to another resource, `{id, name}`. */
export const reference = object({ id: identifier, name: maybe(text) });

/** A reference to a person, `{id, email}`. */
export const personReference = object({ id: identifier, email: maybe(text) });

/** What every listed resource is declared with: the name used in messages, and the fields read. */
export interface Resource<T> {
  /** Singular, as an operator would say it: `team`, `add-on`. */
  readonly name: string;
  readonly schema: v.GenericSchema<unknown, T>;
}

/** Declares a resource by its name and the fields that are read of it. */
export function resource<E extends v.ObjectEntries>(
  name: string,
  entries: E,
): Resource<v.InferOutput<v.ObjectSchema<E, undefined>>> {
  return { name, schema: object(entries) };
}

/** The decoded form of a declared resource. */
export type Decoded<R> = R extends Resource<infer T> ? T : never;
