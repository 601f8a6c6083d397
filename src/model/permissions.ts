import { boolean, string } from './properties';

/** What a user may do with an app or a Private Space. */
export const PERMISSIONS = {
  permissions: string(
    'The names of all permissions, sorted and separated by commas',
  ),
  viewPermission: boolean('May see it'),
  deployPermission: boolean('May deploy to it'),
  operatePermission: boolean(
    'May operate it: scale it, restart it, change its config vars',
  ),
  managePermission: boolean('May manage it: delete it, decide who has access'),
};
