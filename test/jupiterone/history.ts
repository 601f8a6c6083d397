import type { Changes } from './accountGraph';
import type {
  AnyStoredRelationship,
  StoredEntity,
  StoredMappedRelationship,
  StoredRelationship,
} from './graphObjects';
import { isStoredMappedRelationship } from './graphObjects';

/** What JupiterOne keeps of everything beside its properties. Times are in ms since 1970. */
export interface Metadata {
  /** When it was first created in JupiterOne. */
  _createdOn: number;
  /** When its latest version was created. */
  _beginOn: number;
  /** When it was deleted. */
  _endOn?: number;
  /** 1, and one more for each change. */
  _version: number;
  _deleted: boolean;
}

/** The graph as a query sees it. */
export interface DatedGraph {
  entities: (StoredEntity & Metadata)[];
  relationships: (StoredRelationship & Metadata)[];
  mappedRelationships: (StoredMappedRelationship & Metadata)[];
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** How long JupiterOne keeps what is deleted. */
const RETENTION_MS = 7 * DAY_MS;

/**
 * When what was created, changed and deleted, as JupiterOne documents its metadata.
 *
 * Two things the documentation leaves open. Whether a change of raw data makes a new version: here it does. Whether
 * something that was deleted and comes back goes on where it ended: here it begins anew. No question may depend on
 * either.
 */
export class History {
  private readonly entities = new Dated<StoredEntity>();
  private readonly relationships = new Dated<AnyStoredRelationship>();

  /** Takes down what one job did to the graph. */
  record(
    owner: string,
    {
      entities,
      relationships,
    }: {
      entities: Changes<StoredEntity>;
      relationships: Changes<AnyStoredRelationship>;
    },
    at: number,
  ): void {
    this.entities.record(owner, entities, at);
    this.relationships.record(owner, relationships, at);
  }

  /**
   * What a query is asked of.
   *
   * @param includeDeleted as a query of JupiterOne's API, or of an alert rule, has it: whether deleted data is
   *   considered, too
   */
  graph({ includeDeleted = false } = {}): DatedGraph {
    const relationships = this.relationships.all(includeDeleted);
    const isMapped = (
      one: AnyStoredRelationship & Metadata,
    ): one is StoredMappedRelationship & Metadata =>
      isStoredMappedRelationship(one);
    return {
      entities: this.entities.all(includeDeleted),
      relationships: relationships.filter(
        (one): one is StoredRelationship & Metadata => !isMapped(one),
      ),
      mappedRelationships: relationships.filter(isMapped),
    };
  }
}

/** Objects of one kind with their metadata, by owner and key. */
class Dated<T extends { _key: string }> {
  private readonly objects = new Map<string, T & Metadata>();

  record(
    owner: string,
    { created, updated, deleted }: Changes<T>,
    at: number,
  ): void {
    const keyOf = ({ _key }: T) => JSON.stringify([owner, _key]);
    for (const object of created) {
      this.objects.set(keyOf(object), {
        ...object,
        _createdOn: at,
        _beginOn: at,
        _version: 1,
        _deleted: false,
      });
    }
    for (const object of updated) {
      const { _createdOn = at, _version = 0 } =
        this.objects.get(keyOf(object)) ?? {};
      this.objects.set(keyOf(object), {
        ...object,
        _createdOn,
        _beginOn: at,
        _version: _version + 1,
        _deleted: false,
      });
    }
    for (const object of deleted) {
      const before = this.objects.get(keyOf(object));
      if (before === undefined) continue;
      this.objects.set(keyOf(object), {
        ...before,
        _endOn: at,
        _deleted: true,
      });
    }
    for (const [key, { _endOn = at }] of this.objects) {
      if (at - _endOn >= RETENTION_MS) this.objects.delete(key);
    }
  }

  all(includeDeleted: boolean): (T & Metadata)[] {
    return [...this.objects.values()].filter(
      ({ _deleted }) => includeDeleted || !_deleted,
    );
  }
}
