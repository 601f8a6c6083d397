import type { StepMetadata } from '@jupiterone/integration-sdk-core';
import {
  RelationshipClass,
  RelationshipDirection,
  StepResultStatus,
} from '@jupiterone/integration-sdk-core';

import type { StoredEntity } from '../jupiterone/graphObjects';
import { checkGraph, unreachableFrom } from './checkGraph';
import type { CollectedGraph } from './graph';

const STEP: StepMetadata = {
  id: 'fetch',
  name: 'Fetch',
  entities: [
    { resourceName: 'Team', _type: 'team', _class: ['Team'] },
    { resourceName: 'User', _type: 'user', _class: 'User' },
  ],
  relationships: [
    {
      _type: 'team_has_user',
      _class: RelationshipClass.HAS,
      sourceType: 'team',
      targetType: 'user',
    },
  ],
  mappedRelationships: [
    {
      _type: 'team_connects_vpc',
      _class: RelationshipClass.CONNECTS,
      sourceType: 'team',
      targetType: 'aws_vpc',
      direction: RelationshipDirection.FORWARD,
    },
  ],
};

const team: StoredEntity = { _key: 'team-1', _type: 'team', _class: ['Team'] };
const user: StoredEntity = { _key: 'user-1', _type: 'user', _class: ['User'] };
const teamHasUser = {
  _key: 'team-1|has|user-1',
  _type: 'team_has_user',
  _class: 'HAS',
  _fromEntityKey: 'team-1',
  _toEntityKey: 'user-1',
};
const teamConnectsVpc = {
  _key: 'team-1|connects|vpc',
  _type: 'team_connects_vpc',
  _class: 'CONNECTS',
  _mapping: {
    sourceEntityKey: 'team-1',
    relationshipDirection: 'FORWARD',
    targetEntity: { _type: 'aws_vpc' },
  },
};
const graph: CollectedGraph = {
  entities: [team, user],
  relationships: [teamHasUser],
  mappedRelationships: [teamConnectsVpc],
};

const problemsOf = (changes: Partial<CollectedGraph>) =>
  checkGraph({ ...graph, ...changes }, [STEP]);

test('a graph that is as declared has no problems', () => {
  expect(problemsOf({})).toEqual([]);
});

test('a key is used once, over entities and relationships', () => {
  expect(
    problemsOf({ relationships: [{ ...teamHasUser, _key: 'user-1' }] }),
  ).toEqual(['duplicate key user-1: user and team_has_user']);
});

test('both ends of a relationship and the source of a mapped one are entities', () => {
  expect(
    problemsOf({
      relationships: [
        { ...teamHasUser, _key: 'no target', _toEntityKey: 'gone' },
        { ...teamHasUser, _key: 'no source', _fromEntityKey: 'gone' },
      ],
      mappedRelationships: [
        {
          ...teamConnectsVpc,
          _mapping: { ...teamConnectsVpc._mapping, sourceEntityKey: 'gone' },
        },
      ],
    }),
  ).toEqual([
    'relationship team_has_user no target: dangling end gone',
    'relationship team_has_user no source: dangling end gone',
    'relationship team_connects_vpc team-1|connects|vpc: dangling end gone',
  ]);
});

test('every type is declared', () => {
  expect(
    problemsOf({
      entities: [team, user, { ...user, _key: 'x', _type: 'stray' }],
      relationships: [{ ...teamHasUser, _type: 'stray_has' }],
      mappedRelationships: [{ ...teamConnectsVpc, _type: 'stray_connects' }],
    }),
  ).toEqual([
    'entity stray x: type is not declared',
    'relationship stray_has team-1|has|user-1: type is not declared',
    'relationship stray_connects team-1|connects|vpc: type is not declared',
  ]);
});

test('every class is the declared one', () => {
  expect(
    problemsOf({ entities: [{ ...team, _class: ['Group'] }, user] }),
  ).toEqual(['entity team team-1: class Group is not the declared one']);
});

test('a relationship joins the types that are declared, in the direction declared', () => {
  expect(
    problemsOf({
      relationships: [
        { ...teamHasUser, _fromEntityKey: 'user-1', _toEntityKey: 'team-1' },
      ],
      mappedRelationships: [
        {
          ...teamConnectsVpc,
          _mapping: {
            ...teamConnectsVpc._mapping,
            relationshipDirection: 'REVERSE',
          },
        },
      ],
    }),
  ).toEqual([
    'relationship team_has_user team-1|has|user-1: is user HAS team, declared is team HAS user',
    'relationship team_connects_vpc team-1|connects|vpc: is team CONNECTS aws_vpc REVERSE, declared is team CONNECTS aws_vpc FORWARD',
  ]);
});

test('a mapped relationship may find its target by class', () => {
  const targetEntity = { _class: 'Network', name: 'vpc' };
  expect(
    problemsOf({
      mappedRelationships: [
        {
          ...teamConnectsVpc,
          _mapping: { ...teamConnectsVpc._mapping, targetEntity },
        },
      ],
    }),
  ).toEqual([]);
});

test('a step declares by itself what it adds', () => {
  const summary = {
    integrationStepResults: [
      {
        id: 'fetch-teams',
        name: 'Fetch teams',
        status: StepResultStatus.SUCCESS,
        declaredTypes: ['team'],
        partialTypes: [],
        encounteredTypes: ['team', 'user'],
      },
    ],
    metadata: { partialDatasets: { types: [] } },
  };

  expect(problemsOf({ summary })).toEqual([
    'step fetch-teams: type user is not declared by it',
  ]);
});

test('an entity that nothing joins to a root is found', () => {
  const alone: StoredEntity = { ...user, _key: 'user-2' };

  expect(
    unreachableFrom({ ...graph, entities: [user, alone, team] }, 'team'),
  ).toEqual([alone]);
});
