import type {
  RelationshipClass,
  StepEntityMetadata,
  StepMappedRelationshipMetadata,
  StepRelationshipMetadata,
} from '@jupiterone/integration-sdk-core';
import {
  generateRelationshipType,
  RelationshipDirection,
} from '@jupiterone/integration-sdk-core';
import type { Properties } from './properties';
import { string, time, uri } from './properties';

/** What every entity has. */
const ALWAYS = {
  name: string('Its name in Heroku'),
  displayName: string('The name shown in JupiterOne'),
};

/** What only those types have of which Heroku sends it. */
const COMMON = {
  id: string("Heroku's id of it"),
  createdOn: time('When it was created in Heroku'),
  updatedOn: time('When it was last changed in Heroku'),
  webLink: uri('Its page in the Heroku dashboard'),
};

export type CommonProperties = typeof ALWAYS & typeof COMMON;

/** The name of a property that only some types have in common. */
export type CommonField = keyof typeof COMMON;

/** Where an entity's page in the dashboard is: its section, and whether the page goes by name or id. */
export interface Dashboard {
  section: 'apps' | 'teams' | 'pipelines';
  by: 'name' | 'id';
}

export type EntityDeclaration<P extends Properties = Properties> =
  StepEntityMetadata & {
    readonly _class: string[];
    /** What it stands for, in a sentence. */
    readonly description: string;
    readonly key: 'id' | 'type and id';
    readonly common: readonly CommonField[];
    readonly dashboard?: Dashboard;
    readonly properties: P & Partial<CommonProperties>;
  };

export type RelationshipDeclaration<P extends Properties = Properties> =
  StepRelationshipMetadata & {
    readonly from: EntityDeclaration;
    readonly to: EntityDeclaration;
    readonly description: string;
    readonly properties: P;
  };

/** A thing that another integration collects, or that JupiterOne itself has. */
export interface MappedTarget {
  readonly _type: string;
  /** JupiterOne finds it by its class instead, where several integrations have such a thing under types of their own. */
  readonly _class?: string;
  /** The properties by which it is found, besides its type or class. */
  readonly foundBy: readonly string[];
}

/** A relationship with something that another integration collects. */
export type MappedRelationshipDeclaration<P extends Properties = Properties> =
  StepMappedRelationshipMetadata & {
    /** The type of ours that it starts from or, where its direction is reverse, ends at. */
    readonly ours: EntityDeclaration;
    readonly target: MappedTarget;
    readonly description: string;
    readonly properties: P;
    /** Whether JupiterOne makes the other thing where it knows of none. */
    readonly createsTarget: boolean;
  };

/**
 * Declares an entity type: what a step's metadata, its converter and the documentation are made of.
 *
 * @param declaration.key `id` for the documented types, whose key has always been Heroku's bare id; `type and id`,
 *   `heroku_space:<id>`, for all others, so that keys of different types cannot meet
 * @param declaration.common which of the common fields Heroku sends for it
 * @param declaration.dashboard where its page in the Heroku dashboard is, for a type that has one
 */
export function declareEntity<P extends Properties>(declaration: {
  resourceName: string;
  _type: string;
  _class: string[];
  description: string;
  key?: 'id' | 'type and id';
  common: readonly Exclude<CommonField, 'webLink'>[];
  dashboard?: Dashboard;
  properties: P;
}): EntityDeclaration<P> {
  const { dashboard } = declaration;
  const common: CommonField[] = [
    ...declaration.common,
    ...(dashboard ? ['webLink' as const] : []),
  ];
  const properties = {
    ...Object.fromEntries(
      Object.entries(COMMON).filter(([name]) =>
        common.includes(name as CommonField),
      ),
    ),
    ...ALWAYS,
    ...declaration.properties,
  };
  return {
    key: 'type and id',
    ...declaration,
    common,
    properties,
    schema: schemaOf(properties),
  };
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
    from,
    to,
    description,
    properties,
    schema: schemaOf(properties),
  };
}

/**
 * Declares a relationship between a declared entity type and something of another integration.
 *
 * @param declaration.from the declared type, for a relationship that starts from it
 * @param declaration.to the declared type, for a relationship that ends at it
 * @param declaration.createsTarget whether JupiterOne makes the other thing where it knows of none; it links only what
 *   is there unless this says so
 */
export function declareMappedRelationship<P extends Properties>(
  declaration: {
    verb: RelationshipClass;
    description: string;
    createsTarget?: boolean;
    properties?: P;
  } & (
    | { from: EntityDeclaration; to: MappedTarget }
    | { from: MappedTarget; to: EntityDeclaration }
  ),
): MappedRelationshipDeclaration<P> {
  const { from, to, verb, description, createsTarget = false } = declaration;
  const properties = declaration.properties ?? ({} as P);
  const [ours, target, direction] = isTarget(to)
    ? [from as EntityDeclaration, to, RelationshipDirection.FORWARD]
    : [to, from as MappedTarget, RelationshipDirection.REVERSE];
  return {
    _type: generateRelationshipType(verb, from._type, to._type),
    _class: verb,
    sourceType: ours._type,
    targetType: target._type,
    direction,
    ours,
    target,
    description,
    createsTarget,
    properties,
    schema: schemaOf(properties),
  };
}

function isTarget(
  side: EntityDeclaration | MappedTarget,
): side is MappedTarget {
  return 'foundBy' in side;
}

function schemaOf(properties: Properties): StepEntityMetadata['schema'] {
  return {
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, { isNullable, ...property }]) => [
        name,
        isNullable
          ? { ...property, type: [property.type, 'null'] }
          : { ...property },
      ]),
    ),
  };
}
