import type { Json, JsonObject, Organisation } from '../../sandbox';
import { listOf } from '../../sandbox';
import { idOf, objectIn, textIn } from '../expectedProperties';
import { userWithEmail } from '../expectedUsers';
import type { Surrounded } from './part';
import { Part } from './part';

const APP_ALLOWS = 'heroku_application_allows_account_member';
const SPACE_ALLOWS = 'heroku_space_allows_account_member';

/**
 * Who may use the apps, and the Private Spaces if they are collected too; whoever is known by nothing else becomes a
 * user.
 */
export function expectedAccess(
  organisation: Organisation,
  { keys, teams, isOn }: Omit<Surrounded, 'userIds'>,
): Part {
  const part = new Part();
  if (!isOn('app-access')) return part;
  const users = new Set<string>();
  const addUser = (user: JsonObject) => {
    const id = idOf(user);
    if (keys.has(id) || users.has(id)) return;
    users.add(id);
    // It is not known whether they can sign in, nor how.
    part.entities.push(userWithEmail(id, textIn(user, 'email') ?? ''));
  };

  for (const { _key } of teams) {
    for (const entry of listOf(organisation, `/teams/${_key}/permissions`)) {
      const isSpace = entry.type === 'space';
      if (isSpace && !isOn('private-spaces')) continue;
      for (const user of entry.users as JsonObject[]) {
        const names = user.permissions as Json[];
        if (names.length === 0) continue;
        addUser(user);
        part.relate(
          isSpace ? `heroku_space:${idOf(entry)}` : idOf(entry),
          'ALLOWS',
          idOf(user),
          isSpace ? SPACE_ALLOWS : APP_ALLOWS,
          {
            ...permissions(names),
            ...(isSpace && {
              createAppsPermission: names.includes('create_apps'),
            }),
          },
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

function permissions(names: readonly Json[]): Record<string, unknown> {
  return {
    permissions: names.map(String).sort().join(','),
    viewPermission: names.includes('view'),
    deployPermission: names.includes('deploy'),
    operatePermission: names.includes('operate'),
    managePermission: names.includes('manage'),
  };
}
