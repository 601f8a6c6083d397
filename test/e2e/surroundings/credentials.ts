import type { Json, JsonObject, Organisation } from '../../sandbox';
import { listOf } from '../../sandbox';
import { idOf, isThere, objectIn, sorted, textIn } from '../expectedProperties';
import { named, Part } from './part';

const HOUR_MS = 3_600_000;

/** What acts for the key's own user. */
export function expectedCredentials(
  organisation: Organisation,
  at: Date,
): Part {
  const part = new Part();
  const user = idOf(organisation.resources.get('/account') as JsonObject);
  for (const authorization of listOf(organisation, '/oauth/authorizations')) {
    const client = objectIn(authorization, 'client');
    const token = objectIn(authorization, 'access_token');
    const secondsLeft = token?.expires_in;
    const key = part.add('heroku_authorization', ['AccessKey'], authorization, {
      ...named(authorization.description),
      description: authorization.description,
      scopes: sorted(authorization.scope),
      hasGlobalScope: (authorization.scope as Json[]).includes('global'),
      neverExpires: secondsLeft === null,
      ...(typeof secondsLeft === 'number' && {
        expiresOn:
          Math.round((at.getTime() + secondsLeft * 1000) / HOUR_MS) * HOUR_MS,
      }),
      ...isThere({ clientId: client?.id, clientName: client?.name }),
    });
    part.relate(user, 'HAS', key, 'heroku_account_member_has_authorization');
  }
  for (const sshKey of listOf(organisation, '/account/keys')) {
    const key = part.add('heroku_ssh_key', ['Key'], sshKey, {
      ...named(textIn(sshKey, 'comment')),
      fingerprint: sshKey.fingerprint,
      comment: sshKey.comment,
      email: sshKey.email,
    });
    part.relate(user, 'HAS', key, 'heroku_account_member_has_ssh_key');
  }
  return part;
}
