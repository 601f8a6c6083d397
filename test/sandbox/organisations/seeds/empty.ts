import type { OrganisationDescription } from '../description';

/** A Heroku account on its first day. */
export const empty: OrganisationDescription = {
  name: 'empty',
  description: 'An account with nothing in it.',
  user: 'first.day',
  people: [{ handle: 'first.day', name: null, email: 'first.day@example.com' }],
};
