/** An entity as the SDK uploads it and writes it to disk. */
export interface StoredEntity {
  _key: string;
  _type: string;
  _class: string | string[];
  [property: string]: unknown;
}

/** A relationship between two entities of the integration. */
export interface StoredRelationship {
  _key: string;
  _type: string;
  _class: string;
  _fromEntityKey: string;
  _toEntityKey: string;
  [property: string]: unknown;
}

/** A relationship whose other end JupiterOne's mapper finds or creates. */
export interface StoredMappedRelationship {
  _key: string;
  _type: string;
  _class: string;
  _mapping: {
    sourceEntityKey: string;
    relationshipDirection: string;
    targetEntity: Record<string, unknown>;
    [property: string]: unknown;
  };
  [property: string]: unknown;
}

export type AnyStoredRelationship =
  StoredRelationship | StoredMappedRelationship;

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isStoredEntity(value: unknown): value is StoredEntity {
  return (
    isRecord(value) &&
    typeof value._key === 'string' &&
    typeof value._type === 'string' &&
    (typeof value._class === 'string' || Array.isArray(value._class))
  );
}

export function isStoredMappedRelationship(
  value: unknown,
): value is StoredMappedRelationship {
  return (
    hasRelationshipName(value) &&
    isRecord(value._mapping) &&
    typeof value._mapping.sourceEntityKey === 'string' &&
    typeof value._mapping.relationshipDirection === 'string' &&
    isRecord(value._mapping.targetEntity)
  );
}

export function isStoredRelationship(
  value: unknown,
): value is StoredRelationship {
  return (
    hasRelationshipName(value) &&
    typeof value._fromEntityKey === 'string' &&
    typeof value._toEntityKey === 'string'
  );
}

function hasRelationshipName(value: unknown): value is Record<string, unknown> {
  return (
    isRecord(value) &&
    typeof value._key === 'string' &&
    typeof value._type === 'string' &&
    typeof value._class === 'string'
  );
}

/** The keys that have to be entities of the integration for `relationship` to exist. */
export function endsOf(relationship: AnyStoredRelationship): string[] {
  return isStoredMappedRelationship(relationship)
    ? [relationship._mapping.sourceEntityKey]
    : [relationship._fromEntityKey, relationship._toEntityKey];
}
