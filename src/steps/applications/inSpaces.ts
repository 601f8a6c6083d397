import { handover } from '../../collection';

/** The apps that run in Private Spaces, for the step that has the spaces. */
export const APPLICATIONS_IN_SPACES = handover<
  { spaceId: string; appId: string }[]
>('applications-in-spaces');
