import { declareEntity } from './declare';
import { boolean, number, string } from './properties';

export const PIPELINE = declareEntity({
  resourceName: 'Pipeline',
  _type: 'heroku_pipeline',
  _class: ['Workflow'],
  common: ['id', 'createdOn', 'updatedOn'],
  dashboard: { section: 'pipelines', by: 'id' },
  description: 'A pipeline: the stages that a change passes on its way.',
  properties: {
    ownerId: string('The team or user that owns it'),
    ownerType: string('`team` or `user`'),
    generation: string('The platform generation, `cedar` or `fir`'),
    githubRepositoryId: number(
      'The number of its repository at GitHub, from the settings of review apps',
    ),
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
