import fc from 'fast-check';
import type { Json, JsonObject, Organisation, Sandbox } from '../sandbox';
import { routeOf } from '../sandbox/routes';
import type { ClientRoute } from './clientRoutes';
import { clientRoutes } from './clientRoutes';
import { expectedOf, mutate, mutationOf } from './mutations';

/** One object of one answer, to which something is done. */
export interface Hurt {
  path: string;
  /** Its place in the list; 0 for what is no list. */
  index: number;
  /** The client's method that reads it. */
  method: string;
  value: Json | undefined;
}

const routes = clientRoutes();

/** The route by which an object is read. */
export function routeBy({ method }: Pick<Hurt, 'method'>): ClientRoute {
  const route = routes.find((one) => one.method === method);
  if (!route) throw new Error(`the client has no method ${method}`);
  return route;
}

/**
 * What the client reads of an organisation: every object of every answer, with its declaration. What stands in lists
 * of several parents is left aside: the lists are read side by side, and which of two versions counts is chance.
 */
export function objectsRead(
  organisation: Organisation,
): { path: string; index: number; route: ClientRoute; object: JsonObject }[] {
  const byPattern = new Map(routes.map((route) => [route.pattern, route]));
  const objects = [...organisation.resources].flatMap(([path, content]) => {
    const route = byPattern.get(routeOf(organisation, path).pattern);
    return route === undefined
      ? []
      : [content]
          .flat()
          .map((object, index) => ({ path, index, route, object }));
  });
  const times = new Map<string, number>();
  const nameOf = ({ route, object }: (typeof objects)[number]) =>
    `${route.method} ${JSON.stringify(object.id)}`;
  for (const one of objects) {
    times.set(nameOf(one), (times.get(nameOf(one)) ?? 0) + 1);
  }
  return objects.filter(
    (one) => one.object.id === undefined || times.get(nameOf(one)) === 1,
  );
}

/** Some of these objects, each with something done to it. */
export function hurtsOf(
  objects: ReturnType<typeof objectsRead>,
  count: number,
): fc.Arbitrary<Hurt[]> {
  return fc.uniqueArray(
    fc
      .constantFrom(...objects)
      .chain(({ path, index, route: { method, resource }, object }) =>
        mutationOf(resource).map((mutation) => ({
          path,
          index,
          method,
          value: asSent(mutate(object, mutation)),
        })),
      ),
    {
      minLength: Math.min(count, objects.length),
      maxLength: count,
      selector: ({ path, index }) => `${path} ${index}`,
      size: 'max',
    },
  );
}

/** What is left of a value once it went over the wire. */
function asSent(value: unknown): Json {
  return JSON.parse(JSON.stringify(value ?? null)) as Json;
}

/** The same objects as they are to be read: without the fields that are not of their form, or left out. */
export function mended(hurts: readonly Hurt[]): Hurt[] {
  return hurts.map((hurt) => {
    const expected = expectedOf(routeBy(hurt).resource, hurt.value);
    return { ...hurt, value: expected?.value as Json | undefined };
  });
}

/** Whether an object is not as declared, so that something of it has to be left out. */
export function isMalformed(hurt: Hurt): boolean {
  return expectedOf(routeBy(hurt).resource, hurt.value)?.leftOut.length !== 0;
}

/** Makes a sandbox answer with these objects in the place of its own. */
export function inject(sandbox: Sandbox, hurts: readonly Hurt[]): void {
  sandbox.clearFaults();
  const byPath = new Map<string, Hurt[]>();
  for (const hurt of hurts) {
    byPath.set(hurt.path, [...(byPath.get(hurt.path) ?? []), hurt]);
  }
  for (const [path, ofPath] of byPath) {
    const content = sandbox.organisation.resources.get(path) ?? [];
    const objects: (Json | undefined)[] = [content].flat();
    for (const { index, value } of ofPath) objects[index] = value;
    const left = objects.filter((value) => value !== undefined);
    const body = Array.isArray(content) ? left : (left[0] ?? null);
    sandbox.inject({
      kind: 'transform',
      match: path,
      times: Infinity,
      change: () => body,
    });
  }
}
