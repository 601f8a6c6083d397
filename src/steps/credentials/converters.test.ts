import { written, writtenRelationship } from '../../../test/converted';
import { decode } from '../../heroku/decode';
import { authorizationResource, sshKeyResource } from '../../heroku/types';
import {
  createAuthorizationEntity,
  createSshKeyEntity,
  createUserHasAuthorizationRelationship,
} from './converters';

const ID = '0193eeee-0000-4000-8000-000000000001';
const USER_ID = '0193eeee-0000-4000-8000-000000000002';
const NOW = Date.UTC(2026, 4, 1, 10, 0, 0);
const HOUR_MS = 60 * 60 * 1000;

const authorization = {
  id: ID,
  description: 'Continuous integration',
  created_at: '2020-01-02T03:04:05Z',
  updated_at: '2021-01-02T03:04:05Z',
  scope: ['identity', 'write-protected'],
  access_token: { id: 'token-id', expires_in: 7200 },
  client: { id: 'client-id', name: 'Example CI' },
};

test('an authorization has all that Heroku says of it', () => {
  expect(written(createAuthorizationEntity(authorization, NOW))).toEqual({
    _key: `heroku_authorization:${ID}`,
    _type: 'heroku_authorization',
    _class: ['AccessKey'],
    id: ID,
    name: 'Continuous integration',
    displayName: 'Continuous integration',
    createdOn: Date.UTC(2020, 0, 2, 3, 4, 5),
    updatedOn: Date.UTC(2021, 0, 2, 3, 4, 5),
    description: 'Continuous integration',
    scopes: ['identity', 'write-protected'],
    hasGlobalScope: false,
    neverExpires: false,
    expiresOn: NOW + 2 * HOUR_MS,
    clientId: 'client-id',
    clientName: 'Example CI',
  });
});

test('no token and no code of an authorization is anywhere in its entity', () => {
  const { object } = decode(authorizationResource, {
    ...authorization,
    access_token: { ...authorization.access_token, token: 'planted-secret' },
    refresh_token: { token: 'planted-secret' },
    grant: { code: 'planted-secret' },
  });

  expect(JSON.stringify(createAuthorizationEntity(object!, NOW))).not.toContain(
    'planted-secret',
  );
});

test('an authorization is the same whenever a run reads it', () => {
  const later = 12_345;
  const first = createAuthorizationEntity(authorization, NOW);
  const second = createAuthorizationEntity(
    {
      ...authorization,
      access_token: { id: 'token-id', expires_in: 7200 - later },
    },
    // A second passes on the way of the answer.
    NOW + later * 1000 + 1000,
  );

  expect(second).toEqual(first);
});

test.each([
  ['has no end', { expires_in: null }, true],
  ['has an end', { expires_in: 60 }, false],
  ['is not described', {}, undefined],
  ['is not there', null, undefined],
])('where the token %s, neverExpires is as known', (_, token, expected) => {
  const entity = createAuthorizationEntity(
    { ...authorization, access_token: token },
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
    createAuthorizationEntity({ ...authorization, scope }, NOW).hasGlobalScope,
  ).toBe(expected);
});

test('an authorization without a description is called by its client, or else by its id', () => {
  const nameless = { ...authorization, description: '' };

  expect(createAuthorizationEntity(nameless, NOW).name).toBe('Example CI');
  expect(createAuthorizationEntity({ id: ID }, NOW).name).toBe(ID);
});

test('an SSH key has its fingerprint and comment, and not the key', () => {
  const { object } = decode(sshKeyResource, {
    id: ID,
    comment: 'ada@laptop',
    email: 'ada@example.com',
    fingerprint: '17:63:a4',
    public_key: 'ssh-ed25519 planted-secret',
    created_at: '2020-01-02T03:04:05Z',
    updated_at: '2021-01-02T03:04:05Z',
  });
  const entity = createSshKeyEntity(object!);

  expect(JSON.stringify(entity)).not.toContain('planted-secret');
  expect(written(entity)).toEqual({
    _key: `heroku_ssh_key:${ID}`,
    _type: 'heroku_ssh_key',
    _class: ['Key'],
    id: ID,
    name: 'ada@laptop',
    displayName: 'ada@laptop',
    createdOn: Date.UTC(2020, 0, 2, 3, 4, 5),
    updatedOn: Date.UTC(2021, 0, 2, 3, 4, 5),
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
