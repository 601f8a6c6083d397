import type { StoredMappedRelationship } from '../../test/jupiterone/graphObjects';

/** An entity of another integration that a mapped relationship leads to. It is drawn, though Heroku does not own it. */
export interface OutsideEntity {
  key: string;
  /** Its type or, where the mapping gives none, its class in lower case. */
  type: string;
  label: string;
  properties: Record<string, unknown>;
}

/** A mapped relationship as an ordinary one, between the keys of entities that are drawn. */
export interface OutsideRelationship {
  from: string;
  to: string;
  relationship: StoredMappedRelationship;
}

/** What the mapped relationships lead to. Relationships to the same target share one entity. */
export function outsideOf(mapped: readonly StoredMappedRelationship[]): {
  entities: OutsideEntity[];
  relationships: OutsideRelationship[];
} {
  const entities = new Map<string, OutsideEntity>();
  const relationships = mapped.map((relationship) => {
    const { sourceEntityKey: source, relationshipDirection } =
      relationship._mapping;
    const target = targetOf(relationship);
    const known = entities.get(target.key);
    entities.set(
      target.key,
      known === undefined
        ? target
        : {
            ...known,
            properties: { ...target.properties, ...known.properties },
          },
    );
    return relationshipDirection === 'REVERSE'
      ? { from: target.key, to: source, relationship }
      : { from: source, to: target.key, relationship };
  });
  return { entities: [...entities.values()], relationships };
}

function targetOf({ _mapping }: StoredMappedRelationship): OutsideEntity {
  const { targetEntity: target } = _mapping;
  const type = typeOf(target);
  const filters = filterNamesOf(_mapping.targetFilterKeys)
    .filter((name) => !name.startsWith('_'))
    .map((name) => target[name])
    .filter((value) => value !== undefined);
  const identity = filters.length > 0 ? filters : [target];
  return {
    key: `outside:${type}:${JSON.stringify(identity)}`,
    type,
    label:
      [target.displayName, target.name, ...filters]
        .filter((value) => typeof value === 'string' && value !== '')
        .map(String)[0] ?? type,
    properties: target,
  };
}

function typeOf({ _type, _class }: Record<string, unknown>): string {
  const [first] = [_type ?? _class].flat();
  return typeof first === 'string' ? first.toLowerCase() : 'unknown';
}

/** The names of the properties by which JupiterOne finds the target: of the first rule, where there are several. */
function filterNamesOf(targetFilterKeys: unknown): string[] {
  const [first] = Array.isArray(targetFilterKeys)
    ? (targetFilterKeys as unknown[])
    : [];
  return [first].flat().filter((name) => typeof name === 'string');
}
