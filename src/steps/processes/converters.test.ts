import { written } from '../../../test/converted';
import { decode } from '../../heroku/decode';
import { processResource } from '../../heroku/types';
import { createProcessEntity } from './converters';

const ID = '0193bcde-0000-4000-8000-000000000001';
const APP = { id: '0193bcde-0000-4000-8000-000000000002', name: 'shop' };

test('a process shows its dynos, and never its command', () => {
  const { object } = decode(processResource, {
    id: ID,
    type: 'web',
    size: 'Standard-1X',
    quantity: 2,
    command: 'bin/start --key planted-secret',
    created_at: '2020-01-02T03:04:05Z',
    updated_at: '2021-01-02T03:04:05Z',
  });
  const entity = createProcessEntity(object!, APP);

  expect(JSON.stringify(entity)).not.toContain('planted-secret');
  expect(written(entity)).toEqual({
    _key: `heroku_process:${ID}`,
    _type: 'heroku_process',
    _class: ['Process'],
    id: ID,
    name: 'web',
    displayName: 'shop web',
    createdOn: Date.UTC(2020, 0, 2, 3, 4, 5),
    updatedOn: Date.UTC(2021, 0, 2, 3, 4, 5),
    processType: 'web',
    size: 'Standard-1X',
    quantity: 2,
    running: true,
    applicationId: APP.id,
  });
});

test.each([
  [2, true],
  [0, false],
  [null, undefined],
  [undefined, undefined],
])('with %s dynos a process is running: %s', (quantity, expected) => {
  expect(createProcessEntity({ id: ID, quantity }, APP).running).toBe(expected);
});
