import type {
  Entity,
  ExplicitRelationship,
  Relationship,
} from '@jupiterone/integration-sdk-core';

/** An entity without the raw data, and without what is left undefined, as it is written. */
export function written(entity: Entity): Record<string, unknown> {
  return JSON.parse(
    JSON.stringify({ ...entity, _rawData: undefined }),
  ) as Record<string, unknown>;
}

/** A relationship without what is left undefined, as it is written. */
export function writtenRelationship(
  relationship: Relationship | undefined,
): ExplicitRelationship {
  return JSON.parse(JSON.stringify(relationship)) as ExplicitRelationship;
}
