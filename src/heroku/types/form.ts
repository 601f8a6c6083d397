/** Says that a value is not of a form. */
export const REFUSED = Symbol('refused');

/** The form of a value that Heroku sends, and how such a value is decoded. */
export interface Form<T> {
  /**
   * Decodes a value.
   *
   * @param leftOut takes the names of the fields inside that are left out, since they are not of their form
   * @returns `undefined` where the value is of the form, and tells nothing
   */
  readonly decode: (
    value: unknown,
    leftOut: string[],
  ) => T | undefined | typeof REFUSED;
  /** The fields of an object. */
  readonly fields?: Fields;
  /** What a list holds. */
  readonly element?: Form<unknown>;
  /** Whether the value may be a secret, or hold one, and only facts about it are kept that are none. */
  readonly isReduced?: boolean;
}

/** A field that an object is good without: `null` and absent are the same unknown. */
export interface Maybe<T> {
  readonly maybe: Form<T>;
}

/** The fields of an object, by their names. */
export type Fields = Readonly<Record<string, Form<unknown> | Maybe<unknown>>>;

/** What an object with these fields is decoded to. */
export type DecodedFields<F extends Fields> = {
  [N in keyof F as F[N] extends Form<unknown> ? N : never]: F[N] extends Form<
    infer T
  >
    ? T
    : never;
} & {
  [N in keyof F as F[N] extends Maybe<unknown> ? N : never]?:
    (F[N] extends Maybe<infer T> ? T : never) | null | undefined;
};

/** A value that is taken as it came, if it passes. */
export function form<T>(isOfForm: (value: unknown) => boolean): Form<T> {
  return { decode: (value) => (isOfForm(value) ? (value as T) : REFUSED) };
}

/** A field that an object is good without. */
export function maybe<T>(inner: Form<T>): Maybe<T> {
  return { maybe: inner };
}

/**
 * An object with these fields. It is decoded in this order, whatever order they came in, and without any others. A
 * field that is not of its form is left out and named; if the object cannot be without it, the object is refused.
 */
export function object<F extends Fields>(fields: F): Form<DecodedFields<F>> {
  const declared = Object.entries(fields).map(([name, field]) =>
    'maybe' in field
      ? { name, isOptional: true, decode: field.maybe.decode }
      : { name, isOptional: false, decode: field.decode },
  );
  return {
    fields,
    decode: (value, leftOut) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        return REFUSED;
      }
      const decoded: Record<string, unknown> = {};
      for (const { name, isOptional, decode } of declared) {
        const sent = (value as Record<string, unknown>)[name];
        if (isOptional && sent === undefined) {
          continue;
        }
        if (isOptional && sent === null) {
          decoded[name] = null;
          continue;
        }
        const before = leftOut.length;
        const field = decode(sent, leftOut);
        if (!isOptional && (field === REFUSED || field === undefined)) {
          return REFUSED;
        }
        if (field === REFUSED) {
          leftOut.length = before;
          leftOut.push(name);
          continue;
        }
        nameInside(name, leftOut, before);
        if (field !== undefined) {
          decoded[name] = field;
        }
      }
      return decoded as DecodedFields<F>;
    },
  };
}

/** Among the names of what is left out, stands for an element of a list, which has no name of its own. */
export const ELEMENT = '';

/** Puts a field's name before those of what was left out inside of it: `plan.state`. */
function nameInside(name: string, leftOut: string[], from: number): void {
  for (let index = from; index < leftOut.length; index++) {
    const inner = leftOut[index];
    leftOut[index] = inner === ELEMENT ? name : `${name}.${inner}`;
  }
}
