import { RelationshipClass } from '@jupiterone/integration-sdk-core';
import { APPLICATION } from './applications';
import { declareMappedRelationship, declareRelationship } from './declare';
import { PIPELINE } from './pipelines';
import { boolean, number, string } from './properties';

export const PIPELINE_HAS_APPLICATION = declareRelationship({
  from: PIPELINE,
  verb: RelationshipClass.HAS,
  to: APPLICATION,
  description: 'The app is a stage of the pipeline.',
  properties: {
    branch: string('The branch that a review app was made of'),
    prNumber: number('The number of its pull request'),
    fromFork: boolean(
      'Whether a review app was made of a fork; absent where that is not known',
    ),
    reviewAppStatus: string('`created`, `errored` and such'),
    createdBy: string('The e-mail address of whoever made a review app'),
    createdById: string("Heroku's id of whoever made a review app"),
    stage: string('`test`, `review`, `development`, `staging` or `production`'),
  },
});

export const PIPELINE_USES_GITHUB_REPO = declareMappedRelationship({
  from: PIPELINE,
  verb: RelationshipClass.USES,
  to: { _type: 'github_repo', foundBy: ['databaseId'] },
  description: 'The pipeline makes review apps of the repository.',
});
