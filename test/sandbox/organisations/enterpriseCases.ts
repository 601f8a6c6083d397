import type { JsonObject } from '../organisation';
import { createOrganisation } from './index';

const day = 24 * 60 * 60 * 1000;
const now = new Date('2026-05-01T10:00:00Z');
const { resources } = createOrganisation('enterprise', { now });

/** Every object of the lists (or the single ones) at the paths like this. */
export function all(pattern: string): JsonObject[] {
  const expression = new RegExp(
    `^${pattern.replaceAll(':id', '[0-9a-f]{8}-[0-9a-f-]{27}')}$`,
  );
  return [...resources]
    .filter(([path]) => expression.test(path))
    .flatMap(([, resource]) =>
      Array.isArray(resource) ? resource : [resource],
    );
}

/** How many days after the organisation's present a date is; negative before it. */
export function daysFromNow(date: unknown): number {
  return (new Date(date as string).getTime() - now.getTime()) / day;
}

/** What is under `path`, written with dots; undefined where it is not there. */
export function at(object: JsonObject, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) => (value as JsonObject | null | undefined)?.[key],
      object,
    );
}

type Predicate = (object: JsonObject) => boolean;

/** What is shown, where to look, what must be there, and what must be there beside it and is not the same. */
export type Case = [string, JsonObject[], Predicate, Predicate];

/** Tests that the enterprise organisation shows each of the cases, and a near miss of it. */
export function testCases(cases: Case[]): void {
  test.each(cases)(
    'there is %s, and a near miss of it',
    (_, objects, is, isNot) => {
      expect(objects.filter(is).length).toBeGreaterThan(0);
      const nearMisses = objects.filter(isNot);
      expect(nearMisses.length).toBeGreaterThan(0);
      expect(nearMisses.filter(is)).toEqual([]);
    },
  );
}
