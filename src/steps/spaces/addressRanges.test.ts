import fc from 'fast-check';
import { coverEveryAddress } from './addressRanges';

test.each([
  [['0.0.0.0/0']],
  [['::/0']],
  // Only the bits that count are compared.
  [['203.0.113.7/0']],
  [['0.0.0.0/1', '128.0.0.0/1']],
  [['128.0.0.0/1', '64.0.0.0/2', '0.0.0.0/2']],
  [['::/1', '8000::/1']],
  [['::ffff:0.0.0.0/0']],
  [['203.0.113.0/24', '0.0.0.0/0', '10.0.0.0/8']],
])('%j let everything in', (sources) => {
  expect(coverEveryAddress(sources)).toBe(true);
});

test.each([
  [[]],
  [['203.0.113.0/24']],
  [['0.0.0.0/1']],
  [['0.0.0.0/1', '128.0.0.0/2', '192.0.0.1/32']],
  // Half of each of the two versions.
  [['0.0.0.0/1', '8000::/1']],
  [['0.0.0.0']],
  [
    [
      '0.0.0.0/33',
      '::/129',
      '0.0.0.0/-1',
      '0.0.0.0/',
      '0.0.0.0/0/0',
      'all',
      '',
    ],
  ],
])('%j do not', (sources) => {
  expect(coverEveryAddress(sources)).toBe(false);
});

test('the parts of everything let everything in, in any order; without one of them they do not', () => {
  const parts = fc.integer({ min: 1, max: 6 }).chain((length) => {
    const all = Array.from(
      { length: 2 ** length },
      (_, index) => `${(index * 2 ** (8 - length)).toString()}.0.0.0/${length}`,
    );
    return fc.shuffledSubarray(all, { minLength: all.length });
  });
  fc.assert(
    fc.property(parts, ([first = '', ...rest]) => {
      expect(coverEveryAddress([first, ...rest])).toBe(true);
      expect(coverEveryAddress(rest)).toBe(false);
    }),
  );
});
