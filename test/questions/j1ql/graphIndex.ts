import type { CollectedGraph } from '../../e2e/graph';

/** An entity or a relationship, with its properties. */
export interface GraphObject {
  _key: string;
  _type: string;
  _class: string | string[];
  [property: string]: unknown;
}

/** A relationship as seen from one of its ends. */
export interface Edge {
  relationship: GraphObject;
  /** The entity at the other end. */
  other: GraphObject;
  direction: 'out' | 'in';
}

/** A collected graph, so arranged that relationships are found from either end. */
export class GraphIndex {
  readonly entities: readonly GraphObject[];
  private readonly byKey: Map<string, GraphObject>;
  private readonly edges = new Map<string, Edge[]>();

  constructor(graph: CollectedGraph) {
    this.byKey = new Map(graph.entities.map((one) => [one._key, one]));
    for (const relationship of graph.relationships) {
      const { _fromEntityKey: from, _toEntityKey: to } = relationship;
      this.join(relationship, this.byKey.get(from), this.byKey.get(to));
    }
    for (const relationship of graph.mappedRelationships) {
      const { sourceEntityKey, relationshipDirection, targetEntity } =
        relationship._mapping;
      const source = this.byKey.get(sourceEntityKey);
      // JupiterOne finds the entity or makes it: here it is always made.
      const target = this.made(targetEntity);
      if (relationshipDirection === 'FORWARD') {
        this.join(relationship, source, target);
      } else {
        this.join(relationship, target, source);
      }
    }
    this.entities = [...this.byKey.values()];
  }

  edgesOf({ _key }: GraphObject, direction: 'out' | 'in' | 'both'): Edge[] {
    const edges = this.edges.get(_key) ?? [];
    return direction === 'both'
      ? edges
      : edges.filter((edge) => edge.direction === direction);
  }

  private made(properties: Record<string, unknown>): GraphObject {
    const key = JSON.stringify(properties);
    const made: GraphObject = {
      _class: [],
      ...properties,
      _type: String(properties._type),
      _key: key,
    };
    this.byKey.set(key, this.byKey.get(key) ?? made);
    return this.byKey.get(key) ?? made;
  }

  private join(
    relationship: GraphObject,
    from: GraphObject | undefined,
    to: GraphObject | undefined,
  ): void {
    if (from === undefined || to === undefined) return;
    this.add(from, { relationship, other: to, direction: 'out' });
    this.add(to, { relationship, other: from, direction: 'in' });
  }

  private add({ _key }: GraphObject, edge: Edge): void {
    const edges = this.edges.get(_key);
    if (edges === undefined) this.edges.set(_key, [edge]);
    else edges.push(edge);
  }
}
