import { outsideOf } from '../../tools/graphPage/outside';
import type { StoredMappedRelationship } from '../jupiterone/graphObjects';

function mapped(
  source: string,
  targetEntity: Record<string, unknown>,
  filters: unknown,
  direction = 'FORWARD',
): StoredMappedRelationship {
  return {
    _key: `${source}|connects`,
    _type: 'x_connects_y',
    _class: 'CONNECTS',
    _mapping: {
      sourceEntityKey: source,
      relationshipDirection: direction,
      targetFilterKeys: filters,
      targetEntity,
    },
  };
}

test('relationships to the same target share one entity, with all that is known of it', () => {
  const { entities, relationships } = outsideOf([
    mapped('a', { _type: 'aws_vpc', vpcId: '1', region: 'x' }, [
      ['_type', 'vpcId'],
    ]),
    mapped('b', { _type: 'aws_vpc', vpcId: '1', accountId: '2' }, [
      ['_type', 'vpcId'],
    ]),
    mapped('b', { _type: 'aws_vpc', vpcId: '2' }, [['_type', 'vpcId']]),
    mapped('b', { _type: 'azure_vnet', vpcId: '1' }, [['_type', 'vpcId']]),
  ]);
  expect(entities.map(({ type, label }) => [type, label])).toEqual([
    ['aws_vpc', '1'],
    ['aws_vpc', '2'],
    ['azure_vnet', '1'],
  ]);
  expect(entities[0]?.properties).toMatchObject({
    region: 'x',
    accountId: '2',
  });
  expect(relationships.map(({ from, to }) => [from, to])).toEqual([
    ['a', entities[0]?.key],
    ['b', entities[0]?.key],
    ['b', entities[1]?.key],
    ['b', entities[2]?.key],
  ]);
});

test('a reverse relationship comes from the target', () => {
  const { entities, relationships } = outsideOf([
    mapped(
      'ruleset',
      { _type: 'internet', _key: 'global:internet', displayName: 'Internet' },
      [['_key']],
      'REVERSE',
    ),
  ]);
  expect(entities).toMatchObject([{ type: 'internet', label: 'Internet' }]);
  expect(relationships).toMatchObject([
    { from: entities[0]?.key, to: 'ruleset' },
  ]);
});

test('a target without a type goes by its class, and without a name by what it is found by', () => {
  expect(
    outsideOf([
      mapped('user', { _class: ['Person'], email: 'a@example.com' }, [
        ['_class', 'email'],
      ]),
      mapped('user', { _class: 'Host', port: 1 }, [['port']]),
      mapped('user', {}, undefined),
    ]).entities.map(({ type, label }) => [type, label]),
  ).toEqual([
    ['person', 'a@example.com'],
    ['host', 'host'],
    ['unknown', 'unknown'],
  ]);
});
