import type { Json, JsonObject } from '../sandbox';

/** An entity or relationship as it must be written: without raw data. */
export type Expected = Record<string, unknown> & {
  _key: string;
  _type: string;
};

/** What a collection knows besides what Heroku answers. */
export interface Circumstances {
  /** When it begins: the support of a stack and the validity of a certificate depend on it. */
  at: Date;
  /** Whether an ingestion source is on, and the API key may read what it asks for. */
  isOn: (source: string) => boolean;
}

/** What every entity has. */
export function common(
  _type: string,
  _class: string,
  object: JsonObject,
): Expected {
  const id = idOf(object);
  return {
    _key: id,
    _type,
    _class: [_class],
    id,
    ...named(object.name),
    ...isThere({
      createdOn: timeIn(object, 'created_at'),
      updatedOn: timeIn(object, 'updated_at'),
    }),
  };
}

/** The name of an entity, and what is shown of it. */
export function named(name: unknown): { name: unknown; displayName: unknown } {
  return { name, displayName: name };
}

/** A relationship between two entities of the graph. */
export function related(
  from: string,
  verb: string,
  to: string,
  _type: string,
  properties: Record<string, unknown> = {},
): Expected {
  return {
    _key: `${from}|${verb.toLowerCase()}|${to}`,
    _type,
    _class: verb,
    _fromEntityKey: from,
    _toEntityKey: to,
    displayName: verb,
    ...properties,
  };
}

/** What is beyond the graph, and how JupiterOne finds it there. */
export interface Beyond {
  /** The property by which it is found, beside its type or class. */
  by: string;
  target: Record<string, unknown>;
  /** Whether JupiterOne makes it where it is not there. */
  isMade?: boolean;
}

/** A relationship with something that is not in the graph. */
export function mapped(
  from: string,
  verb: string,
  id: string,
  _type: string,
  { by, target, isMade = false }: Beyond,
  properties: Record<string, unknown> = {},
): Expected {
  const begins = _type.startsWith('heroku_') ? 'FORWARD' : 'REVERSE';
  return {
    _key: `${from}|${verb.toLowerCase()}|${id}`,
    _type,
    _class: verb,
    displayName: verb,
    _mapping: {
      relationshipDirection: begins,
      sourceEntityKey: from,
      targetFilterKeys: [['_type' in target ? '_type' : '_class', by]],
      targetEntity: target,
      skipTargetCreation: !isMade,
    },
    ...properties,
  };
}

/** The properties without those that Heroku does not say: unknown is absent, never false. */
export function isThere(
  properties: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).filter(([, value]) => value != null),
  );
}

/** A list without an order of its own, as it is collected. */
export function sorted(list: Json | undefined): Json | undefined {
  return Array.isArray(list) ? [...list].sort() : list;
}

export function idOf(object: JsonObject): string {
  const { id } = object;
  if (typeof id !== 'string') throw new Error('An object without an id');
  return id;
}

/** The id of what an object refers to in a field. */
export function idIn(object: JsonObject, field: string): string | undefined {
  return textIn(objectIn(object, field), 'id');
}

export function objectIn(
  object: JsonObject | undefined,
  field: string,
): JsonObject | undefined {
  const value = object?.[field];
  return value != null && typeof value === 'object' && !Array.isArray(value)
    ? value
    : undefined;
}

export function textIn(
  object: JsonObject | undefined,
  field: string,
): string | undefined {
  const value = object?.[field];
  return typeof value === 'string' ? value : undefined;
}

/** A date in milliseconds since 1970. */
export function timeIn(
  object: JsonObject | undefined,
  field: string,
): number | undefined {
  const value = textIn(object, field);
  return value === undefined ? undefined : Date.parse(value);
}
