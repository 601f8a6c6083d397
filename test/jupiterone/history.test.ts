import { AccountGraph } from './accountGraph';
import type { Upload } from './accountGraph';
import type { StoredEntity } from './graphObjects';

const DAY_MS = 24 * 60 * 60 * 1000;

const thing = (_key: string, properties = {}): StoredEntity => ({
  _key,
  _type: 'thing',
  _class: 'Record',
  ...properties,
});

const joins = (from: string, to: string) => ({
  _key: `${from}|has|${to}`,
  _type: 'thing_has_thing',
  _class: 'HAS',
  _fromEntityKey: from,
  _toEntityKey: to,
});

let graph: AccountGraph;
let day: number;

/** Synchronizes on the day after the last. */
function synchronize(
  entities: StoredEntity[],
  { relationships = [], partialTypes = [] }: Partial<Upload> = {},
  owner = 'one',
): void {
  day += 1;
  graph.synchronize(owner, { entities, relationships, partialTypes });
}

/** What is kept of one entity, deleted or not, with times in days. */
function kept(key: string, includeDeleted = true): object | undefined {
  const found = graph.history
    .graph({ includeDeleted })
    .entities.find(({ _key }) => _key === key);
  if (found === undefined) return undefined;
  const { _createdOn, _beginOn, _endOn, _version, _deleted } = found;
  const days = (ms: number) => ms / DAY_MS;
  return {
    created: days(_createdOn),
    began: days(_beginOn),
    ...(_endOn === undefined ? {} : { ended: days(_endOn) }),
    version: _version,
    deleted: _deleted,
  };
}

beforeEach(() => {
  day = 0;
  jest.spyOn(Date, 'now').mockImplementation(() => day * DAY_MS);
  graph = new AccountGraph();
  synchronize([thing('a', { name: 'A' }), thing('b')]);
});

afterEach(() => {
  jest.restoreAllMocks();
});

test('what is new is of version 1, created and begun when the job ended', () => {
  expect(kept('a')).toEqual({
    created: 1,
    began: 1,
    version: 1,
    deleted: false,
  });
});

test('what is uploaded as it was is the same version', () => {
  synchronize([thing('a', { name: 'A' }), thing('b')]);
  expect(kept('a')).toMatchObject({ began: 1, version: 1 });
});

test('what differs is another version that begins, of what was created before', () => {
  synchronize([thing('a', { name: 'other' }), thing('b')]);
  synchronize([thing('a', { name: 'another' }), thing('b')]);
  expect(kept('a')).toEqual({
    created: 1,
    began: 3,
    version: 3,
    deleted: false,
  });
  expect(kept('b')).toMatchObject({ began: 1, version: 1 });
});

test('what is gone is deleted on that day, and only a query that includes deleted data finds it', () => {
  synchronize([thing('a', { name: 'A' })]);
  expect(kept('b')).toEqual({
    created: 1,
    began: 1,
    ended: 2,
    version: 1,
    deleted: true,
  });
  expect(kept('b', false)).toBeUndefined();
  expect(kept('a', false)).toBeDefined();
});

test('what is deleted is forgotten after seven days', () => {
  synchronize([thing('a')]);
  day = 7;
  synchronize([thing('a')]);
  expect(kept('b')).toBeDefined();
  synchronize([thing('a')]);
  expect(kept('b')).toBeUndefined();
});

test('what is partial and was not uploaded is neither changed nor deleted', () => {
  synchronize([thing('a', { name: 'A' })], { partialTypes: ['thing'] });
  expect(kept('b')).toMatchObject({ version: 1, deleted: false });
});

test('what comes back begins anew', () => {
  synchronize([thing('a')]);
  synchronize([thing('a'), thing('b')]);
  expect(kept('b')).toEqual({
    created: 3,
    began: 3,
    version: 1,
    deleted: false,
  });
});

test('a relationship has a history of its own, and ends with its end', () => {
  const relationships = [joins('a', 'b')];
  synchronize([thing('a', { name: 'A' }), thing('b')], { relationships });
  synchronize([thing('a', { name: 'other' })], {
    partialTypes: ['thing_has_thing'],
  });
  expect(graph.history.graph().relationships).toEqual([]);
  expect(
    graph.history.graph({ includeDeleted: true }).relationships,
  ).toMatchObject([
    {
      _createdOn: 2 * DAY_MS,
      _beginOn: 2 * DAY_MS,
      _endOn: 3 * DAY_MS,
      _version: 1,
      _deleted: true,
    },
  ]);
});

test('mapped relationships are told apart', () => {
  const mapping = {
    _key: 'a|mapped',
    _type: 'thing_connects_vpc',
    _class: 'CONNECTS',
    _mapping: {
      sourceEntityKey: 'a',
      relationshipDirection: 'FORWARD',
      targetEntity: { _type: 'aws_vpc' },
    },
  };
  synchronize([thing('a'), thing('b')], { relationships: [mapping] });
  const { relationships, mappedRelationships } = graph.history.graph();
  expect(relationships).toEqual([]);
  expect(mappedRelationships).toMatchObject([{ _createdOn: 2 * DAY_MS }]);
});

test('what two instances own under one key is two things', () => {
  synchronize([thing('a')], {}, 'two');
  expect(
    graph.history
      .graph()
      .entities.filter(({ _key }) => _key === 'a')
      .map(({ _createdOn }) => _createdOn / DAY_MS),
  ).toEqual([1, 2]);
});
