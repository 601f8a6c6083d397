import { READ_SCOPES } from '../../heroku';
import { APPLICATION, APPLICATION_HAS_PROCESS, PROCESS } from '../../model';
import type { Collection } from '../collect';
import { Sources, Steps } from '../ids';
import type { HerokuStep } from '../step';
import { defineStep } from '../step';
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
      dependsOn: [Steps.APPLICATIONS],
      needs: { scopes: READ_SCOPES, role: 'the view permission in the app' },
      requests: 'A: `/apps/{app}/formation`',
    },
    fetchProcesses,
  ),
];

/** The process types of every app. */
async function fetchProcesses(collection: Collection): Promise<void> {
  const { run } = collection;
  await collection.forEachParent(
    await collection.parentsOfType(APPLICATION._type),
    {
      what: 'processes of the app',
      askForParent: ({ id }) => run.app(id),
      read: (app) =>
        collection.addPages(run.client.formation(app.id), (process) => ({
          entities: [createProcessEntity(process, app)],
          relationships: [
            createApplicationHasProcessRelationship(app.id, process),
          ],
        })),
    },
  );
}
