import type { CollectedGraph } from '../../test/e2e/graph';
import type { Arrangement, Position } from './discs';
import type { Finding } from './findings';
import { layoutByTeam } from './layout';
import type { OutsideEntity } from './outside';
import { outsideOf } from './outside';
import type { TypeMark } from './typeMarks';
import { inLegendOrder, markOf } from './typeMarks';

/** What the page shows beside the graph itself. */
export interface PageOptions {
  /** Where the graph came from, for the heading. */
  source?: string;
  /** When it was collected. */
  collectedOn?: Date;
  findings: Finding[];
}

/** An entity as the scripts of the page read it. */
interface PageEntity {
  key: string;
  type: string;
  label: string;
  /** The name of the team that it belongs to, or nothing. */
  team: string;
  /** The number of its disc, and where it stands about the middle of it. */
  disc: number;
  offset: Position;
  properties: Record<string, unknown>;
  /** Whether it belongs to another integration. */
  isOutside?: true;
}

/** A relationship as the scripts of the page read it. */
interface PageRelationship {
  from: string;
  to: string;
  verb: string;
  properties: Record<string, unknown>;
}

/** All that the scripts of the page read. */
export interface PageData {
  accounts: string[];
  collectedOn?: string;
  /** The types of which not everything was collected. */
  partialTypes: string[];
  counts: { entities: number; relationships: number; outside: number };
  /** How each type looks, in the order of the legend. */
  types: Record<string, TypeMark>;
  entities: PageEntity[];
  relationships: PageRelationship[];
  /** An account is a disc without a radius. */
  discs: { label: string; radius: number }[];
  /** The middles of all discs, for windows of different shapes. */
  arrangements: Arrangement[];
  /** What the questions are about, in the order of the questions. */
  themes: string[];
  findings: Finding[];
}

/** Properties that say nothing to a reader. */
const HIDDEN = new Set([
  ...['_rawData', '_key', '_class', '_type', 'displayName'],
  ...['_fromEntityKey', '_toEntityKey', '_mapping'],
]);

/** A collected graph, laid out, with what is told about it. */
export function pageData(
  graph: CollectedGraph,
  { collectedOn, findings }: PageOptions,
): PageData {
  const outside = outsideOf(graph.mappedRelationships);
  const drawn = [
    ...graph.entities,
    ...outside.entities.map(({ key, type }) => ({ _key: key, _type: type })),
  ];
  const { offsets, teamOf, discs, arrangements } = layoutByTeam({
    entities: drawn,
    relationships: [
      ...graph.relationships,
      ...outside.relationships.map(({ from, to }) => ({
        _fromEntityKey: from,
        _toEntityKey: to,
      })),
    ],
    outside: new Set(outside.entities.map(({ key }) => key)),
  });
  const nameOf = new Map(
    graph.entities.map((entity) => [entity._key, labelOf(entity)]),
  );
  const teamNameOf = (key: string) => nameOf.get(teamOf.get(key) ?? '') ?? '';
  const placeOf = (key: string) => {
    const { disc, ...offset } = offsets.get(key) ?? { disc: 0, x: 0, y: 0 };
    return { disc, offset: rounded(offset) };
  };
  const isDrawn = new Set(drawn.map(({ _key }) => _key));
  return {
    accounts: graph.entities
      .filter(({ _type }) => _type === 'heroku_account')
      .sort(enterpriseFirst)
      .map(labelOf),
    collectedOn: collectedOn?.toISOString(),
    partialTypes: graph.summary?.metadata.partialDatasets.types ?? [],
    counts: {
      entities: graph.entities.length,
      relationships:
        graph.relationships.length + graph.mappedRelationships.length,
      outside: outside.entities.length,
    },
    types: Object.fromEntries(
      inLegendOrder([...new Set(drawn.map(({ _type }) => _type))]).map(
        (type) => [type, markOf(type)],
      ),
    ),
    entities: [
      ...graph.entities.map((entity) => ({
        key: entity._key,
        type: entity._type,
        label: labelOf(entity),
        team: teamNameOf(entity._key),
        ...placeOf(entity._key),
        properties: shownProperties(entity),
      })),
      ...outside.entities.map(({ key, type, label, properties }) => ({
        key,
        type,
        label,
        team: teamNameOf(key),
        ...placeOf(key),
        properties: shownProperties(properties),
        isOutside: true as const,
      })),
    ],
    relationships: [
      ...graph.relationships.map((relationship) => ({
        from: relationship._fromEntityKey,
        to: relationship._toEntityKey,
        verb: relationship._class,
        properties: shownProperties(relationship),
      })),
      ...outside.relationships.map(({ from, to, relationship }) => ({
        from,
        to,
        verb: relationship._class,
        properties: shownProperties(relationship),
      })),
    ].filter(({ from, to }) => isDrawn.has(from) && isDrawn.has(to)),
    discs: discs.map((disc) => ({
      radius: disc.radius,
      label:
        nameOf.get(disc.middle ?? '') ??
        (disc.isOutside ? 'Other integrations' : 'In no team'),
    })),
    arrangements: arrangements.map(({ aspect, centres }) => ({
      aspect,
      centres: centres.map(rounded),
    })),
    themes: [...new Set(findings.map(({ theme }) => theme))],
    findings,
  };
}

type Entity = CollectedGraph['entities'][number];

function labelOf({ displayName, _key }: Entity): string {
  return typeof displayName === 'string' && displayName !== ''
    ? displayName
    : _key;
}

function enterpriseFirst(a: Entity, b: Entity): number {
  const rank = ({ accountType }: Entity) =>
    accountType === 'enterprise' ? 0 : 1;
  return rank(a) - rank(b) || (labelOf(a) < labelOf(b) ? -1 : 1);
}

/** Whole units: a tenth of an entity's size and less. */
function rounded({ x, y }: Position): Position {
  return { x: Math.round(x), y: Math.round(y) };
}

function shownProperties(
  object: Entity | OutsideEntity['properties'] | object,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).filter(
      ([name, value]) =>
        !HIDDEN.has(name) && value !== undefined && value !== null,
    ),
  );
}
