import type { StoredEntity, StoredMappedRelationship } from './graphObjects';
import { isRecord } from './graphObjects';

/** One end of ours joined to what another integration, or JupiterOne itself, has. */
export interface Joined {
  relationship: StoredMappedRelationship;
  fromKey: string;
  toKey: string;
}

/** What JupiterOne made of mapped relationships. */
export interface Mapping {
  joined: Joined[];
  /** The entities that were not there, and were to be made. */
  created: StoredEntity[];
}

/**
 * Applies the mapping rules as JupiterOne publishes them: the target entities are those that are like `targetEntity` in
 * every property of one of the `targetFilterKeys`. Each is joined to the source. Where there is none it is made of
 * `targetEntity`, unless `skipTargetCreation` says otherwise.
 *
 * @param entities all that the account holds, of any integration
 */
export function mapRelationships(
  relationships: readonly StoredMappedRelationship[],
  entities: readonly StoredEntity[],
): Mapping {
  const known = [...entities];
  const created: StoredEntity[] = [];
  const joined = relationships.flatMap((relationship) => {
    const { sourceEntityKey, relationshipDirection } = relationship._mapping;
    let targets = known.filter((entity) => isTarget(relationship, entity));
    if (
      targets.length === 0 &&
      relationship._mapping.skipTargetCreation !== true
    ) {
      const target = madeOf(relationship);
      created.push(target);
      known.push(target);
      targets = [target];
    }
    return targets.map(({ _key }) =>
      relationshipDirection === 'REVERSE'
        ? { relationship, fromKey: _key, toKey: sourceEntityKey }
        : { relationship, fromKey: sourceEntityKey, toKey: _key },
    );
  });
  return { joined, created };
}

function isTarget(
  { _mapping }: StoredMappedRelationship,
  entity: StoredEntity,
): boolean {
  const { targetFilterKeys, targetEntity } = _mapping;
  if (!Array.isArray(targetFilterKeys) || !isRecord(targetEntity)) return false;
  return targetFilterKeys.some((names: unknown) =>
    [names]
      .flat()
      .every((name) =>
        name === '_class'
          ? classesOf(targetEntity).every((each) =>
              classesOf(entity).includes(each),
            )
          : targetEntity[name as string] !== undefined &&
            targetEntity[name as string] === entity[name as string],
      ),
  );
}

function classesOf({ _class }: Record<string, unknown>): unknown[] {
  return [_class].flat();
}

function madeOf({ _key, _mapping }: StoredMappedRelationship): StoredEntity {
  const { targetEntity } = _mapping;
  return { _key: `mapped:${_key}`, ...targetEntity } as StoredEntity;
}
