import type { Collection, HerokuStep } from '../../collection';
import { defineStep, forEachApp } from '../../collection';
import type { AppFeature } from '../../heroku';
import { READ_SCOPES } from '../../heroku';
import { APPLICATION_FEATURES, APPLICATION_HAS_FEATURES } from '../../model';
import { Sources, Steps } from '../ids';
import {
  createApplicationFeaturesEntity,
  createApplicationHasFeaturesRelationship,
} from './converters';

export const featureSteps: HerokuStep[] = [
  defineStep(
    {
      id: Steps.APPLICATION_FEATURES,
      name: 'Fetch features of applications',
      ingestionSourceId: Sources.APP_FEATURES,
      isPerApp: true,
      entities: [APPLICATION_FEATURES],
      relationships: [APPLICATION_HAS_FEATURES],
      dependsOn: [Steps.APPLICATIONS, Steps.PERSONAL_APPLICATIONS],
      needs: { scopes: READ_SCOPES, role: 'the view permission in the app' },
      requests: 'A: `/apps/{app}/features`',
    },
    fetchApplicationFeatures,
  ),
];

/** What is on for every app. */
async function fetchApplicationFeatures(collection: Collection): Promise<void> {
  const { client } = collection.run;
  await forEachApp(collection, 'features', async (app) => {
    const features: AppFeature[] = [];
    for await (const page of client.appFeatures(app.id)) {
      features.push(...collection.objectsOf(page));
    }
    features.sort((a, b) => (a.name < b.name ? -1 : 1));
    await collection.addObjects('app features', [features], () => ({
      entities: [createApplicationFeaturesEntity(features, app)],
      relationships: [createApplicationHasFeaturesRelationship(app.id)],
    }));
  });
}
