import { RelationshipClass } from '@jupiterone/integration-sdk-core';
import { APPLICATION } from './applications';
import { declareMappedRelationship, declareRelationship } from './declare';
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

export const PIPELINE_USES_GITHUB_REPO = declareMappedRelationship({
  from: PIPELINE,
  verb: RelationshipClass.USES,
  to: { _type: 'github_repo', foundBy: ['databaseId'] },
  description: 'The pipeline makes review apps of the repository.',
});
