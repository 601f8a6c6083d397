import type { Json, JsonObject, Organisation } from '../../sandbox';
import { listOf } from '../../sandbox';
import {
  idIn,
  idOf,
  isThere,
  named,
  objectIn,
  sorted,
  textIn,
  timeIn,
} from '../expectedProperties';
import type { Surrounded } from './part';
import { Part } from './part';

const HOUR_MS = 3_600_000;
/** Less than this beyond a full hour is the time that the answer took. */
const TOLERANCE_MS = 300_000;

/** What acts for the key's own user, and for teams. */
export function expectedCredentials(
  organisation: Organisation,
  { isOn, at, teams }: Surrounded,
): Part {
  const part = new Part();
  const user = idOf(organisation.resources.get('/account') as JsonObject);
  const byClient = new Map<string | undefined, string[]>();
  const addAuthorization = (authorization: JsonObject, owner: JsonObject) => {
    const key = authorizationKey(part, authorization, owner, at);
    const client = idIn(authorization, 'client');
    byClient.set(client, [...(byClient.get(client) ?? []), key]);
    return key;
  };

  if (isOn('credentials')) {
    for (const one of listOf(organisation, '/oauth/authorizations')) {
      const key = addAuthorization(one, { ownerType: 'user', ownerId: user });
      part.relate(user, 'HAS', key, 'heroku_account_member_has_authorization');
    }
    for (const sshKey of listOf(organisation, '/account/keys')) {
      const key = addSshKey(part, sshKey);
      part.relate(user, 'HAS', key, 'heroku_account_member_has_ssh_key');
    }
  }
  for (const { _key: team } of isOn('team-authorizations') ? teams : []) {
    const path = `/teams/${team}/oauth/authorizations`;
    for (const one of listOf(organisation, path)) {
      const key = addAuthorization(one, { ownerType: 'team', ownerId: team });
      part.relate(team, 'HAS', key, 'heroku_team_has_authorization');
    }
  }
  for (const client of isOn('oauth-clients')
    ? listOf(organisation, '/oauth/clients')
    : []) {
    const { protocol, hostname } = new URL(textIn(client, 'redirect_uri')!);
    const key = part.add('heroku_oauth_client', ['Application'], client, {
      redirectHost: hostname,
      redirectScheme: protocol.replace(':', ''),
    });
    part.relate(user, 'HAS', key, 'heroku_account_member_has_oauth_client');
    for (const held of byClient.get(idOf(client)) ?? []) {
      part.relate(key, 'HAS', held, 'heroku_oauth_client_has_authorization');
    }
  }
  return part;
}

function authorizationKey(
  part: Part,
  authorization: JsonObject,
  owner: JsonObject,
  at: Date,
): string {
  const client = objectIn(authorization, 'client');
  const redirect = textIn(client, 'redirect_uri');
  const token = objectIn(authorization, 'access_token');
  return part.add('heroku_authorization', ['AccessKey'], authorization, {
    ...named(authorization.description),
    ...owner,
    description: authorization.description,
    usage: 'api',
    scopes: sorted(authorization.scope),
    hasGlobalScope: (authorization.scope as Json[]).includes('global'),
    neverExpires: token?.expires_in === null,
    ...isThere({
      expiresOn: endOf(authorization, token?.expires_in, at),
      clientId: client?.id,
      clientName: client?.name,
      clientHost: redirect && new URL(redirect).hostname,
    }),
  });
}

/** A token lasts full hours from when it was made: the same end in every run, whatever the seconds that are left. */
function endOf(
  authorization: JsonObject,
  secondsLeft: Json | undefined,
  at: Date,
): number | undefined {
  if (typeof secondsLeft !== 'number') return undefined;
  const end = at.getTime() + secondsLeft * 1000;
  const made = timeIn(authorization, 'updated_at')!;
  const beyondFullHour = (((end - made) % HOUR_MS) + HOUR_MS) % HOUR_MS;
  return beyondFullHour <= TOLERANCE_MS
    ? end - beyondFullHour
    : end - beyondFullHour + HOUR_MS;
}

function addSshKey(part: Part, sshKey: JsonObject): string {
  return part.add('heroku_ssh_key', ['Key', 'AccessKey'], sshKey, {
    ...named(textIn(sshKey, 'comment')),
    usage: 'git',
    fingerprint: sshKey.fingerprint,
    comment: sshKey.comment,
    email: sshKey.email,
  });
}
