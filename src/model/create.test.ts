import { ADDON } from './addons';
import { createEntity, createRelationship } from './create';
import { SPACE_HAS_APPLICATION } from './spaceRelationships';
import { SPACE } from './spaces';
import { TEAM } from './teams';

const ID = '00000000-0000-4000-8000-000000000001';
const OTHER_ID = '00000000-0000-4000-8000-000000000002';
const source = {
  id: ID,
  name: 'a & b',
  created_at: '2020-01-02T03:04:05Z',
  updated_at: '2021-01-02T03:04:05Z',
};
/** What the data model requires of a Private Space. */
const space = { CIDR: null, public: false, internal: true };

test('the key and the common fields of an entity follow from its declaration and its source', () => {
  expect(createEntity(TEAM, source, {})).toMatchObject({
    _key: ID,
    _type: 'heroku_team',
    _class: ['Team', 'UserGroup'],
    id: ID,
    name: 'a & b',
    displayName: 'a & b',
    createdOn: Date.UTC(2020, 0, 2, 3, 4, 5),
    updatedOn: Date.UTC(2021, 0, 2, 3, 4, 5),
    webLink: 'https://dashboard.heroku.com/teams/a%20%26%20b',
  });
  expect(createEntity(SPACE, source, space)._key).toBe(`heroku_space:${ID}`);
});

test('a type has no common field that its declaration does not name', () => {
  expect(createEntity(SPACE, source, space)).not.toHaveProperty('webLink');
});

test('a common field that is given is taken as it stands', () => {
  expect(createEntity(TEAM, source, { name: 'other' })).toMatchObject({
    name: 'other',
    webLink: 'https://dashboard.heroku.com/teams/a%20%26%20b',
  });
});

test.each([null, '', undefined])(
  'a thing whose name is %j goes by its id: without a name it would be refused',
  (name) => {
    expect(createEntity(TEAM, { id: ID, name }, {})).toMatchObject({
      name: ID,
      displayName: ID,
    });
  },
);

test('a thing without an id is refused, unless its key is made from another', () => {
  expect(() => createEntity(ADDON, { name: 'x' }, {})).toThrow(
    'A heroku_addon without an id',
  );
  expect(createEntity(TEAM, { name: 'x' }, {}, OTHER_ID)._key).toBe(OTHER_ID);
});

test('a relationship ends at things of the declared types, whose keys follow from their ids', () => {
  expect(createRelationship(SPACE_HAS_APPLICATION, ID, OTHER_ID)).toMatchObject(
    {
      _type: 'heroku_space_has_application',
      _fromEntityKey: `heroku_space:${ID}`,
      _toEntityKey: OTHER_ID,
      _key: `heroku_space:${ID}|has|${OTHER_ID}`,
    },
  );
});
