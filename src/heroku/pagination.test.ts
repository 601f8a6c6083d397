import { FIRST_RANGE, nextRange } from './pagination';

const seen = new Set([FIRST_RANGE]);
const objects = [{ id: 'first-object' }, { id: 'last-object' }];
const behindLast = 'id ]last-object..; max=1000';

test('the first page is the largest that Heroku gives, by id', () => {
  expect(FIRST_RANGE).toBe('id ..; max=1000');
});

test.each([200, 206])('a %i with Next-Range goes on there', (status) => {
  const answer = { status, nextRange: 'id ]x..; max=1000', objects };

  expect(nextRange(answer, seen)).toBe('id ]x..; max=1000');
});

test('a 200 without Next-Range is the end', () => {
  expect(nextRange({ status: 200, nextRange: undefined, objects }, seen)).toBe(
    undefined,
  );
});

test('a 206 without Next-Range goes on behind the last object', () => {
  expect(nextRange({ status: 206, nextRange: undefined, objects }, seen)).toBe(
    behindLast,
  );
});

test('a 206 without Next-Range and without objects is the end', () => {
  const answer = { status: 206, nextRange: undefined, objects: [] };

  expect(nextRange(answer, seen)).toBeUndefined();
});

test.each([200, 206])(
  'a Next-Range that was read before, with %i, goes on behind the last object',
  (status) => {
    expect(nextRange({ status, nextRange: FIRST_RANGE, objects }, seen)).toBe(
      behindLast,
    );
  },
);

test.each([
  ['there is no object', []],
  ['the last object has no id', [{ id: 'first-object' }, { name: 'x' }]],
  ['the last object is none', [null]],
  ['the last id is no id', [{ id: 'a..; max=1' }]],
  ['the last id is a number', [{ id: 7 }]],
])('a repeated Next-Range is an error where %s', (_, last) => {
  const answer = { status: 206, nextRange: FIRST_RANGE, objects: last };

  expect(() => nextRange(answer, seen)).toThrow(RangeError);
});

test('a list that would go on where it has been is an error', () => {
  const answer = { status: 206, nextRange: undefined, objects };

  expect(() => nextRange(answer, new Set([behindLast]))).toThrow(RangeError);
});
