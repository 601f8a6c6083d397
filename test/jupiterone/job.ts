import type { SynchronizationResult, Upload } from './accountGraph';
import type { AnyStoredRelationship, StoredEntity } from './graphObjects';
import type { Mapping } from './mapper';

export type JobStatus = 'AWAITING_UPLOADS' | 'FINISHED' | 'ABORTED';

export interface JobEvent {
  name: string;
  description: string;
}

export interface JobConfiguration {
  id: string;
  source: string;
  scope?: string;
  instanceId?: string;
  integrationJobId?: string;
}

/** One synchronisation job: what was sent to it, how it ended and what that did to the graph. */
export class Job {
  readonly id: string;
  /** `integration-managed`, `integration-external` or `api`. */
  readonly source: string;
  readonly scope?: string;
  readonly instanceId?: string;
  readonly integrationJobId?: string;
  readonly startTimestamp = Date.now();
  readonly events: JobEvent[] = [];

  status: JobStatus = 'AWAITING_UPLOADS';
  /** The types that `finalize` named as partial; undefined until then. */
  partialTypes?: string[];
  abortReason?: string;
  /** What the job changed; undefined unless it was finalized. */
  result?: SynchronizationResult;
  /** What became of its mapped relationships; undefined unless it was finalized. */
  mapping?: Mapping;

  private readonly entitiesByKey = new Map<string, StoredEntity>();
  private readonly relationshipsByKey = new Map<
    string,
    AnyStoredRelationship
  >();

  constructor(configuration: JobConfiguration) {
    this.id = configuration.id;
    this.source = configuration.source;
    this.scope = configuration.scope;
    this.instanceId = configuration.instanceId;
    this.integrationJobId = configuration.integrationJobId;
  }

  /** Everything uploaded, once per key: an upload that is repeated counts once. */
  get entities(): StoredEntity[] {
    return [...this.entitiesByKey.values()];
  }

  /** Everything uploaded, once per key. */
  get relationships(): AnyStoredRelationship[] {
    return [...this.relationshipsByKey.values()];
  }

  /** Who owns what the job uploads: an integration instance, or the scope of a job that has none. */
  get owner(): string {
    return this.instanceId ?? `scope:${this.scope ?? ''}`;
  }

  addEntities(entities: StoredEntity[]): void {
    for (const entity of entities) this.entitiesByKey.set(entity._key, entity);
  }

  addRelationships(relationships: AnyStoredRelationship[]): void {
    for (const relationship of relationships) {
      this.relationshipsByKey.set(relationship._key, relationship);
    }
  }

  get upload(): Upload {
    return {
      entities: this.entities,
      relationships: this.relationships,
      partialTypes: this.partialTypes ?? [],
    };
  }

  /** The job as the API describes it. */
  describe(): Record<string, unknown> {
    const { entities, relationships } = this.result ?? {};
    return {
      id: this.id,
      source: this.source,
      scope: this.scope,
      integrationInstanceId: this.instanceId,
      integrationJobId: this.integrationJobId,
      status: this.status,
      startTimestamp: this.startTimestamp,
      numEntitiesUploaded: this.entitiesByKey.size,
      numEntitiesCreated: entities?.created.length ?? 0,
      numEntitiesUpdated: entities?.updated.length ?? 0,
      numEntitiesDeleted: entities?.deleted.length ?? 0,
      numRelationshipsUploaded: this.relationshipsByKey.size,
      numRelationshipsCreated: relationships?.created.length ?? 0,
      numRelationshipsUpdated: relationships?.updated.length ?? 0,
      numRelationshipsDeleted: relationships?.deleted.length ?? 0,
    };
  }
}
