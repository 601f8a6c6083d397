import { declareEntity } from './declare';
import { boolean, string, time } from './properties';

export const APP_TRANSFER = declareEntity({
  resourceName: 'App Transfer',
  _type: 'heroku_app_transfer',
  _class: ['Record'],
  common: ['id', 'createdOn', 'updatedOn'],
  description: 'The transfer of an app to somebody else.',
  properties: {
    state: string('`pending`, `accepted` or `declined`'),
    open: boolean('Whether it is still pending'),
    from: string('The e-mail address of whoever gives the app away'),
    fromId: string("Heroku's id of whoever gives the app away"),
    to: string('The e-mail address of whoever gets the app'),
    toDomain: string('The domain of that address, in lower case'),
    toId: string("Heroku's id of whoever gets the app"),
    reporter: string('The same as `from`'),
    reportedOn: time('The same as `createdOn`'),
    applicationId: string('The app'),
  },
});
