import { RelationshipClass } from '@jupiterone/integration-sdk-core';
import { APPLICATION } from './applications';
import { boolean, declareRelationship, string } from './declare';
import { SPACE } from './spaces';
import { USER } from './users';

/** What a user may do with an app or a Private Space. */
const PERMISSIONS = {
  viewPermission: boolean('May see it'),
  deployPermission: boolean('May deploy to it'),
  operatePermission: boolean(
    'May operate it: scale it, restart it, change its config vars',
  ),
  managePermission: boolean('May manage it: delete it, decide who has access'),
};

export const APPLICATION_ALLOWS_USER = declareRelationship({
  from: APPLICATION,
  verb: RelationshipClass.ALLOWS,
  to: USER,
  description:
    'The user may use the app, through a role in its team or as a collaborator.',
  properties: {
    ...PERMISSIONS,
    role: string('The role of a collaborator on a personal app'),
  },
});

export const SPACE_ALLOWS_USER = declareRelationship({
  from: SPACE,
  verb: RelationshipClass.ALLOWS,
  to: USER,
  description: 'The user may use the Private Space.',
  properties: PERMISSIONS,
});
