import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type {
  Entity,
  IntegrationInvocationConfig,
  IntegrationStepExecutionContext,
  Relationship,
  RelationshipClass,
} from '@jupiterone/integration-sdk-core';
import {
  createDirectRelationship,
  createIntegrationEntity,
} from '@jupiterone/integration-sdk-core';
import { Variables } from './environment';

/** As many as the integration hands over together. */
const BATCH_SIZE = 1_000;

/** One line of the prepared file. */
export type FloorLine = { entity: Entity } | { relationship: Relationship };

/**
 * What the SDK takes at least: a bare integration of one step that adds ready-made entities and relationships, raw
 * data and all, from a local file that it streams. It talks to nobody, decodes nothing and checks nothing; unless it
 * is told to make each object anew, as the SDK wants it to be made, which checks it.
 */
export const invocationConfig: IntegrationInvocationConfig = {
  instanceConfigFields: {},
  integrationSteps: [
    {
      id: 'add-prepared-graph',
      name: 'Add a prepared graph',
      entities: [],
      relationships: [],
      dependsOn: [],
      executionHandler: addPreparedGraph,
    },
  ],
};

async function addPreparedGraph({
  jobState,
}: IntegrationStepExecutionContext): Promise<void> {
  const file = process.env[Variables.GRAPH_FILE];
  if (!file) {
    return;
  }
  const isMaking = process.env[Variables.MAKING] !== undefined;
  let entities: Entity[] = [];
  let relationships: Relationship[] = [];
  const add = async (least: number) => {
    if (entities.length >= least) {
      await jobState.addEntities(entities);
      entities = [];
    }
    if (relationships.length >= least) {
      await jobState.addRelationships(relationships);
      relationships = [];
    }
  };
  for await (const line of createInterface({
    input: createReadStream(file),
    crlfDelay: Infinity,
  })) {
    const object = JSON.parse(line) as FloorLine;
    if ('entity' in object) {
      entities.push(isMaking ? makeEntity(object.entity) : object.entity);
    } else {
      relationships.push(
        isMaking ? makeRelationship(object.relationship) : object.relationship,
      );
    }
    await add(BATCH_SIZE);
  }
  await add(1);
}

function makeEntity(entity: Entity): Entity {
  return createIntegrationEntity({
    entityData: { source: {}, assign: entity },
  });
}

function makeRelationship(relationship: Relationship): Relationship {
  const { _fromEntityKey: fromKey, _toEntityKey: toKey } = relationship;
  return typeof fromKey === 'string' && typeof toKey === 'string'
    ? {
        ...relationship,
        ...createDirectRelationship({
          _class: relationship._class as RelationshipClass,
          fromType: 'heroku_one',
          fromKey,
          toType: 'heroku_other',
          toKey,
        }),
        _type: relationship._type,
      }
    : relationship;
}
