import type { Relationship } from '@jupiterone/integration-sdk-core';
import type { Collection, HerokuStep } from '../../collection';
import { defineStep } from '../../collection';
import { READ_SCOPES } from '../../heroku';
import {
  APP_TRANSFER,
  APPLICATION,
  APPLICATION_HAS_TRANSFER,
} from '../../model';
import { Sources, Steps } from '../ids';
import {
  createApplicationHasTransferRelationship,
  createAppTransferEntity,
} from './converters';

/** They are the user's own: no role is asked for. */
const NEEDS = {
  scopes: READ_SCOPES,
  role: 'access to it',
  isOwnAccount: true,
} as const;

export const transferSteps: HerokuStep[] = [
  defineStep(
    {
      id: Steps.APP_TRANSFERS,
      name: 'Fetch app transfers',
      ingestionSourceId: Sources.TRANSFERS,
      entities: [APP_TRANSFER],
      relationships: [],
      dependsOn: [],
      needs: NEEDS,
      requests: '1: `/account/app-transfers`',
    },
    fetchAppTransfers,
  ),
  defineStep(
    {
      id: Steps.APPLICATION_TRANSFERS,
      name: 'Build the transfers of applications',
      ingestionSourceId: Sources.TRANSFERS,
      entities: [],
      relationships: [APPLICATION_HAS_TRANSFER],
      dependsOn: [
        Steps.APP_TRANSFERS,
        Steps.APPLICATIONS,
        Steps.PERSONAL_APPLICATIONS,
      ],
      needs: NEEDS,
      requests: 'none: what it uses has been read',
    },
    buildApplicationTransfers,
  ),
];

/** The transfers of apps that the API key's user gives away or is to get. */
async function fetchAppTransfers(collection: Collection): Promise<void> {
  const { client } = collection.run;
  await collection.attempt('app transfers', () =>
    collection.addPages(client.appTransfers(), (transfer) => ({
      entities: [createAppTransferEntity(transfer)],
    })),
  );
}

/** The app of each transfer, where it is in the graph. */
async function buildApplicationTransfers(
  collection: Collection,
): Promise<void> {
  const relationships: Relationship[] = [];
  await collection.eachEntity(APP_TRANSFER, ({ id, applicationId }) => {
    if (applicationId === undefined) {
      collection.unknown('app transfer', 'do not say of which app they are');
    } else if (
      typeof applicationId === 'string' &&
      collection.has(APPLICATION, applicationId)
    ) {
      relationships.push(
        createApplicationHasTransferRelationship(applicationId, id as string),
      );
    }
  });
  await collection.add({ relationships });
}
