import type {
  Entity,
  JobState,
  Relationship,
} from '@jupiterone/integration-sdk-core';
import PQueue from 'p-queue';
import type { Page, Pages } from '../heroku';
import { HerokuNotFoundError, holdsOneOf, leftOutOf } from '../heroku';
import { Misses } from './misses';
import type { Run } from './run';
import { runOf } from './run';
import { GraphWriter } from './writer';
import type { StepContext, StepDeclaration } from './step';

const PROGRESS_INTERVAL_MS = 30_000;

/**
 * Parents read side by side in one step. Two steps at once keep ten requests in flight, which is all that there may
 * be; with more, pages would wait in memory for their turn to be written.
 */
const PARENT_CONCURRENCY = 10;

/** What one object of Heroku's becomes. */
export interface Converted {
  entities?: Entity[];
  relationships?: Relationship[];
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
  /** Asks Heroku for the parent itself: it throws a 404 where the parent is gone. */
  askForParent: (parent: P) => Promise<unknown>;
}

/**
 * The failure rule, for every step alike. The handler collects all that can be collected: what fails is recorded
 * and the rest goes on. If anything was missed, the step throws at its end, so that JupiterOne takes its types as
 * partial and deletes nothing; and one warning per cause says what to do. Only an error that ends the run, such
 * as a revoked key, gets through at once.
 */
export async function collect(
  context: StepContext,
  step: StepDeclaration,
  handler: (collection: Collection) => Promise<void>,
): Promise<void> {
  const collection = new Collection(context, step);
  const progress = setInterval(
    () => collection.logProgress(),
    PROGRESS_INTERVAL_MS,
  ).unref();
  try {
    await collection.attempt('data of this step', () => handler(collection));
  } finally {
    clearInterval(progress);
  }
  await collection.finish();
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
    this.writer = new GraphWriter(context.jobState, this.run.writingTurns, {
      keyTaken: (type) =>
        this.misses.notAdded(type, 'have an id that something else has'),
      withoutEnd: (type) => this.misses.withoutEnd(type),
    });
  }

  /** When the run began, in milliseconds since 1970: the one present that all its entities go by. */
  get startedOn(): number {
    return this.context.executionHistory.current.startedOn;
  }

  /** Whether the key may use a route that takes one of these scopes. */
  mayUse(scopes: readonly string[]): boolean {
    return holdsOneOf(this.run.client.scopes, scopes);
  }

  /** Whether an entity or relationship with this key has been added, by any step. */
  has(key: string): boolean {
    return this.writer.has(key);
  }

  /** The entities of a type that earlier steps added, as parents to read lists of. */
  async parentsOfType(type: string): Promise<Parent[]> {
    const parents: Parent[] = [];
    await this.jobState.iterateEntities({ _type: type }, (entity) => {
      const { id, name } = entity;
      if (typeof id === 'string') {
        parents.push({ id, name: typeof name === 'string' ? name : undefined });
      }
    });
    return parents;
  }

  /** Calls back with each entity of a type that earlier steps added. */
  async eachEntity(
    type: string,
    callback: (entity: Entity) => void,
  ): Promise<void> {
    await this.jobState.iterateEntities({ _type: type }, callback);
  }

  /** Whether the user has left an ingestion source on. */
  isSourceOn(sourceId: string): boolean {
    const { disabledSources } = this.context.instance;
    return !disabledSources?.some(
      ({ ingestionSourceId }) => ingestionSourceId === sourceId,
    );
  }

  /**
   * Does one piece of work. A failure is recorded as a miss and answered with `undefined`, unless it ends the run;
   * an object of which fields could not be read is answered with, and what was left out of it recorded.
   *
   * @param what to complete "could not read the …"
   */
  async attempt<T>(
    what: string,
    work: () => Promise<T>,
    name?: string,
  ): Promise<T | undefined> {
    try {
      const answer = await work();
      const single = leftOutOf(answer);
      if (single) {
        this.misses.malformed(single.resource, single.defects);
      }
      return answer;
    } catch (error) {
      if (!(error instanceof Error) || ('fatal' in error && error.fatal)) {
        throw error;
      }
      this.misses.failed(what, name, error);
      return undefined;
    }
  }

  /**
   * Reads the lists of many parents side by side. A parent whose list is refused or broken costs its own data
   * only. A 404 is settled by asking for the parent once: it is gone and has no list any more, or it is there and
   * its list was refused.
   *
   * @returns the parents that could not be read
   */
  async forEachParent<P extends Parent>(
    parents: readonly P[],
    { what, read, askForParent }: ParentReading<P>,
  ): Promise<P[]> {
    const missed: P[] = [];
    this.parentsInAll += parents.length;
    const readOne = async (parent: P) => {
      let isRead = false;
      await this.attempt(
        what,
        async () => {
          await this.unlessGone(parent, what, read, askForParent);
          isRead = true;
        },
        nameOf(parent),
      );
      this.parentsRead++;
      if (!isRead) {
        missed.push(parent);
      }
    };
    const queue = new PQueue({ concurrency: PARENT_CONCURRENCY });
    try {
      await queue.addAll(parents.map((parent) => () => readOne(parent)));
    } finally {
      queue.clear();
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

  /** Keeps something for a step that depends on this one. */
  async remember(key: string, value: unknown): Promise<void> {
    await this.jobState.setData(key, value);
  }

  /** What a step that this one depends on has kept. */
  async recall<T>(key: string): Promise<T | undefined> {
    return this.jobState.getData<T>(key);
  }

  /** The objects of a page, its defects recorded. */
  objectsOf<T>(page: Page<T>): T[] {
    this.objects += page.objects.length;
    this.misses.malformed(page.resource, page.defects);
    return page.objects;
  }

  /**
   * Adds entities, then relationships, each once: what was added before is passed over, since one duplicate key
   * would lose the whole batch. A relationship is added only if both its ends are there.
   */
  async add({ entities = [], relationships = [] }: Converted): Promise<void> {
    await this.writer.add(entities, relationships);
  }

  /** Hands over the last of the data, then reports what was missed and throws, or logs what the step came to. */
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

  private async unlessGone<P extends Parent>(
    parent: P,
    what: string,
    read: (parent: P) => Promise<void>,
    askForParent: (parent: P) => Promise<unknown>,
  ): Promise<void> {
    try {
      await read(parent);
    } catch (error) {
      if (!(error instanceof HerokuNotFoundError)) {
        throw error;
      }
      try {
        await askForParent(parent);
      } catch (parentError) {
        if (parentError instanceof HerokuNotFoundError) {
          this.context.logger.info(
            { what, parent: nameOf(parent) },
            'Deleted in Heroku while this run was under way: passed over',
          );
          return;
        }
        throw parentError;
      }
      throw error;
    }
  }
}

/** A parent's name where it is fit for a message, else its id. */
function nameOf({ id, name }: Parent): string {
  return name && /^[\p{L}\p{N}._-]{1,64}$/u.test(name) ? name : id;
}
