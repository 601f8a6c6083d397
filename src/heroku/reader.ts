import type { Page, ReadObject } from './decode';
import { decode, decodePage } from './decode';
import {
  HerokuIncompleteListError,
  HerokuRequestError,
  toHerokuError,
} from './errors';
import type { Answer } from './http/answer';
import type { Request } from './http/request';
import type { TransportOptions } from './http/transport';
import { Transport } from './http/transport';
import type { PageAnswer } from './pagination';
import { FIRST_RANGE, nextRange } from './pagination';
import type { Resource } from './types';

/** The pages of a list, in the order of their ids. */
export type Pages<T> = AsyncGenerator<Page<T>, void, undefined>;

/** What stands in a route's places: `{team: '0193…'}` for `/teams/{team}/apps`. */
export type Places = Record<string, string>;

/** How a list is asked for. */
export interface Asking {
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
  protected readonly transport: Transport;

  constructor(options: TransportOptions) {
    this.transport = new Transport(options);
  }

  /** The key's OAuth scopes; `undefined` before the first answer. */
  get scopes(): readonly string[] | undefined {
    return this.transport.scopesHeld;
  }

  /** Requests sent so far, retries included. */
  get requestsSent(): number {
    return this.transport.requestsSent;
  }

  /** Requests left in the Heroku account's bucket; `undefined` before the first answer. */
  get requestsLeft(): number | undefined {
    return this.transport.requestsLeft;
  }

  /** How long the requests that the rate limit holds back will take to leave, in milliseconds. */
  get estimatedWaitMs(): number {
    return this.transport.estimatedWaitMs;
  }

  /** The host that requests go to. */
  get host(): string {
    return this.transport.host;
  }

  /**
   * Reads a list.
   *
   * @throws HerokuIncompleteListError where it cannot be read to its end, and what {@link Transport.get} throws
   */
  protected async *list<T>(
    resource: Resource<T>,
    route: string,
    places: Places = {},
    { headers, priority }: Asking = {},
  ): Pages<T> {
    const path = pathOf(route, places);
    const seen = new Set<string>();
    const ask = (range: string): Promise<Answer> => {
      seen.add(range);
      return this.get({
        route,
        path,
        expect: 'list',
        range,
        headers,
        priority: range === FIRST_RANGE ? priority : FURTHER_PAGES,
      });
    };

    // No answer is held here while its page is in use: only what was decoded of it is.
    const unpack = (answer: Answer) => {
      const objects = answer.body as readonly unknown[];
      // The next page is on its way while this one is used; its failure is met below, where it is awaited.
      following = goOn(route, path, { ...answer, objects }, seen, ask);
      following.catch(() => undefined);
      return decodePage(resource, objects);
    };
    let following: Promise<Answer | undefined> = ask(FIRST_RANGE);
    for (;;) {
      const page = await following.then((answer) => answer && unpack(answer));
      if (page === undefined) {
        return;
      }
      yield page;
    }
  }

  /**
   * Reads a single thing: see {@link Transport.get} for what it throws.
   */
  protected async one<T>(
    resource: Resource<T>,
    route: string,
    places: Places = {},
  ): Promise<ReadObject<T>> {
    const path = pathOf(route, places);
    const { body, status } = await this.get({
      route,
      path,
      expect: 'object',
      accepts: (value) => saysAnything(decode(resource, value).object),
    });
    const { object, dropped } = decode(resource, body);
    if (object === undefined) {
      throw new HerokuRequestError({
        kind: 'final',
        route: `GET ${route}`,
        path,
        status,
        statusText: `with a ${resource.name} whose ${dropped.join(' and ')} cannot be read`,
      });
    }
    const fields = new Map(dropped.map((field) => [field, 1]));
    return { resource: resource.name, object, defects: { skipped: 0, fields } };
  }

  private async get(request: Request): Promise<Answer> {
    try {
      return await this.transport.get(request);
    } catch (error) {
      throw toHerokuError(error);
    }
  }
}

/** Whether an object has any of the fields that it is asked for: `{}` says nothing, not that there is nothing. */
function saysAnything(object: unknown): boolean {
  return (
    typeof object === 'object' &&
    object !== null &&
    Object.keys(object).length > 0
  );
}

function pathOf(route: string, places: Places): string {
  return route.replace(/\{(\w+)\}/g, (_, place: string) =>
    encodeURIComponent(places[place] ?? ''),
  );
}

/** Asks for the page that follows `answer`; `undefined` where the list is over. */
async function goOn(
  route: string,
  path: string,
  answer: PageAnswer,
  seen: ReadonlySet<string>,
  ask: (range: string) => Promise<Answer>,
): Promise<Answer | undefined> {
  let range: string | undefined;
  try {
    range = nextRange(answer, seen);
  } catch (error) {
    throw new HerokuIncompleteListError({
      kind: 'incompleteList',
      route: `GET ${route}`,
      path,
      status: answer.status,
      statusText: `and stopped short: ${(error as Error).message}`,
    });
  }
  return range === undefined ? undefined : ask(range);
}
