import { tokenExpiry } from './tokenExpiry';

const ID = '0193dddd-0000-4000-8000-000000000001';
const ISSUED = Date.parse('2024-05-06T07:38:59Z');
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** An authorization as Heroku answers it at a moment. */
function answeredAt(moment: number, lifetimeHours: number) {
  return {
    id: ID,
    created_at: '2023-01-01T00:00:00Z',
    updated_at: new Date(ISSUED).toISOString(),
    access_token: {
      expires_in: Math.floor(
        (ISSUED + lifetimeHours * HOUR_MS - moment) / 1000,
      ),
    },
  };
}

test.each([8, 30 * 24, 365 * 24])(
  'a token of %i hours expires at the same moment in every run',
  (hours) => {
    for (let age = 0; age < hours * HOUR_MS; age += (hours * HOUR_MS) / 97) {
      for (const delay of [-4 * MINUTE_MS, 0, 1500, 50 * MINUTE_MS]) {
        const started = ISSUED + age;
        expect(tokenExpiry(answeredAt(started + delay, hours), started)).toBe(
          ISSUED + hours * HOUR_MS,
        );
      }
    }
  },
);

test('a lifetime of other than whole hours is rounded up, and never down', () => {
  expect(tokenExpiry(answeredAt(ISSUED, 1.5), ISSUED)).toBe(
    ISSUED + 2 * HOUR_MS,
  );
});

test('an authorization that was never updated counts from when it was made', () => {
  expect(
    tokenExpiry(
      {
        id: ID,
        created_at: '2024-01-01T00:20:00Z',
        access_token: { expires_in: 3600 },
      },
      Date.parse('2024-01-01T00:20:00Z'),
    ),
  ).toBe(Date.parse('2024-01-01T01:20:00Z'));
});

test.each([[null], [undefined], [{}], [{ expires_in: null }]])(
  'a token of %j has no expiry',
  (access_token) => {
    expect(tokenExpiry({ id: ID, access_token }, ISSUED)).toBeUndefined();
  },
);
