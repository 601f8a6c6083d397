import { written, writtenRelationship } from '../../../test/converted';
import {
  createApplicationFeaturesEntity,
  createApplicationHasFeaturesRelationship,
} from './converters';

const APP = { id: '0193aaac-0000-4000-8000-000000000001', name: 'shop' };
const feature = (name: string, enabled: boolean | null) => ({ name, enabled });

test('an app says which of its features are on', () => {
  expect(
    written(
      createApplicationFeaturesEntity(
        [
          feature('runtime-heroku-exec', true),
          feature('http-session-affinity', false),
          feature('preboot', true),
          feature('spaces-tls-modern', true),
        ],
        APP,
      ),
    ),
  ).toEqual({
    _key: `heroku_application_features:${APP.id}`,
    _type: 'heroku_application_features',
    _class: ['Configuration'],
    name: 'Features of shop',
    displayName: 'Features of shop',
    shellAccess: true,
    sessionAffinity: false,
    preboot: true,
    tlsPolicy: 'modern',
    applicationId: APP.id,
  });
});

test('a feature that Heroku does not name is not known to be off', () => {
  const entity = written(
    createApplicationFeaturesEntity([feature('preboot', null)], APP),
  );

  for (const name of ['shellAccess', 'sessionAffinity', 'preboot', 'tlsPolicy'])
    expect(entity).not.toHaveProperty(name);
});

test.each([
  [true, false, 'modern'],
  [false, true, 'legacy'],
  [false, false, 'default'],
  [null, null, undefined],
])(
  'where the policy modern is on: %s, and legacy: %s, the TLS policy is %s',
  (modern, legacy, expected) => {
    const features = [
      feature('spaces-tls-modern', modern),
      feature('spaces-tls-legacy', legacy),
    ];

    expect(createApplicationFeaturesEntity(features, APP).tlsPolicy).toBe(
      expected,
    );
  },
);

test('an app has its features', () => {
  expect(
    writtenRelationship(createApplicationHasFeaturesRelationship(APP.id)),
  ).toMatchObject({
    _type: 'heroku_application_has_features',
    _fromEntityKey: APP.id,
    _toEntityKey: `heroku_application_features:${APP.id}`,
  });
});
