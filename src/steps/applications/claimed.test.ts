import type { App } from '../../heroku';
import { ClaimedApps } from './claimed';

const OLD = 'team-a';
const NEW = 'team-b';

function claim(
  teamId: string,
  { namesTeam, updatedAt }: { namesTeam?: string; updatedAt?: string },
) {
  const app: App = {
    id: 'app-1',
    team: namesTeam === undefined ? null : { id: namesTeam },
    updated_at: updatedAt,
  };
  return { app, teamId };
}

const EARLIER = '2026-05-01T00:00:00Z';
const LATER = '2026-05-02T00:00:00Z';

test.each([
  [
    'the team whose id it names, however old that list is',
    claim(NEW, { namesTeam: NEW, updatedAt: EARLIER }),
    claim(OLD, { namesTeam: NEW, updatedAt: LATER }),
  ],
  [
    'the team whose list knew it later, where it names both',
    claim(NEW, { namesTeam: NEW, updatedAt: LATER }),
    claim(OLD, { namesTeam: OLD, updatedAt: EARLIER }),
  ],
  [
    'the team whose list knew it later, where it names neither',
    claim(NEW, { updatedAt: LATER }),
    claim(OLD, { updatedAt: EARLIER }),
  ],
])(
  'an app in the lists of two teams belongs to %s, whichever came first',
  (_, winner, loser) => {
    for (const claims of [
      [winner, loser],
      [loser, winner],
    ]) {
      const claimed = new ClaimedApps();
      expect(claims.map((one) => claimed.hold(one))).toEqual([true, true]);
      expect(claimed.settled()).toEqual([winner]);
    }
  },
);

test('where nothing tells which team has the app, the same one has it in every run', () => {
  const claims = [claim(OLD, {}), claim(NEW, {})];
  const settled = [claims, [...claims].reverse()].map((order) => {
    const claimed = new ClaimedApps();
    order.forEach((one) => claimed.hold(one));
    return claimed.settled().map(({ teamId }) => teamId);
  });
  expect(settled).toEqual([[OLD], [OLD]]);
});
