/** A property of an entity or relationship: its JSON type, and one line that says what it is. */
export interface Property<T = unknown> {
  readonly type: 'string' | 'number' | 'boolean' | 'array';
  readonly items?: { readonly type: 'string' };
  readonly format?: 'date-time' | 'uri' | 'email';
  /** Whether `null` stands for what is not known, since the data model requires the property. */
  readonly isNullable?: true;
  readonly description: string;
  /** Carries the TypeScript type; there is no value. */
  readonly valueType?: T;
}

export type Properties = Readonly<Record<string, Property>>;

/** The values that belong to declared properties; what is unknown is left out or `undefined`. */
export type ValuesOf<P extends Properties> = {
  [N in keyof P]?: P[N] extends Property<infer T> ? T : never;
};

export const string = (description: string): Property<string> => ({
  type: 'string',
  description,
});
/** A string that the data model requires, with `null` where it is not known. */
export const stringOrNull = (description: string): Property<string | null> => ({
  type: 'string',
  isNullable: true,
  description,
});
/** A boolean that the data model requires, with `null` where it is not known. */
export const booleanOrNull = (
  description: string,
): Property<boolean | null> => ({
  type: 'boolean',
  isNullable: true,
  description,
});
export const uri = (description: string): Property<string> => ({
  type: 'string',
  format: 'uri',
  description,
});
export const email = (description: string): Property<string> => ({
  type: 'string',
  format: 'email',
  description,
});
export const number = (description: string): Property<number> => ({
  type: 'number',
  description,
});
/** Milliseconds since 1970. */
export const time = (description: string): Property<number> => ({
  type: 'number',
  format: 'date-time',
  description,
});
export const boolean = (description: string): Property<boolean> => ({
  type: 'boolean',
  description,
});
export const strings = (description: string): Property<string[]> => ({
  type: 'array',
  items: { type: 'string' },
  description,
});
