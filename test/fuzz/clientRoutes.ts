import { HerokuClient } from '../../src/heroku';
import type { Resource } from '../../src/heroku/types';

/** One method of the client, as it declares itself: what it asks for, and what it reads of the answer. */
export interface ClientRoute {
  method: string;
  /** As Heroku documents it: `/teams/{team}/apps`. */
  route: string;
  /** As the sandbox calls it: `/teams/:id/apps`. */
  pattern: string;
  kind: 'list' | 'object';
  resource: Resource<unknown>;
}

type Method = (...parameters: string[]) => ClientRoute;

/**
 * All that the client reads, found by calling each of its methods on something that only takes note of what it is
 * asked for: a method that is added is found by itself.
 */
export function clientRoutes(): ClientRoute[] {
  const prototype = HerokuClient.prototype as unknown as Record<string, Method>;
  return Object.getOwnPropertyNames(prototype)
    .filter((method) => method !== 'constructor')
    .map((method) => {
      const note =
        (kind: ClientRoute['kind']) =>
        (resource: Resource<unknown>, route: string): ClientRoute => ({
          method,
          route,
          pattern: route.replace(/\?.*$/, '').replace(/\{\w+\}/g, ':id'),
          kind,
          resource,
        });
      const reader = { list: note('list'), one: note('object') };
      return (prototype[method] as Method).call(reader, 'any');
    });
}

/** Every declared resource, once. */
export function declaredResources(): Resource<unknown>[] {
  return [...new Set(clientRoutes().map(({ resource }) => resource))];
}
