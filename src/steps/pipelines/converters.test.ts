import { written, writtenRelationship } from '../../../test/converted';
import {
  createPipelineEntity,
  createPipelineHasApplicationRelationship,
  createPipelineUsesGithubRepoRelationship,
  createTeamOwnsPipelineRelationship,
  createUserOwnsPipelineRelationship,
} from './converters';

const ID = '0193ffff-0000-4000-8000-000000000001';
const OWNER_ID = '0193ffff-0000-4000-8000-000000000002';
const APP_ID = '0193ffff-0000-4000-8000-000000000003';
const KEY = `heroku_pipeline:${ID}`;
const pipeline = {
  id: ID,
  name: 'gateway',
  created_at: '2020-01-02T03:04:05Z',
  updated_at: '2021-01-02T03:04:05Z',
  owner: { id: OWNER_ID, type: 'team' },
};
const bare = {
  _key: KEY,
  _type: 'heroku_pipeline',
  _class: ['Workflow'],
  id: ID,
  name: 'gateway',
  displayName: 'gateway',
  createdOn: Date.UTC(2020, 0, 2, 3, 4, 5),
  updatedOn: Date.UTC(2021, 0, 2, 3, 4, 5),
  webLink: `https://dashboard.heroku.com/pipelines/${ID}`,
  ownerId: OWNER_ID,
  ownerType: 'team',
};

test('a pipeline says how it makes review apps', () => {
  expect(
    written(
      createPipelineEntity(pipeline, {
        automatic_review_apps: true,
        destroy_stale_apps: false,
        stale_days: 5,
        wait_for_ci: false,
      }),
    ),
  ).toEqual({
    ...bare,
    reviewAppsEnabled: true,
    reviewAppsAutomatic: true,
    reviewAppsDestroyStale: false,
    reviewAppsStaleDays: 5,
    reviewAppsWaitForCi: false,
  });
});

test('a pipeline without review apps says so, and nothing of how', () => {
  expect(written(createPipelineEntity(pipeline, null))).toEqual({
    ...bare,
    reviewAppsEnabled: false,
  });
});

test('where the settings of review apps could not be read it is not known whether there are any', () => {
  expect(written(createPipelineEntity(pipeline, undefined))).toEqual(bare);
});

test('a pipeline goes by its id where it has no name, and has no owner where nobody owns it', () => {
  const entity = written(
    createPipelineEntity({ id: ID, name: null, owner: null }, undefined),
  );

  expect(entity).toMatchObject({ name: ID, displayName: ID });
  expect(entity).not.toHaveProperty('ownerId');
});

test.each([
  [
    'team',
    'heroku_team_owns_pipeline',
    createTeamOwnsPipelineRelationship(OWNER_ID, ID),
  ],
  [
    'user',
    'heroku_account_member_owns_pipeline',
    createUserOwnsPipelineRelationship(OWNER_ID, ID),
  ],
])('a %s owns its pipeline', (_, _type, relationship) => {
  expect(writtenRelationship(relationship)).toEqual({
    _key: `${OWNER_ID}|owns|${KEY}`,
    _type,
    _class: 'OWNS',
    _fromEntityKey: OWNER_ID,
    _toEntityKey: KEY,
    displayName: 'OWNS',
  });
});

test.each([
  ['staging', { stage: 'staging' }],
  ['experiment', { stage: 'experiment' }],
  [null, {}],
])('an app is at the stage %s of its pipeline', (stage, properties) => {
  expect(
    writtenRelationship(
      createPipelineHasApplicationRelationship({
        id: '0193ffff-0000-4000-8000-000000000004',
        app: { id: APP_ID },
        pipeline: { id: ID },
        stage,
      }),
    ),
  ).toEqual({
    _key: `${KEY}|has|${APP_ID}`,
    _type: 'heroku_pipeline_has_application',
    _class: 'HAS',
    _fromEntityKey: KEY,
    _toEntityKey: APP_ID,
    displayName: 'HAS',
    ...properties,
  });
});

describe('an app that is a review app', () => {
  const coupling = {
    id: '0193ffff-0000-4000-8000-000000000004',
    app: { id: APP_ID },
    pipeline: { id: ID },
    stage: 'review',
  };
  const reviewApp = {
    id: '0193ffff-0000-4000-8000-000000000005',
    app: { id: APP_ID },
    branch: 'feature/x',
    status: 'created',
    creator: { id: OWNER_ID, email: 'ada@example.com' },
    pr_number: 7,
  };

  test.each([
    [{ id: 123 }, { fromFork: true }],
    [{ id: null }, { fromFork: false }],
    [null, { fromFork: false }],
    [undefined, {}],
  ])(
    'says from which branch it was made, and whether of a fork: %j',
    (fork_repo, fork) => {
      expect(
        writtenRelationship(
          createPipelineHasApplicationRelationship(coupling, {
            ...reviewApp,
            fork_repo,
          }),
        ),
      ).toEqual({
        _key: `${KEY}|has|${APP_ID}`,
        _type: 'heroku_pipeline_has_application',
        _class: 'HAS',
        _fromEntityKey: KEY,
        _toEntityKey: APP_ID,
        displayName: 'HAS',
        stage: 'review',
        branch: 'feature/x',
        prNumber: 7,
        reviewAppStatus: 'created',
        createdBy: 'ada@example.com',
        createdById: OWNER_ID,
        ...fork,
      });
    },
  );
});

test("a pipeline uses the repository of its review apps, by GitHub's number", () => {
  const relationship = createPipelineUsesGithubRepoRelationship(pipeline, {
    repo: { id: 123 },
  });
  expect(relationship).toMatchObject({
    _type: 'heroku_pipeline_uses_github_repo',
    _mapping: {
      sourceEntityKey: KEY,
      targetFilterKeys: [['_type', 'databaseId']],
      targetEntity: { _type: 'github_repo', databaseId: 123 },
    },
  });
});

test.each([null, undefined, {}, { repo: null }])(
  'a pipeline whose review apps are %j uses no repository that is known',
  (reviewApps) => {
    expect(
      createPipelineUsesGithubRepoRelationship(pipeline, reviewApps),
    ).toBeUndefined();
  },
);
