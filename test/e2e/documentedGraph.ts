import { isDeepStrictEqual } from 'node:util';
import type { ExpectedGraph } from './expectedGraph';
import type { Expected } from './expectedProperties';
import type { CollectedGraph } from './graph';

const ENTITY_TYPES = new Set([
  'heroku_account',
  'heroku_account_member',
  'heroku_team',
  'heroku_application',
  'heroku_addon',
  'heroku_data_store',
]);

const RELATIONSHIP_TYPES = new Set([
  'heroku_account_has_member',
  'heroku_account_has_team',
  'heroku_account_member_manages_account',
  'heroku_account_member_manages_team',
  'heroku_team_has_account_member',
  'heroku_team_owns_application',
  'heroku_account_member_owns_application',
  'heroku_application_has_addon',
  'heroku_addon_has_data_store',
]);

const MAPPED_TYPES = new Set(['vendor_provides_heroku_addon']);

/**
 * The part of a graph that is always collected, without raw data. A user that nothing in it leads to is known from an
 * ingestion source only, such as somebody outside who may use an app.
 */
export function documentedGraph(graph: CollectedGraph): ExpectedGraph {
  const relationships = graph.relationships.filter(({ _type }) =>
    RELATIONSHIP_TYPES.has(_type),
  );
  const joined = new Set(
    relationships.flatMap(({ _fromEntityKey, _toEntityKey }) => [
      _fromEntityKey,
      _toEntityKey,
    ]),
  );
  return {
    relationships,
    mappedRelationships: graph.mappedRelationships.filter(({ _type }) =>
      MAPPED_TYPES.has(_type),
    ),
    entities: graph.entities
      .filter(
        ({ _key, _type }) =>
          ENTITY_TYPES.has(_type) &&
          (_type !== 'heroku_account_member' || joined.has(_key)),
      )
      .map(withoutRawData),
  };
}

/** An entity as it is compared. */
export function withoutRawData(entity: Expected): Expected {
  const { _rawData, ...properties } = entity;
  return _rawData === undefined ? entity : properties;
}

/** In what two graphs differ, one line for each object and property; empty where they are equal. */
export function differences(
  expected: ExpectedGraph,
  actual: ExpectedGraph,
): string[] {
  return [
    ...differ(expected.entities, actual.entities),
    ...differ(expected.relationships, actual.relationships),
    ...differ(expected.mappedRelationships, actual.mappedRelationships),
  ];
}

function differ(expected: Expected[], actual: Expected[]): string[] {
  const wanted = new Map(expected.map((each) => [each._key, each]));
  const found = new Map(actual.map((each) => [each._key, each]));
  const lines: string[] = [];
  if (wanted.size !== expected.length) lines.push('expected: a key twice');
  if (found.size !== actual.length) lines.push('collected: a key twice');
  for (const [key, object] of wanted) {
    const other = found.get(key);
    lines.push(
      ...(other
        ? differingProperties(object, other)
        : [`${object._type} ${key}: not collected`]),
    );
  }
  for (const [key, { _type }] of found) {
    if (!wanted.has(key)) lines.push(`${_type} ${key}: not expected`);
  }
  return lines;
}

function differingProperties(expected: Expected, actual: Expected): string[] {
  const names = new Set([...Object.keys(expected), ...Object.keys(actual)]);
  return [...names]
    .filter((name) => !isDeepStrictEqual(expected[name], actual[name]))
    .map(
      (name) =>
        `${expected._type} ${expected._key}: ${name} is ${JSON.stringify(actual[name])} and not ${JSON.stringify(expected[name])}`,
    );
}
