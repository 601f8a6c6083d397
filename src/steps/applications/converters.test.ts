import { written, writtenRelationship } from '../../../test/converted';
import type { App } from '../../heroku';
import { decode } from '../../heroku/decode';
import { appResource } from '../../heroku/types';
import { APPLICATION } from '../../model';
import {
  createApplicationEntity,
  createTeamOwnsApplicationRelationship,
  createUserOwnsApplicationRelationship,
  personalOwner,
} from './converters';

const ID = '0193dddd-0000-4000-8000-000000000001';
const TEAM_ID = '0193dddd-0000-4000-8000-000000000002';
const USER_ID = '0193dddd-0000-4000-8000-000000000003';
const SPACE_ID = '0193dddd-0000-4000-8000-000000000004';
const OTHER_ID = '0193dddd-0000-4000-8000-000000000005';
const app: App = {
  id: ID,
  name: 'shop',
  created_at: '2020-01-02T03:04:05Z',
  updated_at: '2021-01-02T03:04:05Z',
  archived_at: '2022-01-02T03:04:05Z',
  released_at: '2021-06-02T03:04:05Z',
  acm: true,
  generation: 'cedar',
  build_stack: { id: OTHER_ID, name: 'heroku-24' },
  stack: { id: OTHER_ID, name: 'heroku-22' },
  region: { id: OTHER_ID, name: 'eu' },
  internal_routing: false,
  joined: true,
  locked: false,
  maintenance: true,
  owner: { id: TEAM_ID, email: 'shop-team@herokumanager.com' },
  repo_size: 1,
  slug_size: 2,
  space: { id: SPACE_ID, name: 'private', shield: true },
  team: { id: TEAM_ID, name: 'shop-team' },
  web_url: 'https://shop-0193.herokuapp.com/',
};
const personal: App = {
  ...app,
  team: null,
  owner: { id: USER_ID, email: 'Ada@example.com' },
};
const NOW = Date.UTC(2026, 4, 1);
const ofTeam = { now: NOW, teamId: TEAM_ID };
const ofNoTeam = { now: NOW };

test('an app of a team has all that Heroku says of it', () => {
  expect(written(createApplicationEntity(app, ofTeam))).toEqual({
    _key: ID,
    _type: 'heroku_application',
    _class: ['Application'],
    id: ID,
    name: 'shop',
    displayName: 'shop',
    createdOn: Date.UTC(2020, 0, 2, 3, 4, 5),
    updatedOn: Date.UTC(2021, 0, 2, 3, 4, 5),
    archivedOn: Date.UTC(2022, 0, 2, 3, 4, 5),
    releasedOn: Date.UTC(2021, 5, 2, 3, 4, 5),
    webLink: 'https://dashboard.heroku.com/apps/shop',
    teamId: TEAM_ID,
    COTS: false,
    active: false,
    public: true,
    region: 'eu',
    stack: 'heroku-22',
    stackEndOfLifeOn: Date.UTC(2027, 3, 30),
    stackSupported: true,
    buildStack: 'heroku-24',
    generation: 'cedar',
    spaceId: SPACE_ID,
    shield: true,
    maintenance: true,
    acmEnabled: true,
    internalRouting: false,
    locked: false,
    webUrl: 'https://shop-0193.herokuapp.com/',
    slugSize: 2,
    repoSize: 1,
  });
});

test('every declared property is set where Heroku says it', () => {
  const context = {
    ...ofTeam,
    place: { country: 'Germany', awsRegion: 'eu-central-1' },
    usage: {
      usageMonth: '2026-04',
      usageDynos: 1,
      usageData: 2,
      usageAddons: 3,
      usagePartner: 4,
    },
  };
  const set = ['production', 'staging', 'development', 'review'].flatMap(
    (stage) =>
      Object.keys(
        written(
          createApplicationEntity(app, { ...context, coupling: { stage } }),
        ),
      ),
  );
  expect([...set, 'owner']).toEqual(
    expect.arrayContaining(Object.keys(APPLICATION.properties)),
  );
});

test('what Heroku leaves out or says as null is absent', () => {
  const known = {
    _key: ID,
    _type: 'heroku_application',
    _class: ['Application'],
    id: ID,
    name: ID,
    displayName: ID,
    COTS: false,
  };
  expect(written(createApplicationEntity({ id: ID }, ofNoTeam))).toEqual(known);
  const allNull = Object.fromEntries(
    Object.keys(app).map((field) => [field, field === 'id' ? ID : null]),
  ) as App;
  expect(written(createApplicationEntity(allNull, ofNoTeam))).toEqual({
    ...known,
    // Here `null` is an answer: it is in no Private Space, and not archived.
    active: true,
    public: true,
  });
});

test("a team's pseudo-owner is nobody: neither a property nor a person", () => {
  expect(createApplicationEntity(app, ofTeam).owner).toBeUndefined();
  expect(personalOwner(app)).toBeUndefined();
  // Told apart by the address alone, where the app names no team.
  const teamless: App = { ...app, team: null };
  expect(personalOwner(teamless)).toBeUndefined();
  expect(createApplicationEntity(teamless, ofNoTeam).owner).toBeUndefined();
});

