import type {
  Entity,
  ExplicitRelationship,
  MappedRelationship,
  TargetEntityProperties,
} from '@jupiterone/integration-sdk-core';
import {
  createDirectRelationship,
  createIntegrationEntity,
  createMappedRelationship as createSdkMappedRelationship,
  parseTimePropertyValue,
} from '@jupiterone/integration-sdk-core';
import type {
  CommonProperties,
  EntityDeclaration,
  MappedRelationshipDeclaration,
  RelationshipDeclaration,
} from './declare';
import { dashboardLink } from './links';
import type { Properties, ValuesOf } from './properties';

/** A decoded resource, as far as the common fields are made from it. */
interface Source {
  id?: string | null;
  name?: string | null;
  created_at?: string | null;
  updated_at?: string | null;
}

/** The key of an entity of a declared type. */
export function keyOf(
  { _type, key }: Pick<EntityDeclaration, '_type' | 'key'>,
  id: string,
): string {
  return key === 'id' ? id : `${_type}:${id}`;
}

/**
 * Makes an entity of a declared type. Its key and the common fields follow from the declaration and the source.
 *
 * @param source the decoded resource, kept whole as raw data: it holds nothing that may not be seen
 * @param values what is not made from the source; a common field that stands here is taken as it stands
 * @param keyId what the key is made from, where that is not the id of the source
 * @throws where the data model does not accept the entity, or it has no id to make a key from
 */
export function createEntity<P extends Properties>(
  declaration: EntityDeclaration<P>,
  source: object,
  values: ValuesOf<P & CommonProperties>,
  keyId: string | null | undefined = (source as Source).id,
): Entity {
  if (!keyId) {
    throw new TypeError(`A ${declaration._type} without an id`);
  }
  return createIntegrationEntity({
    entityData: {
      // The SDK would copy fields of a source that are named like properties of the class: what is declared is all
      // there is. It is also many times faster, since copying onto an object that is not empty is slow in V8.
      source: {},
      assign: {
        _key: keyOf(declaration, keyId),
        _type: declaration._type,
        _class: declaration._class,
        _rawData: [{ name: 'default', rawData: source }],
        ...(commonValues(declaration, source, keyId) as Record<string, never>),
        ...(values as Record<string, never>),
      },
    },
  });
}

function commonValues(
  { common, dashboard }: EntityDeclaration,
  source: Source,
  keyId: string,
): ValuesOf<CommonProperties> {
  const values: ValuesOf<CommonProperties> = {
    // The data model takes no entity without a name to show.
    name: source.name || source.id || keyId,
  };
  if (common.includes('id')) {
    values.id = source.id ?? undefined;
  }
  if (common.includes('createdOn')) {
    values.createdOn = parseTimePropertyValue(source.created_at ?? undefined);
  }
  if (common.includes('updatedOn')) {
    values.updatedOn = parseTimePropertyValue(source.updated_at ?? undefined);
  }
  if (dashboard) {
    values.webLink = dashboardLink(dashboard.section, source[dashboard.by]);
  }
  return values;
}

/** Makes a relationship of a declared type, between things of the declared types with these ids. */
export function createRelationship<P extends Properties>(
  declaration: RelationshipDeclaration<P>,
  fromId: string,
  toId: string,
  values?: ValuesOf<P>,
): ExplicitRelationship {
  return createDirectRelationship({
    _class: declaration._class,
    fromType: declaration.sourceType,
    fromKey: keyOf(declaration.from, fromId),
    toType: declaration.targetType,
    toKey: keyOf(declaration.to, toId),
    properties: values as Record<string, string | number | boolean>,
  });
}

/**
 * Makes a relationship of a declared type with something that another integration collects.
 *
 * @param ourId what the key of our end is made from
 * @param id what tells this relationship from others of the same entity
 * @param target what is known of the other thing, that by which it is found included
 */
export function createMappedRelationship<P extends Properties>(
  declaration: MappedRelationshipDeclaration<P>,
  ourId: string,
  id: string,
  target: TargetEntityProperties,
  values: ValuesOf<P> = {},
): MappedRelationship {
  const { _class, _type, direction, ours, createsTarget } = declaration;
  const {
    _type: targetType,
    _class: targetClass,
    foundBy,
  } = declaration.target;
  const ourKey = keyOf(ours, ourId);
  return createSdkMappedRelationship({
    _class,
    _type,
    _key: `${ourKey}|${_class.toLowerCase()}|${id}`,
    _mapping: {
      relationshipDirection: direction,
      sourceEntityKey: ourKey,
      targetFilterKeys: [[targetClass ? '_class' : '_type', ...foundBy]],
      targetEntity: {
        // JupiterOne looks for the class where it is found by that: any type will do.
        ...(targetClass ? { _class: targetClass } : { _type: targetType }),
        ...target,
      },
      skipTargetCreation: !createsTarget,
    },
    properties: values as Record<string, string | number | boolean>,
  });
}
