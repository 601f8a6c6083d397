import type {
  Entity,
  JobState,
  Relationship,
} from '@jupiterone/integration-sdk-core';
import type { Page, Pages, ReadObject } from '../heroku';
import { holdsOneOf, IDENTITY_SCOPES, isNotFound } from '../heroku';
import type { EntityDeclaration } from '../model';
import type { StepContext, StepDeclaration } from './declaration';
import { Misses } from './misses';
import type { Run } from './run';
import { runOf } from './run';
import { GraphWriter } from './writer';

/**
 * Parents read side by side in one step. Two steps at once keep ten requests in flight, which is all that there may
 * be; with more, pages would wait in memory for their turn to be written.
 */
const PARENT_CONCURRENCY = 10;

/** How many parents of one step may be gone at once, as a number and as a share of all. More is taken for an outage. */
const MOST_GONE = 5;
const LARGEST_SHARE_GONE = 0.05;

/** What one object of Heroku's becomes. */
export interface Converted {
  entities?: Entity[];
  relationships?: Relationship[];
}

/** Names the data that one step hands over to the steps that depend on it. */
export interface Handover<T> {
  /** The SDK keeps one namespace for all steps. */
  readonly key: string;
  /** Carries the type; there is no value. */
  readonly valueType?: T;
}

/** Declares what a step hands over. */
export function handover<T>(name: string): Handover<T> {
  return { key: `heroku-${name}` };
}

/** A thing that has lists of its own: a team, an app. */
export interface Parent {
  id: string;
  name?: string | null;
}

/** How the lists of parents are read. */
export interface ParentReading<P extends Parent> {
  /** What is read of each, to complete "could not read the …": `apps of the team`. */
  what: string;
  read: (parent: P) => Promise<void>;
  /** Settles whether a parent whose list is "not found" is gone, and not only hidden. */
  isGone: (parent: P) => Promise<boolean>;
}

/** What a step handler works with: the run's client, the guarded add, and the recording of what was missed. */
export class Collection {
  readonly run: Run;
  private readonly jobState: JobState;
  private readonly misses: Misses;
  private readonly writer: GraphWriter;
  private objects = 0;
  private parentsRead = 0;
  private parentsInAll = 0;

  constructor(
    private readonly context: StepContext,
    private readonly step: StepDeclaration,
  ) {
    this.run = runOf(context);
    this.jobState = context.jobState;
    this.misses = new Misses(step.needs.role);
    this.writer = new GraphWriter(context.jobState, {
      turns: this.run.writingTurns,
      types: this.run.typesOfKeys,
      relationships: step.relationships,
      leftOut: {
        keyTaken: (type) =>
          this.misses.notAdded(type, 'have an id that another object has'),
        withoutEnd: (type) => this.misses.withoutEnd(type),
      },
    });
  }

  /** When the run began, in milliseconds since 1970. All entities are made as of this time. */
  get startedOn(): number {
    return this.context.executionHistory.current.startedOn;
  }

  /** The present, in milliseconds since 1970, for what Heroku counts from its answer: a run may last hours. */
  get now(): number {
    return this.startedOn + this.run.ageMs;
  }

  /** Whether the key may use a route that takes one of these scopes. */
  mayUse(scopes: readonly string[]): boolean {
    return holdsOneOf(this.run.client.scopes, scopes);
  }

  /** Whether the key has an account of its own and may read it. */
  get mayReadOwnAccount(): boolean {
    return this.mayUse(IDENTITY_SCOPES) && !this.run.isTeamToken;
  }

  /** Whether the entity of this type and id has been added, by any step. */
  has(declaration: EntityDeclaration, id: string): boolean {
    return this.writer.has(declaration, id);
  }

  /** Calls back with each entity of a type that earlier steps added. */
  async eachEntity(
    { _type }: EntityDeclaration,
    callback: (entity: Entity) => void,
  ): Promise<void> {
    await this.jobState.iterateEntities({ _type }, callback);
  }

