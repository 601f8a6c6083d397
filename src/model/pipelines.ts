import { RelationshipClass } from '@jupiterone/integration-sdk-core';
import { ADDON } from './addons';
import { APPLICATION } from './applications';
import {
  boolean,
  declareEntity,
  declareRelationship,
  number,
  string,
} from './declare';
import { TEAM } from './teams';
import { USER } from './users';

export const PIPELINE = declareEntity({
  resourceName: 'Pipeline',
  _type: 'heroku_pipeline',
  _class: ['Workflow'],
  description: 'A pipeline: the stages that a change passes on its way.',
  properties: {
    ownerId: string('The team or user that owns it'),
    ownerType: string('`team` or `user`'),
    reviewAppsEnabled: boolean('Whether it makes review apps at all'),
    reviewAppsAutomatic: boolean(
      'Whether every pull request gets a review app by itself',
    ),
    reviewAppsDestroyStale: boolean(
      'Whether review apps without a change for `reviewAppsStaleDays` are destroyed',
    ),
    reviewAppsStaleDays: number(
      'The days after which a review app counts as stale',
    ),
    reviewAppsWaitForCi: boolean(
      'Whether a review app is made only after CI has passed',
    ),
  },
});

export const PIPELINE_HAS_APPLICATION = declareRelationship({
  from: PIPELINE,
  verb: RelationshipClass.HAS,
  to: APPLICATION,
  description: 'The app is a stage of the pipeline.',
  properties: {
    stage: string('`test`, `review`, `development`, `staging` or `production`'),
  },
});

export const TEAM_OWNS_PIPELINE = declareRelationship({
  from: TEAM,
  verb: RelationshipClass.OWNS,
  to: PIPELINE,
  description: 'The pipeline belongs to the team.',
});

export const USER_OWNS_PIPELINE = declareRelationship({
  from: USER,
  verb: RelationshipClass.OWNS,
  to: PIPELINE,
  description: 'The pipeline belongs to the user.',
});

export const APPLICATION_USES_ADDON = declareRelationship({
  from: APPLICATION,
  verb: RelationshipClass.USES,
  to: ADDON,
  description: 'The app uses an add-on that another app owns.',
  properties: {
    attachmentName: string(
      'The name of the attachment: the prefix of the config vars it sets; of several, sorted and separated by commas',
    ),
    namespace: string(
      'The credential of the add-on that the app is limited to; absent where it is not limited',
    ),
  },
});
