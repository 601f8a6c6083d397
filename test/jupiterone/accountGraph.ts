import { isDeepStrictEqual } from 'node:util';

import type { AnyStoredRelationship, StoredEntity } from './graphObjects';
import { endsOf } from './graphObjects';
import { History } from './history';

/** What one job brought: everything it uploaded, and the types it said it had not seen completely. */
export interface Upload {
  entities: StoredEntity[];
  relationships: AnyStoredRelationship[];
  partialTypes: string[];
}

/** What synchronising one kind of object did to the graph. */
export interface Changes<T> {
  created: T[];
  /** Was there with other properties. */
  updated: T[];
  unchanged: T[];
  deleted: T[];
}

export interface SynchronizationResult {
  entities: Changes<StoredEntity>;
  relationships: Changes<AnyStoredRelationship>;
  /** Uploaded relationships that have an end which is not in the graph. They are not kept. */
  dangling: AnyStoredRelationship[];
}

interface OwnedGraph {
  entities: Map<string, StoredEntity>;
  relationships: Map<string, AnyStoredRelationship>;
}

/**
 * What JupiterOne has kept of an account over all jobs.
 *
 * Each integration instance owns what it uploaded: a job only ever changes what its own instance owns.
 */
export class AccountGraph {
  /** When what was created, changed and deleted. */
  readonly history = new History();

  private readonly owners = new Map<string, OwnedGraph>();

  /** The entities of one instance, or of all. */
  entities(owner?: string): StoredEntity[] {
    return this.select(owner).flatMap((graph) => [...graph.entities.values()]);
  }

  /** The relationships of one instance, or of all. */
  relationships(owner?: string): AnyStoredRelationship[] {
    return this.select(owner).flatMap((graph) => [
      ...graph.relationships.values(),
    ]);
  }

  /**
   * Applies JupiterOne's synchronisation rule: what was uploaded is created or updated; what the instance had and
   * did not upload is deleted, unless its type is partial. Relationships go with their ends.
   */
  synchronize(owner: string, upload: Upload): SynchronizationResult {
    const graph = this.owned(owner);
    const partialTypes = new Set(upload.partialTypes);

    const entities = applyRule(graph.entities, upload.entities, partialTypes);
    const isWhole = (relationship: AnyStoredRelationship) =>
      endsOf(relationship).every((key) => graph.entities.has(key));
    const relationships = applyRule(
      graph.relationships,
      upload.relationships.filter(isWhole),
      partialTypes,
    );
    for (const [key, relationship] of graph.relationships) {
      if (isWhole(relationship)) continue;
      graph.relationships.delete(key);
      relationships.deleted.push(relationship);
    }
    this.history.record(owner, { entities, relationships }, Date.now());

    return {
      entities,
      relationships,
      dangling: upload.relationships.filter((each) => !isWhole(each)),
    };
  }

  private owned(owner: string): OwnedGraph {
    let graph = this.owners.get(owner);
    if (!graph) {
      graph = { entities: new Map(), relationships: new Map() };
      this.owners.set(owner, graph);
    }
    return graph;
  }

  private select(owner: string | undefined): OwnedGraph[] {
    return owner === undefined
      ? [...this.owners.values()]
      : [this.owned(owner)];
  }
}

function applyRule<T extends { _key: string; _type: string }>(
  stored: Map<string, T>,
  uploaded: T[],
  partialTypes: ReadonlySet<string>,
): Changes<T> {
  const changes: Changes<T> = {
    created: [],
    updated: [],
    unchanged: [],
    deleted: [],
  };
  const seen = new Set<string>();

  for (const object of uploaded) {
    const before = stored.get(object._key);
    seen.add(object._key);
    stored.set(object._key, object);
    if (!before) changes.created.push(object);
    else if (isDeepStrictEqual(before, object)) changes.unchanged.push(object);
    else changes.updated.push(object);
  }
  for (const [key, object] of stored) {
    if (seen.has(key) || partialTypes.has(object._type)) continue;
    stored.delete(key);
    changes.deleted.push(object);
  }
  return changes;
}
