import type { Page, ReadObject } from './decode';
import { decode, decodePage } from './decode';
import { herokuError } from './errors';
import type { HerokuFailure } from './failure';
import { RequestFailed } from './http/failure';
import type { Request } from './http/request';
import { describeRequest } from './http/request';
import type { TransportOptions } from './http/options';
import { Transport } from './http/transport';
import type { Answer } from './http/verdict';
import { Pagination } from './pagination';
import { pathOf } from './path';
import type { Resource } from './types';

/** The pages of a list, in the order in which they came. */
export type Pages<T> = AsyncGenerator<Page<T>, void, undefined>;

/** What stands in a route's parameters: `{team: '0193…'}` for `/teams/{team}/apps`. */
export type Params = Record<string, string>;

/** How a list is asked for. */
export interface ListOptions {
  headers?: Record<string, string>;
  /** Of lists that wait to be asked for those with the greater number go first; 0 unless said otherwise. */
  priority?: number;
}

/**
 * Further pages go before all else: they can only be asked for one after the other, so that the longest list is what
 * a run waits for longest.
 */
const FURTHER_PAGES = 10;

/** Reads declared resources over one transport: lists page by page, and single things. */
export class ResourceReader {
  readonly #transport: Transport;

  constructor(options: TransportOptions) {
    this.#transport = new Transport(options);
  }

  /** The key's OAuth scopes; `undefined` before the first answer. */
  get scopes(): readonly string[] | undefined {
    return this.#transport.scopesHeld;
  }

  /** Requests sent so far, retries included. */
  get requestsSent(): number {
    return this.#transport.requestsSent;
  }

  /** Requests left in the Heroku account's bucket; `undefined` before the first answer. */
  get requestsLeft(): number | undefined {
    return this.#transport.requestsLeft;
  }

  /** How long the requests that the rate limit holds back will take to leave, in milliseconds. */
  get estimatedWaitMs(): number {
    return this.#transport.estimatedWaitMs;
  }

  /** The host that requests go to. */
  get host(): string {
    return this.#transport.host;
  }

  /**
   * Reads a list.
   *
   * @throws HerokuError where the list cannot be read to its end; the pages before that have been given
   */
  protected async *list<T>(
    resource: Resource<T>,
    route: string,
    params: Params = {},
    { headers, priority }: ListOptions = {},
  ): Pages<T> {
    const request: Request = {
      route,
      path: requirePath(route, params),
      expect: 'list',
      headers,
    };
    const pagination = new Pagination();

    // No answer is held here while its page is in use: only what was decoded of it is.
    const unpack = (answer: Answer) => {
      const objects = answer.body as readonly unknown[];
      // The next page is on its way while this one is used; its failure is met below, where it is awaited.
      following = this.#goOn(request, answer, pagination);
      following.catch(() => undefined);
      return decodePage(resource, objects);
    };
    let following: Promise<Answer | undefined> = this.#begin(
      { ...request, priority },
      pagination,
    );
    for (;;) {
      const page = await following.then((answer) => answer && unpack(answer));
      if (page === undefined) {
        return;
      }
      yield page;
    }
  }

  /**
   * Reads a single thing. A field of an unexpected form is left out and named in the defects.
   *
   * @throws HerokuError where it cannot be read, or lacks what identifies one
   */
  protected async one<T>(
    resource: Resource<T>,
    route: string,
    params: Params = {},
    { headers, priority }: ListOptions = {},
  ): Promise<ReadObject<T>> {
    const path = requirePath(route, params);
    const request: Request = {
      route,
      path,
      expect: 'object',
      headers,
      priority,
    };
    const { body, status } = await this.#get(request);
    const { object, dropped } = decode(resource, body);
    if (object === undefined) {
      throw herokuError({
        ...describeRequest(request),
        kind: 'final',
        status,
        statusText: `but without the id of the ${resource.name}`,
      });
    }
    const fields = new Map(dropped.map((field) => [field, 1]));
    return { resource: resource.name, object, defects: { skipped: 0, fields } };
  }

  /** Asks for the first page: by id, or without any order where the list refuses that. */
  async #begin(request: Request, pagination: Pagination): Promise<Answer> {
    try {
      return await this.#transport.get({
        ...request,
        ranges: pagination.first(),
      });
    } catch (error) {
      if (!(error instanceof RequestFailed && refusesRange(error.failure))) {
        throw toHerokuError(error);
      }
      return this.#get(request);
    }
  }

  /** Asks for the page that follows `answer`; `undefined` where the list is over. */
  async #goOn(
    request: Request,
    { body, ...answer }: Answer,
    pagination: Pagination,
  ): Promise<Answer | undefined> {
    let ranges: string[] | undefined;
    try {
      const objects = body as readonly unknown[];
      ranges = pagination.next({ ...answer, objects });
    } catch (error) {
      throw herokuError({
        ...describeRequest(request),
        kind: 'incompleteList',
        status: answer.status,
        statusText: `and stopped short: ${(error as RangeError).message}`,
      });
    }
    return ranges && this.#get({ ...request, ranges, priority: FURTHER_PAGES });
  }

  async #get(request: Request): Promise<Answer> {
    try {
      return await this.#transport.get(request);
    } catch (error) {
      throw toHerokuError(error);
    }
  }
}

/** The error in the form that JupiterOne knows; one that is a defect of ours stays as it is. */
function toHerokuError(error: unknown): unknown {
  return error instanceof RequestFailed ? herokuError(error.failure) : error;
}

/** Whether a list was refused because of the order or the size that it was asked for with. */
function refusesRange({
  status,
  herokuId,
  herokuMessage,
}: HerokuFailure): boolean {
  const isAboutRange = /range/i.test(`${herokuId} ${herokuMessage}`);
  return status === 416 || ((status === 400 || status === 422) && isAboutRange);
}

/** @throws HerokuError where a parameter would lead to another path */
function requirePath(route: string, params: Params): string {
  const path = pathOf(route, params);
  if (path === undefined) {
    throw herokuError({
      ...describeRequest({ route, path: route }),
      kind: 'final',
      status: 'NOT_ASKED',
      statusText: 'a name in the path cannot be put into a request',
    });
  }
  return path;
}
