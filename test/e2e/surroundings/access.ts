import type { Json, JsonObject, Organisation } from '../../sandbox';
import { listOf } from '../../sandbox';
import { idOf, objectIn, textIn } from '../expectedProperties';
import type { Surrounded } from './part';
import { named, Part } from './part';

const APP_ALLOWS = 'heroku_application_allows_account_member';
const SPACE_ALLOWS = 'heroku_space_allows_account_member';

/**
 * Who may use the apps; whoever is known by nothing else becomes a user.
 *
 * @param options.spaces whether the Private Spaces are collected too: only then is it known who may use them
 */
export function expectedAccess(
  organisation: Organisation,
  { keys, teams }: Surrounded,
  { spaces }: { spaces: boolean },
): Part {
  const part = new Part();
  const users = new Set<string>();
  const addUser = (user: JsonObject) => {
    const id = idOf(user);
    if (keys.has(id) || users.has(id)) return;
    users.add(id);
    part.entities.push(outsider(id, textIn(user, 'email') ?? ''));
  };

  for (const { id } of teams) {
    for (const entry of listOf(organisation, `/teams/${id}/permissions`)) {
      const isSpace = entry.type === 'space';
      if (isSpace && !spaces) continue;
      for (const user of entry.users as JsonObject[]) {
        const names = user.permissions as Json[];
        if (names.length === 0) continue;
        addUser(user);
        part.relate(
          isSpace ? `heroku_space:${idOf(entry)}` : idOf(entry),
          'ALLOWS',
          idOf(user),
          isSpace ? SPACE_ALLOWS : APP_ALLOWS,
          permissions(names),
        );
      }
    }
  }
  for (const app of listOf(organisation, '/users/~/apps')) {
    const path = `/apps/${idOf(app)}/collaborators`;
    for (const collaborator of listOf(organisation, path)) {
      const user = objectIn(collaborator, 'user')!;
      const names = (collaborator.permissions as JsonObject[]).map(
        ({ name }) => name!,
      );
      addUser(user);
      part.relate(idOf(app), 'ALLOWS', idOf(user), APP_ALLOWS, {
        ...(names.length > 0 && permissions(names)),
        role: collaborator.role,
      });
    }
  }
  return part;
}

function permissions(names: readonly Json[]): Record<string, boolean> {
  return {
    viewPermission: names.includes('view'),
    deployPermission: names.includes('deploy'),
    operatePermission: names.includes('operate'),
    managePermission: names.includes('manage'),
  };
}

/** Of somebody outside it is not known whether they can sign in, nor how. */
function outsider(id: string, email: string) {
  return {
    _key: id,
    _type: 'heroku_account_member',
    _class: ['User'],
    id,
    ...named(email),
    username: email,
    email,
    emailDomain: [email.split('@')[1]?.toLowerCase()],
  };
}