  /** Whether the user has left an ingestion source on. */
  isSourceOn(sourceId: string): boolean {
    const { disabledSources } = this.context.instance;
    return !disabledSources?.some(
      ({ ingestionSourceId }) => ingestionSourceId === sourceId,
    );
  }

  /**
   * Runs `work`. A failure is recorded as a miss, and the result is `undefined`, unless it ends the run.
   *
   * @param what to complete "could not read the …"
   * @param name tells it from others of its kind
   */
  async attempt<T>(
    what: string,
    work: () => Promise<T>,
    name?: string,
  ): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      this.missed(what, name, error);
      return undefined;
    }
  }

  /**
   * Waits for something that only enriches what this step adds. A failure is answered with `undefined`: it leaves
   * properties unknown, and is reported by the step that the answer belongs to.
   */
  async enrichment<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (endsRun(error)) {
        throw error;
      }
      return undefined;
    }
  }

  /**
   * Reads what belongs to each of many parents, some of them side by side. A parent that is refused or broken costs
   * its own data only. A parent that is gone has no data any more; but when many are gone at once, that is no
   * coincidence, and counts as a failure.
   *
   * @returns the parents that could not be read
   */
  async forEachParent<P extends Parent>(
    parents: readonly P[],
    { what, read, isGone }: ParentReading<P>,
  ): Promise<P[]> {
    const missed: P[] = [];
    const gone: { parent: P; error: unknown }[] = [];
    const miss = (parent: P, error: unknown) => {
      this.missed(what, nameOf(parent), error);
      missed.push(parent);
    };
    this.parentsInAll += parents.length;
    await inParallel(parents, PARENT_CONCURRENCY, async (parent) => {
      try {
        await read(parent);
      } catch (error) {
        try {
          if (isNotFound(error) && (await isGone(parent))) {
            gone.push({ parent, error });
          } else {
            miss(parent, error);
          }
        } catch (errorOfProof) {
          miss(parent, errorOfProof);
        }
      }
      this.parentsRead++;
    });
    const isCoincidence =
      gone.length <= MOST_GONE ||
      gone.length <= parents.length * LARGEST_SHARE_GONE;
    for (const { parent, error } of gone) {
      if (isCoincidence) {
        this.context.logger.info(
          { what, parent: nameOf(parent) },
          'Deleted in Heroku during this run',
        );
      } else {
        miss(parent, error);
      }
    }
    return missed;
  }

  /** Adds what each object of each page becomes: see {@link addPage}. */
  async addPages<T>(
    pages: Pages<T> | Page<T>[],
    convert: (object: T) => Converted,
  ): Promise<void> {
    for await (const page of pages) {
      await this.addPage(page, convert);
    }
  }

  /**
   * Adds what each object of a page becomes. An object whose entity the data model refuses is left out, counted
   * and reported, and costs the others nothing.
   */
  async addPage<T>(
    page: Page<T>,
    convert: (object: T) => Converted,
  ): Promise<void> {
    const entities: Entity[] = [];
    const relationships: Relationship[] = [];
    for (const object of this.objectsOf(page)) {
      try {
        const converted = convert(object);
        entities.push(...(converted.entities ?? []));
        relationships.push(...(converted.relationships ?? []));
      } catch (error) {
        this.misses.notAdded(
          page.resource,
          `could not become an entity (${error instanceof Error ? error.name : 'unknown error'})`,
        );
      }
    }
    await this.add({ entities, relationships });
  }

  /** Adds what each of some objects becomes: see {@link addPage}. */
  addObjects<T>(
    resource: string,
    objects: T[],
    convert: (object: T) => Converted,
  ): Promise<void> {
    return this.addPage(
      { resource, objects, defects: { skipped: 0, fields: new Map() } },
      convert,
    );
  }

  /** Hands something over to the steps that depend on this one. */
  async handOver<T>(to: Handover<T>, value: T): Promise<void> {
    await this.jobState.setData(to.key, value);
  }

  /** What a step that this one depends on has handed over; `undefined` where that step did not run. */
  async handedOver<T>(from: Handover<T>): Promise<T | undefined> {
    return this.jobState.getData<T>(from.key);
  }

  /** A single object, its defects recorded. */
  objectOf<T>({ resource, object, defects }: ReadObject<T>): T {
    this.objects++;
    this.misses.malformed(resource, defects);
    return object;
  }

  /** Records that something of a well-formed answer is unknown, `why` being fit for a message. */
  unknown(resource: string, why: string): void {
    this.misses.notAdded(resource, why);
  }

  /** The objects of a page, its defects recorded. */
  objectsOf<T>(page: Page<T>): T[] {
    this.objects += page.objects.length;
    this.misses.malformed(page.resource, page.defects);
    return page.objects;
  }

  /**
   * The objects of a list that another step reports on. One that was left out whole is a miss here too: what belongs to
   * it stays unknown.
   */
  objectsKnownOf<T>(pages: readonly Page<T>[]): T[] {
    for (const { resource, defects } of pages) {
      const { skipped } = defects;
      this.misses.malformed(resource, { skipped, fields: new Map() });
    }
    return pages.flatMap(({ objects }) => objects);
  }

  /**
   * Adds entities, then relationships, each once: what was added before is passed over, since one duplicate key
   * would lose the whole batch. A relationship is added only if both its ends are there.
   */
  async add({ entities = [], relationships = [] }: Converted): Promise<void> {
    await this.writer.add(entities, relationships);
  }

  /** Writes the last of the data. Then reports what was missed and throws, or logs what the step collected. */
  async finish(): Promise<void> {
    const { client } = this.run;
    try {
      await this.writer.finish();
    } catch (error) {
      this.run.noteIncomplete(this.step.id);
      throw error;
    }
    const afterMiss = this.step.dependsOn.some(
      (stepId) => !this.run.isComplete(stepId),
    );
    this.context.logger.info(
      {
        objects: this.objects,
        withoutEnd: this.misses.dropConsequences(afterMiss),
        requestsSent: client.requestsSent,
        requestsLeft: client.requestsLeft,
      },
      'Read from Heroku (requests: of the whole run so far)',
    );
    if (afterMiss || this.misses.any) {
      this.run.noteIncomplete(this.step.id);
    }
    if (!this.misses.any) {
      return;
    }
    for (const { eventName, description } of this.misses.reports()) {
      this.context.logger.warn({ eventName }, description);
      this.context.logger.publishWarnEvent({ name: eventName, description });
    }
    throw this.misses.error();
  }

  /** Says how far the step has come. */
  logProgress(): void {
    const { client } = this.run;
    this.context.logger.info(
      {
        objects: this.objects,
        parentsRead: this.parentsRead,
        parentsInAll: this.parentsInAll,
        requestsSent: client.requestsSent,
        requestsLeft: client.requestsLeft,
        estimatedWaitSeconds: Math.round(client.estimatedWaitMs / 1000),
      },
      'Still reading from Heroku',
    );
  }

  private missed(what: string, name: string | undefined, error: unknown): void {
    if (!(error instanceof Error) || endsRun(error)) {
      throw error;
    }
    this.misses.failed(what, name, error);
  }
}

/** Whether a failure ends the whole run, as that of a revoked key does. */
function endsRun(error: unknown): boolean {
  return (
    !(error instanceof Error) || ('fatal' in error && error.fatal === true)
  );
}

/** Works through items with a fixed number of workers; the first error that gets through ends them all. */
async function inParallel<T>(
  items: readonly T[],
  workers: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  let isEnded = false;
  const worker = async () => {
    for (const item of queue) {
      if (isEnded) {
        return;
      }
      try {
        await work(item);
      } catch (error) {
        isEnded = true;
        throw error;
      }
    }
  };
  await Promise.all(
    Array.from({ length: Math.min(workers, items.length) }, worker),
  );
}

/** A parent's name where it is fit for a message, else its id. */
function nameOf({ id, name }: Parent): string {
  return name && /^[\p{L}\p{N}._-]{1,64}$/u.test(name) ? name : id;
}
