import { written, writtenRelationship } from '../../../test/converted';
import { decode } from '../../heroku/decode';
import {
  authorizationResource,
  oauthClientResource,
  sshKeyResource,
} from '../../heroku/types';
import {
  createAuthorizationEntity,
  createOauthClientEntity,
  createOauthClientHasAuthorizationRelationship,
  createSshKeyEntity,
  createTeamHasAuthorizationRelationship,
  createUserHasAuthorizationRelationship,
  createUserHasOauthClientRelationship,
} from './converters';

const ID = '0193eeee-0000-4000-8000-000000000001';
const USER_ID = '0193eeee-0000-4000-8000-000000000002';
const TEAM_ID = '0193eeee-0000-4000-8000-000000000003';
const OF_USER = { type: 'user' } as const;
/** An hour after the authorization was updated. */
const NOW = Date.UTC(2021, 0, 2, 4, 4, 5);

const authorization = {
  id: ID,
  description: 'Continuous integration',
  created_at: '2020-01-02T03:04:05Z',
  updated_at: '2021-01-02T03:04:05Z',
  scope: ['identity', 'write-protected'],
  access_token: { id: 'token-id', expires_in: 7200 },
  client: {
    id: 'client-id',
    name: 'Example CI',
    redirect_uri: { scheme: 'https', host: 'ci.example.com' },
  },
};

test('an authorization has all that Heroku says of it', () => {
  expect(
    written(
      createAuthorizationEntity(
        authorization,
        { type: 'team', id: TEAM_ID },
        NOW,
      ),
    ),
  ).toEqual({
    _key: `heroku_authorization:${ID}`,
    _type: 'heroku_authorization',
    _class: ['AccessKey'],
    id: ID,
    name: 'Continuous integration',
    displayName: 'Continuous integration',
    createdOn: Date.UTC(2020, 0, 2, 3, 4, 5),
    updatedOn: Date.UTC(2021, 0, 2, 3, 4, 5),
    ownerType: 'team',
    ownerId: TEAM_ID,
    description: 'Continuous integration',
    scopes: ['identity', 'write-protected'],
    hasGlobalScope: false,
    neverExpires: false,
    // Two hours from now.
    expiresOn: Date.UTC(2021, 0, 2, 6, 4, 5),
    usage: 'api',
    clientId: 'client-id',
    clientName: 'Example CI',
    clientHost: 'ci.example.com',
  });
});

test("the authorizations of the API key's user say so, and whose they are", () => {
  expect(
    written(
      createAuthorizationEntity(
        { ...authorization, user: { id: USER_ID } },
        OF_USER,
        NOW,
      ),
    ),
  ).toMatchObject({ ownerType: 'user', ownerId: USER_ID });
});

test('no token and no code of an authorization is anywhere in its entity', () => {
  const { object } = decode(authorizationResource, {
    ...authorization,
    access_token: { ...authorization.access_token, token: 'planted-secret' },
    refresh_token: { token: 'planted-secret' },
    grant: { code: 'planted-secret' },
  });

  expect(
    JSON.stringify(createAuthorizationEntity(object!, OF_USER, NOW)),
  ).not.toContain('planted-secret');
});

test.each([
  ['has no end', { expires_in: null }, true],
  ['has an end', { expires_in: 60 }, false],
  ['is not described', {}, undefined],
  ['is not there', null, undefined],
])('where the token %s, neverExpires is as known', (_, token, expected) => {
  const entity = createAuthorizationEntity(
    { ...authorization, access_token: token },
    OF_USER,
    NOW,
  );

  expect(entity.neverExpires).toBe(expected);
  if (expected !== false) expect(entity.expiresOn).toBeUndefined();
});

test.each([
  [['global'], true],
  [['read', 'identity'], false],
  [null, undefined],
])('of the scopes %j, one is for everything: %s', (scope, expected) => {
  expect(
    createAuthorizationEntity({ ...authorization, scope }, OF_USER, NOW)
      .hasGlobalScope,
  ).toBe(expected);
});

test('an authorization without a description is called by its client, or else by its id', () => {
  const nameless = { ...authorization, description: '' };

  expect(createAuthorizationEntity(nameless, OF_USER, NOW).name).toBe(
    'Example CI',
  );
  expect(createAuthorizationEntity({ id: ID }, OF_USER, NOW).name).toBe(ID);
});

/** Of 32 zero bytes. */
const PUBLIC_KEY = `ssh-ed25519 ${Buffer.concat([
  Buffer.from([0, 0, 0, 11]),
  Buffer.from('ssh-ed25519'),
  Buffer.from([0, 0, 0, 32]),
  Buffer.alloc(32),
]).toString('base64')} ada@laptop`;

test('an SSH key has its fingerprint and comment, and not the key', () => {
  const { object } = decode(sshKeyResource, {
    id: ID,
    comment: 'ada@laptop',
    email: 'ada@example.com',
    fingerprint: '17:63:a4',
    public_key: PUBLIC_KEY,
    created_at: '2020-01-02T03:04:05Z',
    updated_at: '2021-01-02T03:04:05Z',
  });
  const entity = createSshKeyEntity(object!);

  expect(JSON.stringify(entity)).not.toContain(PUBLIC_KEY.split(' ')[1]);
  expect(written(entity)).toEqual({
    _key: `heroku_ssh_key:${ID}`,
    _type: 'heroku_ssh_key',
    _class: ['Key', 'AccessKey'],
    id: ID,
    name: 'ada@laptop',
    displayName: 'ada@laptop',
    createdOn: Date.UTC(2020, 0, 2, 3, 4, 5),
    updatedOn: Date.UTC(2021, 0, 2, 3, 4, 5),
    usage: 'git',
    keyType: 'ssh-ed25519',
    keySize: 256,
    fingerprint: '17:63:a4',
    comment: 'ada@laptop',
    email: 'ada@example.com',
  });
});

test('the user has the authorization', () => {
  expect(
    writtenRelationship(createUserHasAuthorizationRelationship(USER_ID, ID)),
  ).toMatchObject({
    _type: 'heroku_account_member_has_authorization',
    _fromEntityKey: USER_ID,
    _toEntityKey: `heroku_authorization:${ID}`,
  });
});

test('an OAuth client says where it is answered, and not its secret', () => {
  const { object } = decode(oauthClientResource, {
    id: ID,
    name: 'Example CI',
    secret: 'planted-secret',
    redirect_uri: 'https://ci.example.com/planted-path?key=planted-key',
  });
  const entity = createOauthClientEntity(object!);

  expect(JSON.stringify(entity)).not.toContain('planted');
  expect(written(entity)).toMatchObject({
    _key: `heroku_oauth_client:${ID}`,
    name: 'Example CI',
    redirectScheme: 'https',
    redirectHost: 'ci.example.com',
  });
});

test.each([
  [
    'a team has its authorization',
    createTeamHasAuthorizationRelationship(TEAM_ID, ID),
    [TEAM_ID, `heroku_authorization:${ID}`],
  ],
  [
    'a client holds the authorization that was given to it',
    createOauthClientHasAuthorizationRelationship('client-id', ID),
    ['heroku_oauth_client:client-id', `heroku_authorization:${ID}`],
  ],
  [
    'a user has the client that was registered',
    createUserHasOauthClientRelationship(USER_ID, 'client-id'),
    [USER_ID, 'heroku_oauth_client:client-id'],
  ],
])('%s', (_, relationship, ends) => {
  const { _fromEntityKey, _toEntityKey } = writtenRelationship(relationship);

  expect([_fromEntityKey, _toEntityKey]).toEqual(ends);
});
