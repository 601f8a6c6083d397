import type { Collection, HerokuStep } from '../../collection';
import { defineStep, forEachApp } from '../../collection';
import { READ_SCOPES } from '../../heroku';
import {
  APPLICATION_HAS_LOG_DRAIN,
  APPLICATION_HAS_WEBHOOK,
  LOG_DRAIN,
  WEBHOOK,
} from '../../model';
import { readGenerations } from '../applications/generations';
import { Sources, Steps } from '../ids';
import {
  createApplicationHasLogDrainRelationship,
  createApplicationHasWebhookRelationship,
  createLogDrainEntity,
  createWebhookEntity,
} from './converters';

const NEEDS = {
  scopes: READ_SCOPES,
  role: 'the operate permission in the app, or the role admin in its team',
};

export const egressSteps: HerokuStep[] = [
  defineStep(
    {
      id: Steps.LOG_DRAINS,
      name: 'Fetch log drains',
      ingestionSourceId: Sources.LOG_DRAINS,
      isPerApp: true,
      entities: [LOG_DRAIN],
      relationships: [APPLICATION_HAS_LOG_DRAIN],
      dependsOn: [Steps.APPLICATIONS, Steps.PERSONAL_APPLICATIONS],
      needs: NEEDS,
      requests: 'A: `/apps/{app}/log-drains`',
    },
    fetchLogDrains,
  ),
  defineStep(
    {
      id: Steps.WEBHOOKS,
      name: 'Fetch webhooks',
      ingestionSourceId: Sources.WEBHOOKS,
      isPerApp: true,
      entities: [WEBHOOK],
      relationships: [APPLICATION_HAS_WEBHOOK],
      dependsOn: [Steps.APPLICATIONS, Steps.PERSONAL_APPLICATIONS],
      needs: NEEDS,
      requests: 'A: `/apps/{app}/webhooks`',
    },
    fetchWebhooks,
  ),
];

/** Where the logs of every app are sent. */
async function fetchLogDrains(collection: Collection): Promise<void> {
  const { run } = collection;
  const generationOf = await readGenerations(collection);
  await forEachApp(
    collection,
    'log drains',
    ({ id }) =>
      collection.addPages(run.client.logDrains(id), (drain) => ({
        entities: [createLogDrainEntity(drain, id)],
        relationships: [createApplicationHasLogDrainRelationship(id, drain)],
      })),
    // Fir apps have telemetry drains instead.
    (app) => generationOf(app) !== 'fir',
  );
}

/** Who is told of the changes of every app. */
async function fetchWebhooks(collection: Collection): Promise<void> {
  const { run } = collection;
  await forEachApp(collection, 'webhooks', ({ id }) =>
    collection.addPages(run.client.webhooks(id), (webhook) => ({
      entities: [createWebhookEntity(webhook, id)],
      relationships: [createApplicationHasWebhookRelationship(id, webhook)],
    })),
  );
}
