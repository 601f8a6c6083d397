import type { PermissionEntity } from '../../heroku';

type PermittedUser = NonNullable<PermissionEntity['users']>[number];

/**
 * Keeps one object for each user with the same permissions. A large team has hundreds of users on each of a thousand
 * apps, nearly all of them alike.
 */
export class Sharing {
  private readonly users = new Map<string, PermittedUser>();

  /** The one object for a user with these permissions. */
  of({ id, permissions }: PermittedUser): PermittedUser {
    const key = `${id} ${permissions?.join()}`;
    let user = this.users.get(key);
    if (user === undefined) {
      user = { id, permissions };
      this.users.set(key, user);
    }
    return user;
  }
}
