import { boolean, string } from './properties';

/** How a member signs in, as the list of members says it. */
export const SIGN_IN = {
  identityProviderId: string(
    "Heroku's id of the identity provider that the member signs in with",
  ),
  federatedByOthers: boolean(
    'Whether that identity provider belongs to another organisation, so that you do not control who signs in',
  ),
};
