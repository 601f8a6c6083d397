import { parseRange, SortedList } from './paging';

function listOfSize(size: number): SortedList {
  const objects = Array.from({ length: size }, (_, index) => ({
    id: String(size - index).padStart(6, '0'),
  }));
  return new SortedList(objects, 'id', (object) => object);
}

/** Reads a list to its end as a client does: page sizes and ids. */
function readAll(list: SortedList, firstRange: string | undefined) {
  const sizes: number[] = [];
  const ids: string[] = [];
  let next: string | undefined = firstRange;
  do {
    const range = parseRange(next);
    if (!range) throw new Error(`malformed: ${next}`);
    const page = list.page(range);
    const objects = JSON.parse(list.serialise(page.start, page.end)) as {
      id: string;
    }[];
    sizes.push(objects.length);
    ids.push(...objects.map(({ id }) => id));
    next = page.nextRange;
  } while (next !== undefined);
  return { sizes, ids };
}

describe('parseRange', () => {
  test('a request without a range gets 200 from the beginning', () => {
    const all = { field: 'id', from: '', exclusive: false, to: '', max: 200 };
    expect(parseRange(undefined)).toEqual(all);
    expect(parseRange('id ..')).toEqual(all);
  });

  test('more than 1,000 is cut down to 1,000', () => {
    expect(parseRange('id ..; max=1000')?.max).toBe(1000);
    expect(parseRange('id ..; max=5000')?.max).toBe(1000);
  });

  test('a bracket excludes the value that it stands before', () => {
    expect(parseRange('id ]a1..; max=5')).toMatchObject({
      from: 'a1',
      exclusive: true,
      max: 5,
    });
    expect(parseRange('id a1..b2;max=5')).toMatchObject({
      from: 'a1',
      exclusive: false,
      to: 'b2',
    });
  });

  test.each([
    'items=0-9',
    'id',
    'size ..',
    'id ..; max=0',
    'id ..; max=-1',
    'id ..; max=x',
    'id ]..',
  ])('refuses %s', (header) => {
    expect(parseRange(header)).toBeUndefined();
  });
});

describe('SortedList', () => {
  test.each([
    [0, [0]],
    [200, [200]],
    [1000, [1000]],
    [1001, [1000, 1]],
    [2000, [1000, 1000]],
    [2500, [1000, 1000, 500]],
  ])('gives %i objects in pages of at most 1,000: %j', (size, pages) => {
    const { sizes, ids } = readAll(listOfSize(size), 'id ..; max=1000');
    expect(sizes).toEqual(pages);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(ids).toHaveLength(size);
  });

  test('gives 200 and then one for a list of 201 without a range', () => {
    expect(readAll(listOfSize(201), undefined).sizes).toEqual([200, 1]);
  });

  test('ends at the upper end of the range', () => {
    const { ids, sizes } = readAll(listOfSize(10), 'id 000003..000007; max=2');
    expect(ids).toEqual(['000003', '000004', '000005', '000006', '000007']);
    expect(sizes).toEqual([2, 2, 1]);
  });

  test('pages through objects without an id in the order that they have', () => {
    const objects = Array.from({ length: 25 }, (_, ordinal) => ({ ordinal }));
    const list = new SortedList(objects, 'id', (object) => object);
    const first = list.page(parseRange('id ..; max=20')!);
    const second = list.page(parseRange(first.nextRange)!);
    expect(JSON.parse(list.serialise(second.start, second.end))).toEqual(
      objects.slice(20),
    );
  });
});
