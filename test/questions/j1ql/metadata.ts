import type { Query } from './syntax';
import { propertiesIn } from './syntax';

/**
 * What JupiterOne itself keeps of every entity and relationship, and their types: when it was first seen, when its
 * latest version began and when it was deleted.
 */
export const METADATA: ReadonlyMap<string, 'number' | 'boolean'> = new Map([
  ['_createdOn', 'number'],
  ['_beginOn', 'number'],
  ['_endOn', 'number'],
  ['_version', 'number'],
  ['_deleted', 'boolean'],
]);

/** Whether a query asks for what changed: a single collection cannot say it. */
export function asksForChange(query: Query): boolean {
  return propertiesIn(query).some((property) => METADATA.has(property));
}
