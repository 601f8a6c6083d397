import type { JsonObject } from './organisation';
import { parseRange, SortedList } from './paging';

function sortedBy(
  field: string,
  objects: JsonObject[],
  descending = false,
): SortedList {
  const show = (object: JsonObject) => object;
  return new SortedList(objects, { field, descending, name: '', show });
}

function listOfSize(size: number): SortedList {
  const objects = Array.from({ length: size }, (_, index) => ({
    id: String(size - index).padStart(6, '0'),
  }));
  return sortedBy('id', objects);
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
    const all = {
      field: 'id',
      from: '',
      exclusive: false,
      to: '',
      max: 200,
      descending: false,
    };
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

  test('an order and a size come in any order, with commas between them', () => {
    for (const header of [
      'version ..; max=10, order=desc',
      'version ..; order=desc,max=10;',
    ]) {
      expect(parseRange(header)).toMatchObject({
        field: 'version',
        max: 10,
        descending: true,
      });
    }
    expect(parseRange('id ..; order=asc')?.descending).toBe(false);
  });

  test.each([
    'items=0-9',
    'id',
    'id ..; max=10; order=desc',
    'id ..; order=up',
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

  test('gives the last first, and numbers in the order of numbers', () => {
    const versions = [2, 10, 1, 9].map((version) => ({ version }));
    const list = sortedBy('version', versions, true);
    const order = { sizes: [2, 2], versions: [10, 9, 2, 1] };
    const read = { sizes: [] as number[], versions: [] as number[] };
    let next: string | undefined = 'version ..; max=2, order=desc';
    while (next !== undefined) {
      const page = list.page(parseRange(next)!);
      const objects = JSON.parse(
        list.serialise(page.start, page.end),
      ) as typeof versions;
      read.sizes.push(objects.length);
      read.versions.push(...objects.map(({ version }) => version));
      next = page.nextRange;
    }
    expect(read).toEqual(order);
  });

  test('pages through objects without an id in the order that they have', () => {
    const objects = Array.from({ length: 25 }, (_, ordinal) => ({ ordinal }));
    const list = sortedBy('id', objects);
    const first = list.page(parseRange('id ..; max=20')!);
    const second = list.page(parseRange(first.nextRange)!);
    expect(JSON.parse(list.serialise(second.start, second.end))).toEqual(
      objects.slice(20),
    );
  });
});
