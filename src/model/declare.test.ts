import { createEntity } from './declare';
import { TEAM } from './teams';

const ID = '00000000-0000-4000-8000-000000000001';

test('a thing whose name is blank goes by its id: without a name it would be refused', () => {
  const entity = createEntity(TEAM, ID, {}, { id: ID, name: '' });

  expect(entity).toMatchObject({ name: ID, displayName: ID });
});