test('a personal app has the address of its owner, and no team', () => {
  expect(createApplicationEntity(personal, ofNoTeam)).toMatchObject({
    owner: 'Ada@example.com',
    teamId: undefined,
  });
  expect(personalOwner(personal)).toEqual({
    id: USER_ID,
    email: 'Ada@example.com',
  });
  expect(personalOwner({ ...personal, owner: { id: USER_ID } })).toEqual({
    id: USER_ID,
    email: undefined,
  });
});

test("an app from a team's list is that team's, whatever it says itself", () => {
  expect(createApplicationEntity(personal, ofTeam)).toMatchObject({
    teamId: TEAM_ID,
    owner: undefined,
  });
});

test("a team's app in the user's own list is that team's, and nobody's", () => {
  expect(createApplicationEntity(app, ofNoTeam)).toMatchObject({
    teamId: TEAM_ID,
    owner: undefined,
  });
});

test.each([
  ['javascript:alert(1)', undefined],
  [
    'https://user:password@shop.example.com/path?key=secret',
    'https://shop.example.com/path',
  ],
  ['https://shop example', undefined],
  ['shop.example.com', undefined],
  ['', undefined],
  ['https://shop.example.com/', 'https://shop.example.com/'],
])(
  'an app that says it answers at %j has the address %s',
  (web_url, expected) => {
    const { object } = decode(appResource, { id: ID, web_url });

    expect(createApplicationEntity(object!, ofNoTeam).webUrl).toBe(expected);
  },
);

test.each<[string, Partial<App>, boolean | undefined]>([
  ['is in no Private Space', { space: null, internal_routing: null }, true],
  [
    'may be in a Private Space',
    { space: undefined, internal_routing: null },
    undefined,
  ],
  ['is in a Private Space', { internal_routing: false }, true],
  [
    'can be reached from its Private Space only',
    { internal_routing: true },
    false,
  ],
  [
    'is in a Private Space, and nothing more is known',
    { internal_routing: null },
    undefined,
  ],
])('an app that %s is public as known', (_, values, expected) => {
  const { public: isPublic } = createApplicationEntity(
    { ...app, ...values },
    ofTeam,
  );
  expect(isPublic).toBe(expected);
});

test.each([
  [
    { stage: 'production' },
    { production: true, 'tag.Production': true, productionURL: app.web_url },
  ],
  [
    { stage: 'staging' },
    { production: false, 'tag.Production': false, stagingURL: app.web_url },
  ],
  [
    { stage: 'development' },
    { production: false, 'tag.Production': false, devURL: app.web_url },
  ],
  [
    { stage: 'review' },
    {
      production: false,
      'tag.Production': false,
      temporary: true,
      alternateURLs: [app.web_url],
    },
  ],
  [{ stage: null }, { alternateURLs: [app.web_url] }],
  [null, { alternateURLs: [app.web_url] }],
  // Unknown.
  [undefined, {}],
  [{ stage: undefined }, {}],
])('an app in the pipeline as %j says so', (coupling, expected) => {
  const entity = written(createApplicationEntity(app, { ...ofTeam, coupling }));
  const names = [
    'production',
    'tag.Production',
    'temporary',
    'productionURL',
    'stagingURL',
    'devURL',
    'alternateURLs',
  ];

  expect(entity.stage).toBe(coupling?.stage ?? undefined);
  expect(
    Object.fromEntries(
      Object.entries(entity).filter(([name]) => names.includes(name)),
    ),
  ).toEqual(expected);
});

test('the support that is told of is that of the stack it runs on, when the run began', () => {
  const supportedAt = (now: number) =>
    createApplicationEntity(app, { now }).stackSupported;

  expect(supportedAt(Date.UTC(2027, 3, 29))).toBe(true);
  expect(supportedAt(Date.UTC(2027, 3, 30))).toBe(false);
});

test('an app has of its Private Space what it does not say itself', () => {
  const inSpace = (values: Partial<App>) => {
    const { generation, shield } = createApplicationEntity(
      { id: ID, space: { id: SPACE_ID }, ...values },
      {
        now: NOW,
        space: { id: SPACE_ID, generation: 'fir', shield: true },
      },
    );
    return [generation, shield];
  };

  expect(inSpace({})).toEqual(['fir', true]);
  expect(
    inSpace({ generation: 'cedar', space: { id: SPACE_ID, shield: false } }),
  ).toEqual(['cedar', false]);
});

test('a team owns its app, under the key that customers have', () => {
  expect(
    writtenRelationship(createTeamOwnsApplicationRelationship(TEAM_ID, app)),
  ).toEqual({
    _key: `${TEAM_ID}|owns|${ID}`,
    _type: 'heroku_team_owns_application',
    _class: 'OWNS',
    _fromEntityKey: TEAM_ID,
    _toEntityKey: ID,
    displayName: 'OWNS',
    locked: false,
  });
});

test('a person owns a personal app', () => {
  expect(
    writtenRelationship(createUserOwnsApplicationRelationship(USER_ID, ID)),
  ).toEqual({
    _key: `${USER_ID}|owns|${ID}`,
    _type: 'heroku_account_member_owns_application',
    _class: 'OWNS',
    _fromEntityKey: USER_ID,
    _toEntityKey: ID,
    displayName: 'OWNS',
  });
});
