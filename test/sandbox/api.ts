import type { IncomingHttpHeaders } from 'node:http';
import { act } from './actions';
import { keyOf } from './authorization';
import {
  errorBody,
  NO_SUCH_ROUTE,
  statusOf,
  type HerokuErrorId,
} from './errorBodies';
import { viewOf, type View } from './expansion';
import { lookUp } from './lookup';
import type { Json, JsonObject, Organisation, Refusal } from './organisation';
import { parseRange, SortedLists, type Page } from './paging';
import { matching } from './queryFilter';
import { rangeFields } from './ranges';
import type { TokenBucket } from './rateLimit';
import type { Route } from './routes';
import { acceptedScopes } from './scopes';

/** What the API answers, before it goes through a fault and over the wire. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
  /** The part of the list that the body holds. */
  page?: Page;
}

/** The holder of the token, as the API knows it. */
export interface Access {
  apiKey: string;
  revoked: boolean;
  scopes: string[];
}

export interface ApiRequest {
  method: string;
  route: Route;
  /** Without the question mark. */
  query?: string;
  headers: IncomingHttpHeaders;
  body?: string;
}

/** How lists are paged. */
export interface Paging {
  maxPageSize?: number;
  /** Whether team members can be sorted by their e-mail addresses only. */
  rangesBySchema?: boolean;
}

const FREE_ROUTE = '/account/rate-limits';
/** `3`, and the variants that Heroku's own tools send, e.g. `3.team-invitations`. */
const VERSION = /application\/vnd\.heroku\+json\s*;\s*version=([^\s;,]+)/;
/** Beside what ends with an id. */
const SINGLE_THING =
  /:id$|\/(account|nat|inbound-ruleset|peering-info|topology|preferences|review-app-config|delinquency|log-drain)$/;

/** The Platform API's answers for one organisation, without the network. */
export class PlatformApi {
  private readonly lists = new SortedLists();

  constructor(
    private readonly organisation: Organisation,
    private readonly access: Access,
    private readonly bucket: TokenBucket,
    private readonly paging: Paging = {},
  ) {}

  answer(request: ApiRequest): Answer {
    if (!this.isAuthentic(request.headers.authorization))
      return refusal('unauthorized');
    const { pattern } = request.route;
    const answer =
      pattern === FREE_ROUTE || this.bucket.take()
        ? this.authentic(request)
        : refusal('rate_limit');
    const tellsScopes = answer.status !== 404 || !SINGLE_THING.test(pattern);
    return {
      ...answer,
      headers: {
        'Cache-Control': 'private, no-cache',
        Vary: 'Authorization, Accept-Encoding',
        'RateLimit-Multiplier': '1',
        'RateLimit-Remaining': String(this.bucket.remaining()),
        ...(tellsScopes && {
          'OAuth-Scope': this.access.scopes.join(' '),
          'OAuth-Scope-Accepted': acceptedScopes(pattern).join(' '),
        }),
        ...answer.headers,
      },
    };
  }

  private isAuthentic(authorization: string | undefined): boolean {
    return !this.access.revoked && keyOf(authorization) === this.access.apiKey;
  }

  private authentic(request: ApiRequest): Answer {
    const { method, route, headers } = request;
    const found =
      method === 'POST'
        ? act(this.organisation, route.path, request.body)
        : undefined;
    if (method !== 'GET' && found === undefined)
      return refusal('method_not_allowed');
    const version = VERSION.exec(headers.accept ?? '')?.[1];
    if (version === undefined) return refusal('missing_version');
    if (!/^3(\.|$)/.test(version)) return refusal('not_found', NO_SUCH_ROUTE);

    const accepted = acceptedScopes(route.pattern);
    if (!this.access.scopes.some((scope) => accepted.includes(scope))) {
      const noun = route.resource.replaceAll('_', ' ');
      return refusal('forbidden', `You do not have access to that ${noun}.`);
    }
    if (route.pattern === FREE_ROUTE) {
      return success({ remaining: this.bucket.remaining() });
    }
    if (found === undefined) return this.resource(request);
    return found.objects.length === 0 && found.resource !== undefined
      ? notFound(found.resource)
      : this.listAnswer(found.objects, request);
  }

  private resource(request: ApiRequest): Answer {
    const { route, query = '' } = request;
    const refused = this.organisation.refusals?.get(route.path);
    if (refused !== undefined) return refusedAnswer(refused);
    const resource = lookUp(this.organisation, route);
    if (resource === undefined) {
      return route.path.split('/').length > 2
        ? notFound(route.resource)
        : refusal('not_found', NO_SUCH_ROUTE);
    }
    return Array.isArray(resource)
      ? this.listAnswer(matching(resource, query), request)
      : success(this.view(request).show(resource));
  }

  private view({ route, headers }: ApiRequest): View {
    return viewOf(
      this.organisation,
      route.pattern,
      headers['accept-expansion'],
    );
  }

  private listAnswer(objects: JsonObject[], request: ApiRequest): Answer {
    const range = parseRange(request.headers.range, this.paging.maxPageSize);
    if (!range) {
      return refusal(
        'bad_request',
        'Invalid `Range` header. Please use format like `id ..; max=10, order=desc`.',
      );
    }
    const fields = rangeFields(
      request.route.pattern,
      this.paging.rangesBySchema ?? false,
    );
    // What names no range has Heroku's own order, which we take to be by id.
    if (request.headers.range && !fields.includes(range.field)) {
      return refusal('requested_range_not_satisfiable');
    }
    const { field, descending } = range;
    const list = this.lists.get(objects, {
      field,
      descending,
      ...this.view(request),
    });
    const page = list.page(range);
    const headers: Record<string, string> = {
      'Accept-Ranges': fields.join(', '),
    };
    const contentRange = list.contentRange(page);
    if (contentRange !== undefined)
      headers['Content-Range'] = headerSafe(contentRange);
    if (page.nextRange !== undefined)
      headers['Next-Range'] = headerSafe(page.nextRange);
    return {
      status: page.nextRange === undefined ? 200 : 206,
      headers,
      body: list.serialise(page.start, page.end),
      page,
    };
  }
}

/** Heroku's ids and names are ASCII; one that a test makes up must not make an invalid header. */
function headerSafe(value: string): string {
  return value.replace(/[^\x20-\x7e]/g, '?');
}

function success(body: Json): Answer {
  return { status: 200, headers: {}, body: JSON.stringify(body) };
}

function refusedAnswer({ status, id, message }: Refusal): Answer {
  return { status, headers: {}, body: JSON.stringify(errorBody(id, message)) };
}

function notFound(resource: string): Answer {
  const noun = resource.replaceAll('_', ' ');
  return refusal('not_found', `Couldn't find that ${noun}.`, resource);
}

function refusal(
  id: HerokuErrorId,
  message?: string,
  resource?: string,
): Answer {
  return {
    status: statusOf(id),
    headers: {},
    body: JSON.stringify(errorBody(id, message, resource)),
  };
}
