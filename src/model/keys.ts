/**
 * Keys. The five documented types carry Heroku's bare id, as they always have; every other type's key begins with
 * the type, so that keys of different types cannot meet.
 */

/** The key of an enterprise account, user, team, application or add-on. */
export function bareKey(id: string): string {
  return id;
}

/** The key of an entity of any other type. */
export function typedKey(type: string, id: string): string {
  return `${type}:${id}`;
}
