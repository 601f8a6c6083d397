import { written, writtenRelationship } from '../../../test/converted';
import { decode } from '../../heroku/decode';
import { pipelineBuildResource, releaseResource } from '../../heroku/types';
import {
  createApplicationHasReleaseRelationship,
  createReleaseEntity,
  createUserDeployedReleaseRelationship,
} from './converters';

const ID = '0193aaab-0000-4000-8000-000000000001';
const APP_ID = '0193aaab-0000-4000-8000-000000000002';
const USER_ID = '0193aaab-0000-4000-8000-000000000003';
const pipelineId = '0193aaab-0000-4000-8000-000000000004';
const release = {
  id: ID,
  app: { id: APP_ID, name: 'shop' },
  created_at: '2020-01-02T03:04:05Z',
  updated_at: '2021-01-02T03:04:05Z',
  version: 42,
  status: 'succeeded',
  current: true,
  user: { id: USER_ID, email: 'ada@example.com' },
};
const build = {
  id: '0193aaab-0000-4000-8000-000000000005',
  app: { id: APP_ID },
  release: { id: ID },
  stack: 'heroku-24',
  source_blob: { version: '4f9e1c' },
  buildpacks: [{ name: 'heroku/nodejs' }],
};

test('a release says who released which commit, on which stack, with which buildpacks', () => {
  expect(
    written(
      createReleaseEntity(release, { pipelineId, build, stage: 'production' }),
    ),
  ).toEqual({
    _key: `heroku_release:${ID}`,
    _type: 'heroku_release',
    _class: ['CodeDeploy'],
    id: ID,
    name: 'shop v42',
    displayName: 'shop v42',
    createdOn: Date.UTC(2020, 0, 2, 3, 4, 5),
    updatedOn: Date.UTC(2021, 0, 2, 3, 4, 5),
    version: 42,
    status: 'succeeded',
    current: true,
    commit: '4f9e1c',
    stack: 'heroku-24',
    buildpacks: ['heroku/nodejs'],
    unofficialBuildpack: false,
    production: true,
    releasedBy: 'ada@example.com',
    releasedById: USER_ID,
    applicationId: APP_ID,
    pipelineId,
  });
});

test('of a release without a build, or of no known stage, that is unknown', () => {
  const entity = written(createReleaseEntity(release, { pipelineId }));

  for (const name of [
    'commit',
    'stack',
    'buildpacks',
    'unofficialBuildpack',
    'production',
  ]) {
    expect(entity).not.toHaveProperty(name);
  }
});

test.each([
  [[{ name: 'heroku/nodejs' }], false],
  [[{ url: 'github.com/heroku/heroku-buildpack-go' }], false],
  [[{ url: 'github.com/heroku-community/nginx' }], true],
  [[{ name: 'heroku/nodejs' }, { url: 'git.example.com/own' }], true],
  // A name says less than an address.
  [[{ name: 'heroku/nodejs', url: 'git.example.com/own' }], true],
  [[{ name: 'heroku/nodejs' }, { name: null }], undefined],
  [[], false],
  [null, undefined],
])(
  'a build with the buildpacks %j has an unofficial one: %s',
  (buildpacks, expected) => {
    const { unofficialBuildpack } = createReleaseEntity(release, {
      pipelineId,
      build: { ...build, buildpacks },
    });
    expect(unofficialBuildpack).toBe(expected);
  },
);

test('no address of a source, a stream or a buildpack is kept with its secrets', () => {
  const secret = 'https://user:planted@s3.example.com/planted?key=planted';
  const { object } = decode(releaseResource, {
    ...release,
    description: 'Set planted config var',
    output_stream_url: secret,
  });
  const { object: decodedBuild } = decode(pipelineBuildResource, {
    ...build,
    output_stream_url: secret,
    source_blob: { version: '4f9e1c', url: secret },
    buildpacks: [
      { name: null, url: 'https://user:planted@git.example.com/own?planted' },
    ],
  });

  expect(
    JSON.stringify(
      createReleaseEntity(object!, { pipelineId, build: decodedBuild }),
    ),
  ).not.toContain('planted');
});

test('an app has its release, and a person released it', () => {
  expect(
    writtenRelationship(createApplicationHasReleaseRelationship(APP_ID, ID)),
  ).toMatchObject({
    _type: 'heroku_application_has_release',
    _fromEntityKey: APP_ID,
    _toEntityKey: `heroku_release:${ID}`,
  });
  expect(
    writtenRelationship(createUserDeployedReleaseRelationship(USER_ID, ID)),
  ).toMatchObject({
    _type: 'heroku_account_member_deployed_release',
    _fromEntityKey: USER_ID,
    _toEntityKey: `heroku_release:${ID}`,
  });
});
