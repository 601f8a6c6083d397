import type { JsonObject } from '../../sandbox';
import type { Beyond, Circumstances, Expected } from '../expectedProperties';
import { common, idOf, mapped, related } from '../expectedProperties';

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
    this.relationships.push(related(from, verb, to, _type, properties));
  }

  /** A relationship with something that JupiterOne has from elsewhere. */
  map(
    from: string,
    verb: string,
    id: string,
    _type: string,
    beyond: Beyond,
    properties: Record<string, unknown> = {},
  ): void {
    this.mappedRelationships.push(
      mapped(from, verb, id, _type, beyond, properties),
    );
  }
}

/** What the areas look at. */
export interface Surrounded extends Circumstances {
  /** The keys of the documented graph. */
  keys: ReadonlySet<string>;
  /** The users whom only access makes known included. */
  userIds: ReadonlySet<string>;
  /** The documented entities of these types. */
  applications: readonly Expected[];
  teams: readonly Expected[];
  /** Whether every app is asked for its details. */
  appDetails: boolean;
}
