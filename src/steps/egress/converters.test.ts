import { written } from '../../../test/converted';
import type { LogDrain, Webhook } from '../../heroku';
import { decode } from '../../heroku/decode';
import { logDrainResource, webhookResource } from '../../heroku/types';
import { createLogDrainEntity, createWebhookEntity } from './converters';

const ID = '0193abcd-0000-4000-8000-000000000001';
const APP_ID = '0193abcd-0000-4000-8000-000000000002';
const ADDON_ID = '0193abcd-0000-4000-8000-000000000003';
const DATES = {
  created_at: '2020-01-02T03:04:05Z',
  updated_at: '2021-01-02T03:04:05Z',
};

function drainOf(url: string | null): LogDrain {
  return decode(logDrainResource, {
    ...DATES,
    id: ID,
    url,
    token: 'planted-token',
    addon: { id: ADDON_ID, name: 'papertrail-1' },
  }).object!;
}

function webhookOf(url: string): Webhook {
  return decode(webhookResource, {
    ...DATES,
    id: ID,
    url,
    include: ['api:build', 'api:release'],
    level: 'sync',
    secret: 'planted-secret',
    authorization: 'Bearer planted-authorization',
  }).object!;
}

test('a drain shows where it goes, and nothing of the secrets in its URL', () => {
  const entity = createLogDrainEntity(
    drainOf(
      'https://planted-user:planted-password@logs.example.com:8443/planted-path?key=planted-key',
    ),
    APP_ID,
  );

  expect(JSON.stringify(entity)).not.toContain('planted');
  expect(written(entity)).toEqual({
    _key: `heroku_log_drain:${ID}`,
    _type: 'heroku_log_drain',
    _class: ['Logs'],
    id: ID,
    name: 'https://logs.example.com:8443',
    displayName: 'https://logs.example.com:8443',
    createdOn: Date.UTC(2020, 0, 2, 3, 4, 5),
    updatedOn: Date.UTC(2021, 0, 2, 3, 4, 5),
    scheme: 'https',
    host: 'logs.example.com',
    port: 8443,
    type: 'application',
    encrypted: true,
    addonId: ADDON_ID,
    applicationId: APP_ID,
  });
});

test.each([
  ['syslog://logs.example.com:514', false],
  ['http://logs.example.com', false],
  ['syslog+tls://logs.example.com:6514', true],
  ['https://logs.example.com', true],
  ['kafka://logs.example.com', undefined],
])('a drain to %s is encrypted: %s', (url, expected) => {
  expect(createLogDrainEntity(drainOf(url), APP_ID).encrypted).toBe(expected);
});

test.each([null, 'no address at all'])(
  'a drain with the URL %s is kept, its destination unknown',
  (url) => {
    const entity = written(createLogDrainEntity(drainOf(url), APP_ID));

    expect(entity.name).toBe(ID);
    for (const name of ['scheme', 'host', 'port', 'encrypted'])
      expect(entity).not.toHaveProperty(name);
  },
);

test('a webhook shows whom it tells of what, and nothing of the secrets in its URL', () => {
  const entity = createWebhookEntity(
    webhookOf(
      'https://planted-user:planted-password@hooks.example.com/planted-path?key=planted-key',
    ),
    APP_ID,
  );

  expect(JSON.stringify(entity)).not.toContain('planted');
  expect(written(entity)).toEqual({
    _key: `heroku_webhook:${ID}`,
    _type: 'heroku_webhook',
    _class: ['ApplicationEndpoint'],
    id: ID,
    name: 'https://hooks.example.com',
    displayName: 'https://hooks.example.com',
    createdOn: Date.UTC(2020, 0, 2, 3, 4, 5),
    updatedOn: Date.UTC(2021, 0, 2, 3, 4, 5),
    scheme: 'https',
    host: 'hooks.example.com',
    address: 'hooks.example.com',
    encrypted: true,
    level: 'sync',
    include: ['api:build', 'api:release'],
    applicationId: APP_ID,
  });
});
