import type { Collection, HerokuStep } from '../../collection';
import { defineStep, forEachApp } from '../../collection';
import { READ_SCOPES } from '../../heroku';
import { APPLICATION_HAS_PROCESS, PROCESS } from '../../model';
import { Sources, Steps } from '../ids';
import {
  createApplicationHasProcessRelationship,
  createProcessEntity,
} from './converters';

export const processSteps: HerokuStep[] = [
  defineStep(
    {
      id: Steps.PROCESSES,
      name: 'Fetch processes',
      ingestionSourceId: Sources.PROCESSES,
      isPerApp: true,
      entities: [PROCESS],
      relationships: [APPLICATION_HAS_PROCESS],
      dependsOn: [Steps.APPLICATIONS, Steps.PERSONAL_APPLICATIONS],
      needs: { scopes: READ_SCOPES, role: 'the view permission in the app' },
      requests: 'A: `/apps/{app}/formation`',
    },
    fetchProcesses,
  ),
];

/** The process types of every app. */
async function fetchProcesses(collection: Collection): Promise<void> {
  const { run } = collection;
  await forEachApp(collection, 'processes', (app) =>
    collection.addPages(run.client.formation(app.id), (process) => ({
      entities: [createProcessEntity(process, app)],
      relationships: [createApplicationHasProcessRelationship(app.id, process)],
    })),
  );
}
