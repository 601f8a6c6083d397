import { retryAfterMs } from './retryAfter';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const DATE = new Date(NOW).toUTCString();
const HOUR = 60 * 60 * 1000;

test.each([
  ['seconds', '7', 7_000],
  ['a fraction of seconds', '1.5', 1_500],
  ['no wait', '0', 0],
  ['white space around it', ' 7 ', 7_000],
  ['an HTTP date', 'Sun, 01 Mar 2026 12:00:30 GMT', 30_000],
  ['an ISO date', '2026-03-01T12:00:30Z', 30_000],
  ['an epoch in seconds', String(NOW / 1000 + 9), 9_000],
  ['an epoch in milliseconds', String(NOW + 9_500), 9_500],
])('%s is understood', (_, header, wait) => {
  expect(retryAfterMs(header, DATE)).toBe(wait);
});

test.each([
  ['an HTTP date', 'Sun, 01 Mar 2026 11:59:00 GMT'],
  ['an epoch', String(NOW / 1000 - 60)],
])('%s that has passed is no wait', (_, header) => {
  expect(retryAfterMs(header, DATE)).toBe(0);
});

test.each([
  ['seconds', '86400'],
  ['a date', 'Sun, 01 Mar 2037 12:00:00 GMT'],
  ['an epoch', String(NOW * 3)],
  ['a number without end', '9'.repeat(400)],
])('%s beyond an hour are cut to an hour', (_, header) => {
  expect(retryAfterMs(header, DATE)).toBe(HOUR);
});

test.each([
  ['nothing', null],
  ['no header', undefined],
  ['an empty header', '  '],
  ['words', 'in a while'],
  ['words that Date.parse takes for the year 2001', 'Soon 5'],
  ['a negative number', '-5'],
  ['a list', '5, 7'],
  ['a number of another form', '1e3'],
])('%s is not taken for a wait', (_, header) => {
  expect(retryAfterMs(header, DATE)).toBeUndefined();
});

const INSTANTS = [
  ['an HTTP date', 'Sun, 01 Mar 2026 12:00:30 GMT'],
  ['an epoch', String(NOW / 1000 + 30)],
] as const;

describe.each(INSTANTS)('%s', (_, header) => {
  test.each([-86_400_000, 0, 86_400_000])(
    'is understood by the date of its answer where this computer is wrong by %i ms',
    (wrongBy) => {
      jest.useFakeTimers({ now: NOW + wrongBy });

      expect(retryAfterMs(header, DATE)).toBe(30_000);
      jest.useRealTimers();
    },
  );

  test.each([null, 'yesterday'])(
    'is understood by this computer where the answer has the date %j',
    (date) => {
      jest.useFakeTimers({ now: NOW + 10_000 });

      expect(retryAfterMs(header, date)).toBe(20_000);
      jest.useRealTimers();
    },
  );
});
