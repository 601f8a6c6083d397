import type { StoredEntity, StoredMappedRelationship } from './graphObjects';
import { mapRelationships } from './mapper';

const vpc = (_key: string, vpcId: string): StoredEntity => ({
  _key,
  _type: 'aws_vpc',
  _class: ['Network'],
  vpcId,
});

const connects = (
  mapping: Partial<StoredMappedRelationship['_mapping']>,
): StoredMappedRelationship => ({
  _key: 'ours|connects|vpc-1',
  _type: 'thing_connects_aws_vpc',
  _class: 'CONNECTS',
  _mapping: {
    sourceEntityKey: 'ours',
    relationshipDirection: 'FORWARD',
    targetFilterKeys: [['_type', 'vpcId']],
    targetEntity: { _type: 'aws_vpc', vpcId: 'vpc-1' },
    ...mapping,
  },
});

const ends = (...parameters: Parameters<typeof mapRelationships>) =>
  mapRelationships(...parameters).joined.map(({ fromKey, toKey }) => [
    fromKey,
    toKey,
  ]);

test('every entity that is alike in all filter keys is joined, and no other', () => {
  const entities = [
    vpc('a', 'vpc-1'),
    vpc('b', 'vpc-2'),
    vpc('c', 'vpc-1'),
    { ...vpc('d', 'vpc-1'), _type: 'other_vpc' },
  ];

  expect(ends([connects({})], entities)).toEqual([
    ['ours', 'a'],
    ['ours', 'c'],
  ]);
});

test('one of several lists of filter keys will do, and a class is found among several', () => {
  const targetFilterKeys = [['_type', 'name'], ['_class']];
  const targetEntity = { _type: 'none', _class: 'Network', name: 'none' };

  expect(
    ends([connects({ targetFilterKeys, targetEntity })], [vpc('a', 'vpc-1')]),
  ).toEqual([['ours', 'a']]);
});

test('a reverse relationship starts at the target', () => {
  expect(
    ends([connects({ relationshipDirection: 'REVERSE' })], [vpc('a', 'vpc-1')]),
  ).toEqual([['a', 'ours']]);
});

test('a target that is not there is made once, unless it is to be skipped', () => {
  const { joined, created } = mapRelationships(
    [connects({}), { ...connects({}), _key: 'again' }],
    [],
  );

  expect(created).toMatchObject([{ _type: 'aws_vpc', vpcId: 'vpc-1' }]);
  expect(joined.map(({ toKey }) => toKey)).toEqual([
    created[0]?._key,
    created[0]?._key,
  ]);
  expect(
    mapRelationships([connects({ skipTargetCreation: true })], []),
  ).toEqual({ joined: [], created: [] });
});

test('what has no value is alike to nothing', () => {
  const targetEntity = { _type: 'aws_vpc' };

  expect(
    ends(
      [connects({ targetEntity, skipTargetCreation: true })],
      [{ _key: 'a', _type: 'aws_vpc', _class: 'Network' }],
    ),
  ).toEqual([]);
});
