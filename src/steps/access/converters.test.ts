import { writtenRelationship } from '../../../test/converted';
import {
  createApplicationAllowsCollaboratorRelationship,
  createApplicationAllowsUserRelationship,
  createSpaceAllowsUserRelationship,
  permittedUsers,
} from './converters';

const APP_ID = '0193abab-0000-4000-8000-000000000001';
const SPACE_ID = '0193abab-0000-4000-8000-000000000002';
const USER_ID = '0193abab-0000-4000-8000-000000000003';
const user = { id: USER_ID, email: 'guest@example.net' };

const entry = (permissions: string[] | null | undefined, id = USER_ID) => ({
  id: APP_ID,
  type: 'app',
  users: [{ id, permissions }],
});

test('each permission on an app is told apart, and one that is not given is false', () => {
  expect(
    writtenRelationship(
      createApplicationAllowsUserRelationship(APP_ID, {
        ...user,
        permissions: ['view', 'operate'],
      }),
    ),
  ).toEqual({
    _key: `${APP_ID}|allows|${USER_ID}`,
    _type: 'heroku_application_allows_account_member',
    _class: 'ALLOWS',
    _fromEntityKey: APP_ID,
    _toEntityKey: USER_ID,
    displayName: 'ALLOWS',
    permissions: 'operate,view',
    viewPermission: true,
    deployPermission: false,
    operatePermission: true,
    managePermission: false,
  });
});

test.each([
  ['view', 'viewPermission'],
  ['deploy', 'deployPermission'],
  ['operate', 'operatePermission'],
  ['manage', 'managePermission'],
])('the permission to %s is the property %s and no other', (name, property) => {
  const relationship = createApplicationAllowsUserRelationship(APP_ID, {
    ...user,
    permissions: [name],
  });

  expect(
    Object.entries(relationship)
      .filter(([, value]) => value === true)
      .map(([key]) => key),
  ).toEqual([property]);
});

test('a space allows a user by its own key, and says whether the user may create apps in it', () => {
  expect(
    writtenRelationship(
      createSpaceAllowsUserRelationship(SPACE_ID, {
        ...user,
        permissions: ['manage', 'create_apps'],
      }),
    ),
  ).toEqual({
    _key: `heroku_space:${SPACE_ID}|allows|${USER_ID}`,
    _type: 'heroku_space_allows_account_member',
    _class: 'ALLOWS',
    _fromEntityKey: `heroku_space:${SPACE_ID}`,
    _toEntityKey: USER_ID,
    displayName: 'ALLOWS',
    permissions: 'create_apps,manage',
    createAppsPermission: true,
    viewPermission: false,
    deployPermission: false,
    operatePermission: false,
    managePermission: true,
  });
});

test.each([null, undefined])(
  'permissions that Heroku does not say, %s, are unknown and not refused',
  (permissions) => {
    const [permitted] = permittedUsers(entry(permissions));
    const relationship = writtenRelationship(
      createApplicationAllowsUserRelationship(APP_ID, permitted!),
    );

    expect(relationship).not.toHaveProperty('permissions');
    expect(relationship).not.toHaveProperty('viewPermission');
    expect(relationship).not.toHaveProperty('managePermission');
  },
);

test('whoever may do nothing at all is not among the users of an app', () => {
  expect(permittedUsers(entry([]))).toEqual([]);
  expect(permittedUsers({ ...entry([]), users: null })).toEqual([]);
  expect(permittedUsers(entry(['view']))).toHaveLength(1);
});

describe('a collaborator on a personal app', () => {
  const collaborator = (values: object) =>
    writtenRelationship(
      createApplicationAllowsCollaboratorRelationship(APP_ID, {
        user,
        role: 'collaborator',
        ...values,
      }),
    );

  test('has its role, and its permissions where Heroku names any', () => {
    expect(
      collaborator({ permissions: [{ name: 'view' }, { name: 'deploy' }] }),
    ).toEqual({
      _key: `${APP_ID}|allows|${USER_ID}`,
      _type: 'heroku_application_allows_account_member',
      _class: 'ALLOWS',
      _fromEntityKey: APP_ID,
      _toEntityKey: USER_ID,
      displayName: 'ALLOWS',
      permissions: 'deploy,view',
      viewPermission: true,
      deployPermission: true,
      operatePermission: false,
      managePermission: false,
      role: 'collaborator',
    });
  });

  test.each([[[]], [null], [undefined]])(
    'of whom Heroku names no permission, %j, has a role and unknown permissions',
    (permissions) => {
      const relationship = collaborator({ permissions });

      expect(relationship.role).toBe('collaborator');
      expect(relationship).not.toHaveProperty('permissions');
      expect(relationship).not.toHaveProperty('viewPermission');
    },
  );
});

test("Heroku's name for a team is nobody who may use an app", () => {
  const users = [
    { id: USER_ID, email: 'team@herokumanager.com', permissions: ['view'] },
  ];
  expect(permittedUsers({ users })).toEqual([]);
});
