import { X509Certificate } from 'node:crypto';
import type { JsonObject, Organisation } from '../../sandbox';
import { listOf } from '../../sandbox';
import { allowedServices } from '../expectedGraph';
import {
  idIn,
  isThere,
  named,
  objectIn,
  textIn,
  timeIn,
} from '../expectedProperties';
import type { Surrounded } from './part';
import { Part } from './part';

/** How the teams are run: invitations, single sign-on, preferences. */
export function expectedGovernance(
  organisation: Organisation,
  surrounded: Surrounded,
): Part {
  const part = new Part();
  const { keys, teams, isOn } = surrounded;
  if (!isOn('team-governance')) return part;
  const providers = new Set<string>();
  for (const team of teams) {
    const path = `/teams/${team._key}`;
    for (const invitation of listOf(organisation, `${path}/invitations`)) {
      addInvitation(part, invitation, team._key);
    }
    const ofTeam = listOf(organisation, `${path}/identity-providers`);
    for (const provider of ofTeam) {
      const key = `heroku_identity_provider:${textIn(provider, 'id')}`;
      part.relate(team._key, 'USES', key, 'heroku_team_uses_identity_provider');
      if (providers.has(key)) continue;
      providers.add(key);
      addProvider(part, provider);
      const owner = idIn(provider, 'owner') ?? '';
      const ownerType = objectIn(provider, 'owner')?.type;
      if (ownerType === 'enterprise-account' && keys.has(owner)) {
        const type = 'heroku_account_uses_identity_provider';
        part.relate(owner, 'USES', key, type);
      }
    }
    addPreferences(
      part,
      team,
      organisation.resources.get(`${path}/preferences`) as JsonObject,
      allowedServices(organisation, team._key, surrounded),
    );
  }
  return part;
}

function addInvitation(part: Part, invitation: JsonObject, teamId: string) {
  const user = objectIn(invitation, 'user');
  const invitedBy = objectIn(invitation, 'invited_by');
  const key = part.add('heroku_team_invitation', ['Record'], invitation, {
    ...named(user?.email),
    teamId,
    open: true,
    email: user?.email,
    ...isThere({
      role: invitation.role,
      invitedBy: invitedBy?.email,
      invitedById: invitedBy?.id,
      reporter: invitedBy?.email,
      reportedOn: timeIn(invitation, 'created_at'),
    }),
  });
  part.relate(teamId, 'HAS', key, 'heroku_team_has_invitation');
}

function addProvider(part: Part, provider: JsonObject): void {
  const owner = objectIn(provider, 'owner');
  const { fingerprint256, validTo } = new X509Certificate(
    textIn(provider, 'certificate') ?? '',
  );
  const ssoHost = new URL(textIn(provider, 'sso_target_url') ?? '').hostname;
  const key = part.add('heroku_identity_provider', ['Service'], provider, {
    ...named(`SSO of ${textIn(owner, 'name')}`),
    category: ['security'],
    function: ['SSO'],
    entityId: provider.entity_id,
    ssoHost,
    sloHost: new URL(textIn(provider, 'slo_target_url') ?? '').hostname,
    ownerId: owner?.id,
    ownerType: owner?.type,
    certificateFingerprint: fingerprint256,
    certificateExpiresOn: Date.parse(validTo),
  });
  part.map(
    key,
    'CONNECTS',
    `okta_account:${ssoHost}`,
    'heroku_identity_provider_connects_okta_account',
    {
      by: 'accountId',
      target: {
        _type: 'okta_account',
        accountId: ssoHost,
        displayName: ssoHost,
      },
    },
  );
}

/** They have no id of their own: they go by that of their team. */
function addPreferences(
  part: Part,
  team: Surrounded['teams'][number],
  preferences: JsonObject,
  allowedAddonServices: string[] | undefined,
): void {
  const key = `heroku_team_preferences:${team._key}`;
  part.entities.push({
    _key: key,
    _type: 'heroku_team_preferences',
    _class: ['Configuration'],
    ...named(`Preferences of ${String(team.name)}`),
    teamId: team._key,
    ...isThere({
      defaultPermission: preferences['default-permission'],
      addonsControls: preferences['addons-controls'],
      allowedAddonServices,
    }),
  });
  part.relate(team._key, 'HAS', key, 'heroku_team_has_preferences');
}
