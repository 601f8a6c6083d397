import { declareEntity } from './declare';
import { boolean, number, string } from './properties';

export const PROCESS = declareEntity({
  resourceName: 'Process',
  _type: 'heroku_process',
  _class: ['Process'],
  common: ['id', 'createdOn', 'updatedOn'],
  description:
    'A process type of an app, with the dynos that run it. Its command is never read.',
  properties: {
    processType: string('As the Procfile names it, such as `web`'),
    size: string('The dyno size, such as `Standard-1X`'),
    quantity: number('The number of dynos'),
    running: boolean('Whether it has a dyno at all'),
    applicationId: string('The app that it belongs to'),
  },
});
