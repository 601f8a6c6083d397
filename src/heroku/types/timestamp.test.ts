import { REFUSED } from './form';
import { freeTimestamp, timestamp } from './timestamp';

test.each([
  '2024-01-31T23:59:59Z',
  '2024-01-31T23:59:59.123456Z',
  '2024-04-30T00:00:00Z',
  '2024-02-29T00:00:00Z',
  '2000-02-29T00:00:00Z',
  '2024-01-31T23:59:59+02:00',
  '2024-01-31T23:59:59+0200',
  '2024-01-31',
])('%s stays as it came', (value) => {
  expect(timestamp.decode(value, [])).toBe(value);
  expect(Date.parse(value)).not.toBeNaN();
});

test.each([
  ['2030-01-31 23:59:59 UTC', '2030-01-31T23:59:59Z'],
  ['2030-01-31 23:59:59', '2030-01-31T23:59:59Z'],
  ['2030-01-31T23:59:59', '2030-01-31T23:59:59Z'],
  ['2030-01-31T23:59', '2030-01-31T23:59Z'],
  ['2030-01-31 23:59:59.5 +02:00', '2030-01-31T23:59:59.5+02:00'],
])('%s is %s: a time without a zone is UTC', (value, expected) => {
  expect(timestamp.decode(value, [])).toBe(expected);
});

test.each([
  '2024-02-30T00:00:00Z',
  '2023-02-29T00:00:00Z',
  '1900-02-29T00:00:00Z',
  '2024-04-31 00:00:00 UTC',
  '2024-06-31',
  '2024-00-10T00:00:00Z',
  '2024-13-01T00:00:00Z',
  '2024-01-00T00:00:00Z',
  '2024-01-32T00:00:00Z',
  '2024-01-31T25:00:00Z',
  '2024-01-31T23:60:00Z',
  '2024-01-31T23:59:59+99:00',
  'yesterday',
  'May 4',
  '3',
  ' ',
  1_706_745_599,
  null,
])('%j is refused', (value) => {
  expect(timestamp.decode(value, [])).toBe(REFUSED);
});

test('an empty string tells nothing', () => {
  expect(timestamp.decode('', [])).toBeUndefined();
  expect(freeTimestamp.decode('', [])).toBeUndefined();
});

test('of a time without a promised form, what is none tells nothing', () => {
  expect(freeTimestamp.decode('2024-01-31 23:59:59', [])).toBe(
    '2024-01-31T23:59:59Z',
  );
  expect(freeTimestamp.decode('3 days ago', [])).toBeUndefined();
  expect(freeTimestamp.decode('2024-02-30', [])).toBeUndefined();
  expect(freeTimestamp.decode(3, [])).toBe(REFUSED);
});
