import type { JsonObject } from '../../sandbox';
import type { Expected } from '../expectedGraph';
import { common, idOf } from '../expectedProperties';

/** What one area adds to the expected graph. */
export class Part {
  readonly entities: Expected[] = [];
  readonly relationships: Expected[] = [];
  readonly mappedRelationships: Expected[] = [];

  /** An entity whose key begins with its type. */
  add(
    _type: string,
    classes: string[],
    object: JsonObject,
    properties: Record<string, unknown>,
  ): string {
    const [_class = ''] = classes;
    const _key = `${_type}:${idOf(object)}`;
    this.entities.push({
      ...common(_type, _class, object),
      _class: classes,
      _key,
      ...properties,
    });
    return _key;
  }

  relate(
    from: string,
    verb: string,
    to: string,
    _type: string,
    properties: Record<string, unknown> = {},
  ): void {
    this.relationships.push({
      _key: `${from}|${verb.toLowerCase()}|${to}`,
      _type,
      _class: verb,
      _fromEntityKey: from,
      _toEntityKey: to,
      displayName: verb,
      ...properties,
    });
  }
}

/** What the areas look at: the keys of the documented graph, and the ids of its apps and teams. */
export interface Surrounded {
  keys: ReadonlySet<string>;
  appIds: readonly string[];
  teams: readonly { id: string; name: string }[];
}

/** The name of an entity, and what is shown of it. */
export function named(name: unknown): { name: unknown; displayName: unknown } {
  return { name, displayName: name };
}
