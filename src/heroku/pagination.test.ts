import type { PageAnswer } from './pagination';
import { Pagination } from './pagination';

const FIRST = 'id ..; max=1000';

/** The way on after the first page, or after a page that was asked for with `range`. */
function page(change: Partial<PageAnswer> = {}): PageAnswer {
  const objects = [{ id: 'object-1' }, { id: 'object-2' }];
  return {
    status: 206,
    nextRange: undefined,
    range: FIRST,
    objects,
    ...change,
  };
}

function largest(ranges: string[] | undefined): string | undefined {
  return ranges?.[0];
}

test('the first page is asked for by id, as large as Heroku gives and then smaller', () => {
  expect(new Pagination().first()).toEqual([
    'id ..; max=1000',
    'id ..; max=250',
    'id ..; max=50',
  ]);
});

test.each([200, 206])('a %i with Next-Range goes on there', (status) => {
  const nextRange = 'id ]x..; max=1000';

  expect(new Pagination().next(page({ status, nextRange }))).toEqual([
    'id ]x..; max=1000',
    'id ]x..; max=250',
    'id ]x..; max=50',
  ]);
});

test('a size that was too large is not asked for again', () => {
  const pagination = new Pagination();
  const nextRange = 'id ]x..; max=250';

  expect(pagination.next(page({ range: 'id ..; max=250', nextRange }))).toEqual(
    ['id ]x..; max=250', 'id ]x..; max=50'],
  );
});

test('a page is never asked for larger than Heroku offers it', () => {
  const nextRange = 'name ]x..; max=200';

  expect(new Pagination().next(page({ nextRange }))).toEqual([
    'name ]x..; max=200',
    'name ]x..; max=200',
    'name ]x..; max=50',
  ]);
});

test('a 200 without Next-Range is the end', () => {
  expect(new Pagination().next(page({ status: 200 }))).toBeUndefined();
});

test('a 206 without Next-Range goes on behind the greatest id', () => {
  expect(largest(new Pagination().next(page()))).toBe(
    'id ]object-2..; max=1000',
  );
});

test('a 206 without Next-Range and without objects is the end', () => {
  expect(new Pagination().next(page({ objects: [] }))).toBeUndefined();
});

test.each([200, 206])(
  'a Next-Range that repeats the request, with %i, goes on behind the greatest id',
  (status) => {
    expect(
      largest(new Pagination().next(page({ status, nextRange: FIRST }))),
    ).toBe('id ]object-2..; max=1000');
  },
);

test.each<[string, unknown[]]>([
  ['is not in the order of its ids', [{ id: 'object-2' }, { id: 'object-1' }]],
  ['has an object without id', [{ id: 'object-1' }, { name: 'x' }]],
  ['has an object that is none', [null]],
  ['ends with an id that no range can hold', [{ id: 'a..; max=1' }]],
  ['has ids that are numbers', [{ id: 7 }]],
])('a 206 without Next-Range is an error where the page %s', (_, objects) => {
  expect(() => new Pagination().next(page({ objects }))).toThrow(RangeError);
});

test('a list that was asked for without a range cannot go on behind its ids', () => {
  expect(() => new Pagination().next(page({ range: undefined }))).toThrow(
    RangeError,
  );
});

/** Follows what `answer` says, page after page; a list that never ends is cut off. */
function follow(answer: (index: number) => Partial<PageAnswer>): number {
  const pagination = new Pagination();
  let range: string | undefined = FIRST;
  for (let index = 0; index < 1_000; index++) {
    const ranges = pagination.next(page({ range, ...answer(index) }));
    if (ranges === undefined) {
      return index + 1;
    }
    range = ranges[0];
  }
  throw new Error('asks for ever');
}

test.each<[string, (index: number) => Partial<PageAnswer>]>([
  ['the same page under ever new ranges', () => ({})],
  ['an empty page each time', () => ({ objects: [] })],
  [
    'pages that go round in a circle',
    (index) => ({ objects: [{ id: `object-${index % 3}` }] }),
  ],
  [
    'the same objects in ever new order',
    (index) => ({
      objects:
        index % 2 ? [{ id: 'b' }, { id: 'a' }] : [{ id: 'a' }, { id: 'b' }],
    }),
  ],
  [
    'the same objects without ids',
    (index) => ({ objects: [{ name: `object-${index % 3}` }] }),
  ],
])('%s is no way on', (_, answer) => {
  expect(() =>
    follow((index) => ({
      nextRange: `id ]${index}..; max=1000`,
      ...answer(index),
    })),
  ).toThrow(RangeError);
});

test('a page may repeat the last object of the page before it', () => {
  const pages = follow((index) => ({
    status: index === 9 ? 200 : 206,
    nextRange: index === 9 ? undefined : `id ]${index}..; max=1000`,
    objects: [{ id: `object-${index}` }, { id: `object-${index + 1}` }],
  }));

  expect(pages).toBe(10);
});

test('a list in no order of ids goes on for as long as something new comes', () => {
  const pages = follow((index) => ({
    status: index === 9 ? 200 : 206,
    nextRange: index === 9 ? undefined : `name ]${index}..; max=200`,
    objects: [{ id: `z-${9 - index}` }, { id: `a-${index}` }],
  }));

  expect(pages).toBe(10);
});
