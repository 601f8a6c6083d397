import type {
  Entity,
  ExplicitRelationship,
  MappedRelationship,
  RelationshipClass,
  StepEntityMetadata,
  StepMappedRelationshipMetadata,
  StepRelationshipMetadata,
  TargetEntityProperties,
} from '@jupiterone/integration-sdk-core';
import {
  createDirectRelationship,
  createIntegrationEntity,
  createMappedRelationship as createSdkMappedRelationship,
  generateRelationshipType,
  RelationshipDirection,
} from '@jupiterone/integration-sdk-core';

/** A property of an entity or relationship: its JSON type, and one line that says what it is. */
export interface Property<T = unknown> {
  readonly type: 'string' | 'number' | 'boolean' | 'array';
  readonly items?: { readonly type: 'string' };
  readonly format?: 'date-time' | 'uri' | 'email';
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

/** What every entity may carry. */
const COMMON = {
  id: string("Heroku's id of it"),
  name: string('Its name in Heroku'),
  displayName: string('The name shown in JupiterOne'),
  createdOn: time('When it was created in Heroku'),
  updatedOn: time('When it was last changed in Heroku'),
  webLink: uri('Its page in the Heroku dashboard'),
};

export type EntityDeclaration<P extends Properties = Properties> =
  StepEntityMetadata & {
    readonly _class: string[];
    /** What it stands for, in a sentence. */
    readonly description: string;
    readonly properties: P & typeof COMMON;
  };

export type RelationshipDeclaration<P extends Properties = Properties> =
  StepRelationshipMetadata & {
    readonly description: string;
    readonly properties: P;
  };

/** A relationship to something that another integration collects, found by its properties. */
export type MappedRelationshipDeclaration<P extends Properties = Properties> =
  StepMappedRelationshipMetadata & {
    readonly description: string;
    readonly properties: P;
    /** The properties by which the target is found. */
    readonly targetFilterKeys: string[];
  };

/** Declares an entity type: what a step's metadata, its converter and the documentation are made of. */
export function declareEntity<P extends Properties>(declaration: {
  resourceName: string;
  _type: string;
  _class: string[];
  description: string;
  properties: P;
}): EntityDeclaration<P> {
  const properties = { ...COMMON, ...declaration.properties };
  return { ...declaration, properties, schema: schemaOf(properties) };
}

/** Declares a relationship type between two declared entity types; its `_type` follows from them. */
export function declareRelationship<P extends Properties>(declaration: {
  from: EntityDeclaration;
  verb: RelationshipClass;
  to: EntityDeclaration;
  description: string;
  properties?: P;
}): RelationshipDeclaration<P> {
  const { from, verb, to, description } = declaration;
  const properties = declaration.properties ?? ({} as P);
  return {
    _type: generateRelationshipType(verb, from._type, to._type),
    _class: verb,
    sourceType: from._type,
    targetType: to._type,
    description,
    properties,
    schema: schemaOf(properties),
  };
}

/**
 * Declares a relationship from a declared entity type to one of another integration.
 *
 * @param declaration.foundBy the target's properties by which JupiterOne finds it
 */
export function declareMappedRelationship<P extends Properties>(declaration: {
  from: EntityDeclaration;
  verb: RelationshipClass;
  targetType: string;
  foundBy: string[];
  description: string;
  properties: P;
}): MappedRelationshipDeclaration<P> {
  const { from, verb, targetType, foundBy, description, properties } =
    declaration;
  return {
    _type: generateRelationshipType(verb, from._type, targetType),
    _class: verb,
    sourceType: from._type,
    targetType,
    direction: RelationshipDirection.FORWARD,
    targetFilterKeys: ['_type', ...foundBy],
    description,
    properties,
    schema: schemaOf(properties),
  };
}

function schemaOf(properties: Properties): StepEntityMetadata['schema'] {
  return { properties: { ...properties } };
}

/**
 * Makes an entity of a declared type.
 *
 * @param source the decoded resource, kept whole as raw data: it holds nothing that may not be seen
 * @throws where the data model does not accept the entity
 */
export function createEntity<P extends Properties>(
  declaration: EntityDeclaration<P>,
  key: string,
  source: object,
  values: ValuesOf<P & typeof COMMON>,
): Entity {
  return createIntegrationEntity({
    entityData: {
      // The SDK would copy fields of a source that are named like properties of the class: what is declared is all
      // there is. It is also many times faster, since copying onto an object that is not empty is slow in V8.
      source: {},
      assign: {
        _key: key,
        _type: declaration._type,
        _class: declaration._class,
        _rawData: [{ name: 'default', rawData: source }],
        ...(values as Record<string, never>),
        // The data model takes no entity without a name to show.
        ...((values.name === '' ? { name: values.id ?? key } : {}) as Record<
          string,
          never
        >),
      },
    },
  });
}

/** Makes a relationship of a declared type between two keys. */
export function createRelationship<P extends Properties>(
  declaration: RelationshipDeclaration<P>,
  fromKey: string,
  toKey: string,
  values?: ValuesOf<P>,
): ExplicitRelationship {
  return createDirectRelationship({
    _class: declaration._class,
    fromType: declaration.sourceType,
    fromKey,
    toType: declaration.targetType,
    toKey,
    properties: values as Record<string, string | number | boolean>,
  });
}

/**
 * Makes a relationship of a declared type to something that another integration collects. JupiterOne makes the
 * target where it knows of none.
 *
 * @param id what tells this relationship from others of the same source
 * @param target what is known of the target, that by which it is found included
 */
export function createMappedRelationship<P extends Properties>(
  declaration: MappedRelationshipDeclaration<P>,
  fromKey: string,
  id: string,
  target: TargetEntityProperties,
  values: ValuesOf<P>,
): MappedRelationship {
  const { _class, _type, direction, targetType, targetFilterKeys } =
    declaration;
  return createSdkMappedRelationship({
    _class,
    _type,
    _key: `${fromKey}|${_class.toLowerCase()}|${id}`,
    _mapping: {
      relationshipDirection: direction,
      sourceEntityKey: fromKey,
      targetFilterKeys: [targetFilterKeys],
      targetEntity: { ...target, _type: targetType },
      skipTargetCreation: false,
    },
    properties: values as Record<string, string | number | boolean>,
  });
}
