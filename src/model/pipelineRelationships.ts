import { RelationshipClass } from '@jupiterone/integration-sdk-core';
import { APPLICATION } from './applications';
import { declareRelationship } from './declare';
import { PIPELINE } from './pipelines';
import { string } from './properties';

export const PIPELINE_HAS_APPLICATION = declareRelationship({
  from: PIPELINE,
  verb: RelationshipClass.HAS,
  to: APPLICATION,
  description: 'The app is a stage of the pipeline.',
  properties: {
    stage: string('`test`, `review`, `development`, `staging` or `production`'),
  },
});
