import { X509Certificate } from 'node:crypto';
import type { JsonObject, Organisation } from '../../sandbox';
import { listOf } from '../../sandbox';
import { isThere, objectIn, textIn } from '../expectedProperties';
import type { Surrounded } from './part';
import { named, Part } from './part';

/** How the teams are run: invitations, single sign-on, preferences. */
export function expectedGovernance(
  organisation: Organisation,
  { keys, teams }: Surrounded,
): Part {
  const part = new Part();
  const providers = new Set<string>();
  for (const { id: teamId, name: teamName } of teams) {
    for (const invitation of listOf(
      organisation,
      `/teams/${teamId}/invitations`,
    )) {
      const user = objectIn(invitation, 'user');
      const invitedBy = objectIn(invitation, 'invited_by');
      const key = part.add('heroku_team_invitation', ['Record'], invitation, {
        ...named(user?.email),
        teamId,
        email: user?.email,
        ...isThere({
          role: invitation.role,
          invitedBy: invitedBy?.email,
          invitedById: invitedBy?.id,
        }),
      });
      part.relate(teamId, 'HAS', key, 'heroku_team_has_invitation');
    }
    for (const provider of listOf(
      organisation,
      `/teams/${teamId}/identity-providers`,
    )) {
      const owner = objectIn(provider, 'owner');
      const ownerId = textIn(owner, 'id') ?? '';
      const key = `heroku_identity_provider:${textIn(provider, 'id')}`;
      part.relate(teamId, 'USES', key, 'heroku_team_uses_identity_provider');
      if (providers.has(key)) continue;
      providers.add(key);
      addProvider(part, provider);
      if (owner?.type === 'enterprise-account' && keys.has(ownerId)) {
        const type = 'heroku_account_uses_identity_provider';
        part.relate(ownerId, 'USES', key, type);
      }
    }
    addPreferences(
      part,
      teamId,
      teamName,
      organisation.resources.get(`/teams/${teamId}/preferences`) as JsonObject,
    );
  }
  return part;
}

function addProvider(part: Part, provider: JsonObject): void {
  const owner = objectIn(provider, 'owner');
  const { fingerprint256, validTo } = new X509Certificate(
    textIn(provider, 'certificate') ?? '',
  );
  part.add('heroku_identity_provider', ['Service'], provider, {
    ...named(`SSO of ${textIn(owner, 'name')}`),
    category: ['security'],
    function: ['SSO'],
    entityId: provider.entity_id,
    ssoHost: new URL(textIn(provider, 'sso_target_url') ?? '').hostname,
    sloHost: new URL(textIn(provider, 'slo_target_url') ?? '').hostname,
    ownerId: owner?.id,
    ownerType: owner?.type,
    certificateFingerprint: fingerprint256,
    certificateExpiresOn: Date.parse(validTo),
  });
}

/** They have no id of their own: they go by that of their team. */
function addPreferences(
  part: Part,
  teamId: string,
  teamName: string,
  preferences: JsonObject,
): void {
  const _type = 'heroku_team_preferences';
  part.entities.push({
    _key: `${_type}:${teamId}`,
    _type,
    _class: ['Configuration'],
    ...named(`Preferences of ${teamName}`),
    teamId,
    ...isThere({
      defaultPermission: preferences['default-permission'],
      addonsControls: preferences['addons-controls'],
    }),
  });
  part.relate(
    teamId,
    'HAS',
    `${_type}:${teamId}`,
    'heroku_team_has_preferences',
  );
}
