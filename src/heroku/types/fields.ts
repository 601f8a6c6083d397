import type { DecodedFields, Fields, Form } from './form';
import { form, maybe, object, REFUSED } from './form';

export { maybe, object } from './form';

/**
 * The vocabulary in which the resources beside this file are declared.
 *
 * A declaration names every field that is read and nothing else: what it does not name never leaves the decoder,
 * which is how secrets stay out of properties, raw data and logs. `null` and absent both mean *unknown*.
 */

/** The longest string kept: JupiterOne indexes property values of at most 4,096 characters. */
export const MAX_TEXT_LENGTH = 4096;

/** A string short enough to be a property. */
export const text = form<string>(
  (value) => typeof value === 'string' && value.length <= MAX_TEXT_LENGTH,
);

/** An identifier: Heroku's are UUIDs; ten characters is the least that JupiterOne takes as a key. */
export const identifier = form<string>(
  (value) =>
    typeof value === 'string' &&
    /^[A-Za-z0-9][A-Za-z0-9._:@~-]{9,127}$/.test(value),
);

/**
 * An identifier that is a plain string, as that of a VPN connection. Behind its type in a key it may be short, and of
 * any characters but spaces and control characters.
 */
export const plainIdentifier = form<string>(
  (value) => typeof value === 'string' && /^[^\s\p{C}]{1,128}$/u.test(value),
);

/** A finite number. */
export const number = form<number>(Number.isFinite);

export const boolean = form<boolean>((value) => typeof value === 'boolean');

/**
 * A string that may be a secret, or hold one, reduced to facts about it that are none. A string that the facts cannot
 * be read from tells nothing.
 */
export function reducedTo<T>(
  reduce: (value: string) => T | undefined,
): Form<T> {
  return {
    isReduced: true,
    decode: (value) => (typeof value === 'string' ? reduce(value) : REFUSED),
  };
}

const named = object({ name: maybe(text) });

/** The generation of the Heroku platform, `cedar` or `fir`: `{id, name}` in some answers, the bare name in others. */
export const generation: Form<string> = {
  decode: (value, leftOut) => {
    if (typeof value === 'string') {
      return text.decode(value, leftOut);
    }
    const decoded = named.decode(value, leftOut);
    return typeof decoded === 'object' ? (decoded.name ?? undefined) : decoded;
  },
};

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

/** What every listed resource is declared with: the name used in messages, and the form of its objects. */
export interface Resource<T> {
  /** Singular, as an operator would say it: `team`, `add-on`. */
  readonly name: string;
  readonly form: Form<T>;
}

/** Declares a resource by its name and the fields that are read of it. */
export function resource<F extends Fields>(
  name: string,
  fields: F,
): Resource<DecodedFields<F>> {
  return { name, form: object(fields) };
}

/** The decoded form of a declared resource. */
export type Decoded<R> = R extends Resource<infer T> ? T : never;
