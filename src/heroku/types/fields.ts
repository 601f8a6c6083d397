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

/**
 * An identifier that is a plain string, as that of a VPN connection. Behind its type in a key it may be short, and of
 * any characters but spaces and control characters.
 */
export const plainIdentifier = v.custom<string>(
  (value) => typeof value === 'string' && /^[^\s\p{C}]{1,128}$/u.test(value),
);

/** A finite number. */
export const number = v.custom<number>(Number.isFinite);

export const boolean = v.boolean();

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

/**
 * A string that may be a secret, or hold one, reduced to facts about it that are none. A string that the facts cannot
 * be read from tells nothing.
 */
export function reducedTo<T>(reduce: (value: string) => T | undefined) {
  return v.pipe(
    v.string(),
    v.transform(reduce),
    v.metadata({ isReduced: true }),
  );
}

/** The generation of the Heroku platform, `cedar` or `fir`: `{id, name}` in some answers, the bare name in others. */
export const generation = v.pipe(
  v.union([text, object({ name: maybe(text) })]),
  v.transform((value) =>
    typeof value === 'string' ? value : (value.name ?? undefined),
  ),
);

/** A reference to another resource, `{id, name}`. */
export const reference = object({ id: identifier, name: maybe(text) });

/** A reference to a person, `{id, email}`. */
export const personReference = object({ id: identifier, email: maybe(text) });

/**
 * The SSO provider that somebody signs in with. Of a provider of another organisation Heroku may tell no more than
 * that there is one: it is `redacted`.
 */
export const identityProviderReference = object({
  id: maybe(identifier),
  name: maybe(text),
  redacted: maybe(boolean),
  /** The team or enterprise account that it belongs to. */
  owner: maybe(
    object({
      id: maybe(identifier),
      name: maybe(text),
      /** `team` or `enterprise-account`. */
      type: maybe(text),
    }),
  ),
});

/** What every listed resource is declared with: the name used in messages, and the fields read. */
export interface Resource<T> {
  /** Singular, as an operator would say it: `team`, `add-on`. */
  readonly name: string;
  readonly schema: v.GenericSchema<unknown, T>;
  /** Lists in which a broken element costs itself only, and is counted. In other lists it costs the whole list. */
  readonly partialLists: readonly string[];
}

/** Declares a resource by its name and the fields that are read of it: see {@link Resource}. */
export function resource<E extends v.ObjectEntries>(
  name: string,
  entries: E,
  { partialLists = [] }: { partialLists?: (keyof E & string)[] } = {},
): Resource<v.InferOutput<v.ObjectSchema<E, undefined>>> {
  return { name, schema: object(entries), partialLists };
}

/** The decoded form of a declared resource. */
export type Decoded<R> = R extends Resource<infer T> ? T : never;
