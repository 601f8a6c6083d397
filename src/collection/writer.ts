import type {
  Entity,
  JobState,
  Relationship,
} from '@jupiterone/integration-sdk-core';
import type PQueue from 'p-queue';
import type { EntityDeclaration, RelationshipDeclaration } from '../model';
import { keyOf } from '../model';

/** How many objects are collected before they go to the SDK together. It writes and uploads about as many at a time. */
const BATCH_SIZE = 1_000;

export interface WriterOptions {
  /** One queue for the whole run, in which steps take turns to write. */
  turns: PQueue;
  /** The types of the entities of the whole run whose key does not begin with their type. */
  types: Map<string, string>;
  /** The relationships that the step declares. */
  relationships: readonly RelationshipDeclaration[];
  leftOut: LeftOut;
}

/** Gets told what was left out, and why. */
export interface LeftOut {
  /** Something else has its key. */
  keyTaken(type: string): void;
  /** A relationship whose two ends are not both there. */
  withoutEnd(type: string): void;
}

/**
 * Adds entities and relationships for one step, each once, in batches.
 *
 * Two traps of the SDK are closed here. One duplicate key loses a whole batch: so what has been added before is
 * passed over. And all steps share one buffer, which whoever fills it uploads in its own name: an upload that
 * fails would be put down to the wrong step, and the right one's data deleted. So each batch is added and flushed
 * before another step's turn.
 */
export class GraphWriter {
  private readonly entities = new Map<string, Entity>();
  private readonly relationships = new Map<string, Relationship>();
  private readonly turns: PQueue;
  private readonly types: Map<string, string>;
  private readonly leftOut: LeftOut;
  private readonly declared: ReadonlyMap<string, RelationshipDeclaration>;

  constructor(
    private readonly jobState: JobState,
    { turns, types, relationships, leftOut }: WriterOptions,
  ) {
    this.turns = turns;
    this.types = types;
    this.leftOut = leftOut;
    this.declared = new Map(
      relationships.map((declaration) => [declaration._type, declaration]),
    );
  }

  /** Whether the entity of this type and id is there, added by any step. */
  has(declaration: EntityDeclaration, id: string): boolean {
    return this.isThere(keyOf(declaration, id), declaration._type);
  }

  /**
   * Adds entities, then relationships; a relationship only if both its ends are there. What another step, or an
   * earlier batch, has added already is found out when it is handed over.
   */
  async add(
    entities: readonly Entity[],
    relationships: readonly Relationship[],
  ): Promise<void> {
    for (const entity of entities) {
      const first = this.entities.get(entity._key);
      if (first === undefined) {
        this.entities.set(entity._key, entity);
      } else {
        this.checkRepeated(first, entity);
      }
    }
    for (const relationship of relationships) {
      const { _key, _type } = relationship;
      if (this.relationships.has(_key)) {
        continue;
      }
      if (!this.hasEnds(relationship)) {
        this.leftOut.withoutEnd(_type);
        continue;
      }
      this.relationships.set(_key, relationship);
    }
    if (
      this.entities.size >= BATCH_SIZE ||
      this.relationships.size >= BATCH_SIZE
    ) {
      await this.flush();
    }
  }

  /** Hands over the full batches of what is kept back. */
  private async flush(): Promise<void> {
    await this.turns.add(() => this.write(fullBatches));
  }

  /**
   * Hands over all that is kept back, and lets no other step write until the SDK has flushed in the name of this one,
   * which it does as soon as the step's handler has returned.
   */
  async finish(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      void this.turns.add(async () => {
        await this.write(everything).then(resolve, reject);
        await new Promise(setImmediate);
      });
    });
  }

  /** @param count how many of those kept back are handed over */
  private async write(count: (kept: number) => number): Promise<void> {
    const entities = take(this.entities, count(this.entities.size));
    const relationships = take(
      this.relationships,
      count(this.relationships.size),
    );
    // Between this look and the add nothing is awaited, so that nothing can come in between.
    const fresh: Entity[] = [];
    const taken: Entity[] = [];
    for (const entity of entities) {
      (this.isAdded(entity._key) ? taken : fresh).push(entity);
    }
    if (fresh.length > 0) {
      await this.jobState.addEntities(fresh);
      for (const { _key, _type } of fresh) {
        if (!_key.startsWith(_type)) {
          this.types.set(_key, _type);
        }
      }
    }
    for (const entity of taken) {
      this.checkRepeated(await this.jobState.findEntity(entity._key), entity);
    }
    if (relationships.length > 0) {
      await this.jobState.addRelationships(
        relationships.filter(({ _key }) => !this.isAdded(_key)),
      );
    }
    await this.jobState.flush();
  }

  /** Whether any step has handed over something with this key. */
  private isAdded(key: string): boolean {
    // The SDK answers at once; its type allows a promise, which would be taken for a key that is there.
    return this.jobState.hasKey(key) === true;
  }

  private checkRepeated(first: Entity | null, entity: Entity): void {
    if (!first || !isSameThing(first, entity)) {
      this.leftOut.keyTaken(entity._type);
    }
  }

  /** Whether the ends of a relationship are there, and are of the types that it is declared between. */
  private hasEnds(relationship: Relationship): boolean {
    const declaration = this.declared.get(relationship._type);
    if (!('_fromEntityKey' in relationship)) {
      return this.isThere(relationship._mapping.sourceEntityKey, undefined);
    }
    return (
      this.isThere(relationship._fromEntityKey, declaration?.sourceType) &&
      this.isThere(relationship._toEntityKey, declaration?.targetType)
    );
  }

  private isThere(key: unknown, type: string | undefined): boolean {
    if (typeof key !== 'string') {
      return false;
    }
    const held = this.entities.get(key);
    if (held === undefined && !this.isAdded(key)) {
      return false;
    }
    // Most keys begin with the type. For the others, the type is on record.
    const is = held?._type ?? this.types.get(key) ?? type;
    return type === undefined || is === type;
  }
}

/**
 * Whether two entities with one key are the same thing, which may well be in several lists or on two pages. They are
 * not where they are of two types, were created at different times, or belong to different things.
 */
function isSameThing(a: Entity, b: Entity): boolean {
  return (
    a._type === b._type &&
    Object.entries(a).every(
      ([name, value]) =>
        !(name === 'createdOn' || name.endsWith('Id')) ||
        value === undefined ||
        b[name] === undefined ||
        value === b[name],
    )
  );
}

/** The SDK writes a file for each batch of a type, so objects wait until there are enough for one. */
function fullBatches(kept: number): number {
  return kept - (kept % BATCH_SIZE);
}

function everything(kept: number): number {
  return kept;
}

/** Takes the first objects out of a map. */
function take<T>(kept: Map<string, T>, count: number): T[] {
  const all = [...kept];
  kept.clear();
  for (const [key, object] of all.slice(count)) {
    kept.set(key, object);
  }
  return all.slice(0, count).map(([, object]) => object);
}
