import { time } from './properties';

/** When unpaid bills have consequences. */
export const DELINQUENCY = {
  suspensionDueOn: time('When Heroku will suspend it over unpaid bills'),
  deletionDueOn: time('When Heroku will delete it over unpaid bills'),
};
