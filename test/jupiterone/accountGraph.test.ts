import { AccountGraph } from './accountGraph';
import type {
  StoredEntity,
  StoredMappedRelationship,
  StoredRelationship,
} from './graphObjects';

const entity = (_key: string, name = _key, _type = 'thing'): StoredEntity => ({
  _key,
  _type,
  _class: 'Record',
  name,
});

const joins = (from: string, to: string): StoredRelationship => ({
  _key: `${from}|has|${to}`,
  _type: 'thing_has_thing',
  _class: 'HAS',
  _fromEntityKey: from,
  _toEntityKey: to,
});

const mapped = (from: string): StoredMappedRelationship => ({
  _key: `${from}|mapped`,
  _type: 'thing_connects_vpc',
  _class: 'CONNECTS',
  _mapping: {
    sourceEntityKey: from,
    relationshipDirection: 'FORWARD',
    targetEntity: { _type: 'aws_vpc' },
  },
});

const keys = (objects: { _key: string }[]) =>
  objects.map(({ _key }) => _key).sort();

function graphOf(...names: string[]): AccountGraph {
  const graph = new AccountGraph();
  graph.synchronize('one', {
    entities: names.map((name) => entity(name)),
    relationships: [joins('a', 'b')],
    partialTypes: [],
  });
  return graph;
}

test('what was not there is created, what differs is updated, what is the same is neither', () => {
  const { entities } = graphOf('a', 'b').synchronize('one', {
    entities: [entity('a'), entity('b', 'renamed'), entity('c')],
    relationships: [],
    partialTypes: [],
  });

  expect(keys(entities.unchanged)).toEqual(['a']);
  expect(keys(entities.updated)).toEqual(['b']);
  expect(keys(entities.created)).toEqual(['c']);
  expect(entities.deleted).toEqual([]);
});

test('what was not uploaded is deleted', () => {
  const graph = graphOf('a', 'b', 'c');

  const { entities, relationships } = graph.synchronize('one', {
    entities: [entity('a'), entity('b')],
    relationships: [],
    partialTypes: [],
  });

  expect(keys(entities.deleted)).toEqual(['c']);
  expect(keys(relationships.deleted)).toEqual(['a|has|b']);
  expect(keys(graph.entities())).toEqual(['a', 'b']);
  expect(graph.relationships()).toEqual([]);
});

test('what was not uploaded stays when its type is partial, and only then', () => {
  const graph = graphOf('a', 'b');
  graph.synchronize('one', {
    entities: [entity('a'), entity('b'), entity('x', 'x', 'other')],
    relationships: [joins('a', 'b')],
    partialTypes: [],
  });

  const { entities } = graph.synchronize('one', {
    entities: [entity('a')],
    relationships: [],
    partialTypes: ['thing', 'thing_has_thing'],
  });

  expect(keys(entities.deleted)).toEqual(['x']);
  expect(keys(graph.entities())).toEqual(['a', 'b']);
  expect(keys(graph.relationships())).toEqual(['a|has|b']);
});

test('a relationship goes with its end, even when its type is partial', () => {
  const graph = graphOf('a', 'b');

  const { relationships } = graph.synchronize('one', {
    entities: [entity('a')],
    relationships: [],
    partialTypes: ['thing_has_thing'],
  });

  expect(keys(relationships.deleted)).toEqual(['a|has|b']);
  expect(graph.relationships()).toEqual([]);
});

test('an uploaded relationship without both ends is dangling and not kept', () => {
  const graph = new AccountGraph();

  const { dangling, relationships } = graph.synchronize('one', {
    entities: [entity('a')],
    relationships: [joins('a', 'gone'), mapped('a'), mapped('gone')],
    partialTypes: [],
  });

  expect(keys(dangling)).toEqual(['a|has|gone', 'gone|mapped']);
  expect(keys(relationships.created)).toEqual(['a|mapped']);
  expect(keys(graph.relationships())).toEqual(['a|mapped']);
});

test('an end may be an entity of an earlier job, kept because it is partial', () => {
  const { dangling } = graphOf('a', 'b').synchronize('one', {
    entities: [entity('a')],
    relationships: [joins('a', 'b')],
    partialTypes: ['thing'],
  });

  expect(dangling).toEqual([]);
});

test('an instance never touches what another one owns', () => {
  const graph = graphOf('a', 'b');

  const { entities } = graph.synchronize('two', {
    entities: [entity('c')],
    relationships: [],
    partialTypes: [],
  });

  expect(entities.deleted).toEqual([]);
  expect(keys(graph.entities('one'))).toEqual(['a', 'b']);
  expect(keys(graph.entities('two'))).toEqual(['c']);
});
