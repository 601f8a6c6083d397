import { written, writtenRelationship } from '../../../test/converted';
import {
  createAccountUsesIdentityProviderRelationship,
  createIdentityProviderConnectsOktaAccountRelationship,
  createIdentityProviderEntity,
  createTeamHasInvitationRelationship,
  createTeamHasPreferencesRelationship,
  createTeamInvitationEntity,
  createTeamPreferencesEntity,
  createTeamUsesIdentityProviderRelationship,
} from './converters';

const ID = '0193cdcd-0000-4000-8000-000000000001';
const TEAM_ID = '0193cdcd-0000-4000-8000-000000000002';
const INVITER_ID = '0193cdcd-0000-4000-8000-000000000003';
const ACCOUNT_ID = '0193cdcd-0000-4000-8000-000000000004';
const dates = {
  created_at: '2020-01-02T03:04:05Z',
  updated_at: '2021-01-02T03:04:05Z',
};
const writtenDates = {
  createdOn: Date.UTC(2020, 0, 2, 3, 4, 5),
  updatedOn: Date.UTC(2021, 0, 2, 3, 4, 5),
};

describe('an invitation', () => {
  const invitation = {
    id: ID,
    ...dates,
    role: 'admin',
    invited_by: { id: INVITER_ID, email: 'admin@example.com' },
    user: { email: 'new@example.com', name: null },
  };

  test('says who is invited by whom, as what, since when', () => {
    expect(written(createTeamInvitationEntity(invitation, TEAM_ID))).toEqual({
      _key: `heroku_team_invitation:${ID}`,
      _type: 'heroku_team_invitation',
      _class: ['Record'],
      id: ID,
      name: 'new@example.com',
      displayName: 'new@example.com',
      ...writtenDates,
      teamId: TEAM_ID,
      role: 'admin',
      email: 'new@example.com',
      invitedBy: 'admin@example.com',
      invitedById: INVITER_ID,
      open: true,
      reporter: 'admin@example.com',
      reportedOn: Date.UTC(2020, 0, 2, 3, 4, 5),
    });
  });

  test.each([
    ['without anybody', { user: null, invited_by: null, role: null }, ID],
    ['to what is no address', { user: { email: 'new@' } }, 'new@'],
  ])('%s is kept without what is not known', (_, values, name) => {
    const entity = written(
      createTeamInvitationEntity({ ...invitation, ...values }, TEAM_ID),
    );

    expect(entity).toMatchObject({ name, teamId: TEAM_ID });
    expect(entity).not.toHaveProperty('email');
  });

  test('is to its team', () => {
    expect(
      writtenRelationship(
        createTeamHasInvitationRelationship(TEAM_ID, invitation),
      ),
    ).toEqual({
      _key: `${TEAM_ID}|has|heroku_team_invitation:${ID}`,
      _type: 'heroku_team_has_invitation',
      _class: 'HAS',
      _fromEntityKey: TEAM_ID,
      _toEntityKey: `heroku_team_invitation:${ID}`,
      displayName: 'HAS',
    });
  });
});

describe('an identity provider', () => {
  const provider = {
    id: ID,
    ...dates,
    entity_id: 'https://sso.example.com/heroku',
    certificate: {
      fingerprint: 'AA:BB',
      serialNumber: '0A',
      validFrom: '2020-01-01T00:00:00Z',
      validTo: '2030-01-01T00:00:00Z',
    },
    sso_target_url: { scheme: 'https', host: 'sso.example.com' },
    slo_target_url: { scheme: 'https', host: 'out.example.com' },
    owner: { id: ACCOUNT_ID, name: 'Example', type: 'enterprise-account' },
  };
  const bare = {
    _key: `heroku_identity_provider:${ID}`,
    _type: 'heroku_identity_provider',
    _class: ['Service'],
    id: ID,
    name: ID,
    displayName: ID,
    category: ['security'],
    function: ['SSO'],
  };

  test('says whose it is, where users sign in and out, and until when its certificate is valid', () => {
    expect(written(createIdentityProviderEntity(provider))).toEqual({
      ...bare,
      name: 'SSO of Example',
      displayName: 'SSO of Example',
      ...writtenDates,
      entityId: 'https://sso.example.com/heroku',
      ssoHost: 'sso.example.com',
      sloHost: 'out.example.com',
      ownerId: ACCOUNT_ID,
      ownerType: 'enterprise-account',
      certificateFingerprint: 'AA:BB',
      certificateExpiresOn: Date.UTC(2030, 0, 1),
    });
  });

  test('of which Heroku says nothing goes by its id', () => {
    expect(
      written(
        createIdentityProviderEntity({
          id: ID,
          owner: null,
          certificate: null,
        }),
      ),
    ).toEqual(bare);
  });

  test('is used by the team, and by the account that it belongs to', () => {
    expect(
      writtenRelationship(
        createTeamUsesIdentityProviderRelationship(TEAM_ID, ID),
      ),
    ).toMatchObject({
      _type: 'heroku_team_uses_identity_provider',
      _class: 'USES',
      _fromEntityKey: TEAM_ID,
      _toEntityKey: bare._key,
    });
    expect(
      writtenRelationship(
        createAccountUsesIdentityProviderRelationship(ACCOUNT_ID, ID),
      ),
    ).toMatchObject({
      _type: 'heroku_account_uses_identity_provider',
      _class: 'USES',
      _fromEntityKey: ACCOUNT_ID,
      _toEntityKey: bare._key,
    });
  });
});

describe('the preferences of a team', () => {
  const team = { id: TEAM_ID, name: 'platform' };
  const bare = {
    _key: `heroku_team_preferences:${TEAM_ID}`,
    _type: 'heroku_team_preferences',
    _class: ['Configuration'],
    name: 'Preferences of platform',
    displayName: 'Preferences of platform',
    teamId: TEAM_ID,
  };

  test('go by the id of the team', () => {
    expect(
      written(
        createTeamPreferencesEntity(
          { 'default-permission': 'viewer', 'addons-controls': false },
          team,
        ),
      ),
    ).toEqual({ ...bare, defaultPermission: 'viewer', addonsControls: false });
    expect(
      writtenRelationship(createTeamHasPreferencesRelationship(TEAM_ID)),
    ).toMatchObject({
      _type: 'heroku_team_has_preferences',
      _fromEntityKey: TEAM_ID,
      _toEntityKey: bare._key,
    });
  });

  test('that are not set are unknown, not off', () => {
    expect(
      written(
        createTeamPreferencesEntity(
          { 'default-permission': null, 'addons-controls': null },
          team,
        ),
      ),
    ).toEqual(bare);
  });
});

describe('the Okta organisation of an identity provider', () => {
  test('is found by the host that users sign in at', () => {
    const relationship = createIdentityProviderConnectsOktaAccountRelationship({
      id: ID,
      sso_target_url: { scheme: 'https', host: 'example.okta.com' },
    });
    expect(relationship).toMatchObject({
      _type: 'heroku_identity_provider_connects_okta_account',
      _mapping: {
        sourceEntityKey: `heroku_identity_provider:${ID}`,
        targetEntity: { accountId: 'example.okta.com' },
        skipTargetCreation: true,
      },
    });
  });

  test('is unknown without that host', () => {
    expect(
      createIdentityProviderConnectsOktaAccountRelationship({ id: ID }),
    ).toBeUndefined();
  });
});
