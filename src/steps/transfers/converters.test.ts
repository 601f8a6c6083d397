import { written, writtenRelationship } from '../../../test/converted';
import {
  createApplicationHasTransferRelationship,
  createAppTransferEntity,
} from './converters';

const ID = '0193aaae-0000-4000-8000-000000000001';
const APP_ID = '0193aaae-0000-4000-8000-000000000002';
const FROM_ID = '0193aaae-0000-4000-8000-000000000003';
const TO_ID = '0193aaae-0000-4000-8000-000000000004';
const transfer = {
  id: ID,
  app: { id: APP_ID, name: 'shop' },
  created_at: '2020-01-02T03:04:05Z',
  updated_at: '2021-01-02T03:04:05Z',
  owner: { id: FROM_ID, email: 'ada@example.com' },
  recipient: { id: TO_ID, email: 'Bo@Example.net' },
  state: 'pending',
};

test('a transfer says who gives which app to whom', () => {
  expect(written(createAppTransferEntity(transfer))).toEqual({
    _key: `heroku_app_transfer:${ID}`,
    _type: 'heroku_app_transfer',
    _class: ['Record'],
    id: ID,
    name: 'Transfer of shop',
    displayName: 'Transfer of shop',
    createdOn: Date.UTC(2020, 0, 2, 3, 4, 5),
    updatedOn: Date.UTC(2021, 0, 2, 3, 4, 5),
    state: 'pending',
    open: true,
    from: 'ada@example.com',
    fromId: FROM_ID,
    to: 'Bo@Example.net',
    toDomain: 'example.net',
    toId: TO_ID,
    reporter: 'ada@example.com',
    reportedOn: Date.UTC(2020, 0, 2, 3, 4, 5),
    applicationId: APP_ID,
  });
});

test.each([
  ['pending', true],
  ['accepted', false],
  ['declined', false],
  [null, undefined],
])('a transfer in the state %s is open: %s', (state, expected) => {
  expect(createAppTransferEntity({ ...transfer, state }).open).toBe(expected);
});

test('a transfer of which nothing is known goes by its id', () => {
  expect(createAppTransferEntity({ id: ID }).name).toBe(`Transfer of ${ID}`);
});

test('an app has its transfer', () => {
  expect(
    writtenRelationship(createApplicationHasTransferRelationship(APP_ID, ID)),
  ).toMatchObject({
    _type: 'heroku_application_has_app_transfer',
    _fromEntityKey: APP_ID,
    _toEntityKey: `heroku_app_transfer:${ID}`,
  });
});
