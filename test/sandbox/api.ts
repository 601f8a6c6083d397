import type { IncomingHttpHeaders } from 'node:http';
import { errorBody, statusOf, type HerokuErrorId } from './errorBodies';
import type { Json, JsonObject, Organisation } from './organisation';
import { ACCEPT_RANGES, parseRange, SortedLists, type Page } from './paging';
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
  headers: IncomingHttpHeaders;
}

const FREE_ROUTE = '/account/rate-limits';
/** `3`, and the variants that Heroku's own tools send, e.g. `3.team-invitations`. */
const VERSION = /application\/vnd\.heroku\+json\s*;\s*version=([^\s;,]+)/;

/** The Platform API's answers for one organisation, without the network. */
export class PlatformApi {
  private readonly lists = new SortedLists();

  constructor(
    private readonly organisation: Organisation,
    private readonly access: Access,
    private readonly bucket: TokenBucket,
    private readonly maxPageSize?: number,
  ) {}

  answer(request: ApiRequest): Answer {
    if (!this.isAuthentic(request.headers.authorization))
      return refusal('unauthorized');
    const free = request.route.pattern === FREE_ROUTE;
    const answer =
      free || this.bucket.take()
        ? this.authentic(request)
        : refusal('rate_limit');
    return {
      ...answer,
      headers: {
        'RateLimit-Remaining': String(this.bucket.remaining()),
        'OAuth-Scope': this.access.scopes.join(' '),
        'OAuth-Scope-Accepted': acceptedScopes(request.route.pattern).join(' '),
        ...answer.headers,
      },
    };
  }

  private isAuthentic(authorization: string | undefined): boolean {
    return (
      !this.access.revoked && authorization === `Bearer ${this.access.apiKey}`
    );
  }

  private authentic({ method, route, headers }: ApiRequest): Answer {
    if (method !== 'GET') return refusal('method_not_allowed');
    const version = VERSION.exec(headers.accept ?? '')?.[1];
    if (version === undefined) return refusal('missing_version');
    if (!/^3(\.|$)/.test(version)) return refusal('not_found');

    const accepted = acceptedScopes(route.pattern);
    const noun = route.resource.replaceAll('_', ' ');
    if (!this.access.scopes.some((scope) => accepted.includes(scope))) {
      return refusal('forbidden', `You do not have access to that ${noun}.`);
    }
    if (route.pattern === FREE_ROUTE) {
      return success({ remaining: this.bucket.remaining() });
    }
    const resource = this.organisation.resources.get(route.path);
    if (resource === undefined) {
      return route.path.split('/').length > 2
        ? refusal('not_found', `Couldn't find that ${noun}.`, route.resource)
        : refusal('not_found');
    }
    const view = addonView(route, headers['accept-expansion']);
    return Array.isArray(resource)
      ? this.listAnswer(resource, headers.range, view)
      : success(view.show(resource));
  }

  private listAnswer(
    objects: JsonObject[],
    rangeHeader: string | undefined,
    view: View,
  ): Answer {
    const range = parseRange(rangeHeader, this.maxPageSize);
    if (!range) return refusal('requested_range_not_satisfiable');
    const list = this.lists.get(objects, range.field, view.name, view.show);
    const page = list.page(range);
    const headers: Record<string, string> = {
      'Accept-Ranges': ACCEPT_RANGES.join(', '),
    };
    const contentRange = list.contentRange(range.field, page);
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

interface View {
  name: string;
  show: (object: JsonObject) => JsonObject;
}

const EXPANDABLE = ['addon_service', 'plan'] as const;

/** Add-ons are held expanded: this shows of service and plan only the id and name unless the request expands them. */
function addonView(route: Route, header: string | string[] | undefined): View {
  const asked = String(header ?? '').split(/\s*,\s*/);
  const reduced = /\/addons(\/:id)?$/.test(route.pattern)
    ? EXPANDABLE.filter((field) => !asked.includes(field))
    : [];
  return {
    name: reduced.join(),
    show: (object) => {
      if (reduced.length === 0) return object;
      const shown = { ...object };
      for (const field of reduced) {
        if (field in object) shown[field] = reference(object[field]);
      }
      return shown;
    },
  };
}

function reference(value: Json | undefined): Json {
  if (value == null) return null;
  if (typeof value !== 'object' || Array.isArray(value)) return value;
  return { id: value['id'] ?? null, name: value['name'] ?? null };
}
