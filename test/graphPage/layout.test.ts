import type { Position } from '../../tools/graphPage/discs';
import type { Layout, LayoutGraph } from '../../tools/graphPage/layout';
import { layoutByTeam, positionsIn } from '../../tools/graphPage/layout';
import { generatedGraph } from './generatedGraph';

const EMPTY = { entities: [], relationships: [] };

function entity(key: string, type: string) {
  return { _key: key, _type: type };
}

function relationship(from: string, to: string) {
  return { _fromEntityKey: from, _toEntityKey: to };
}

/** Where everything stands in a window of one shape. */
function positionsOf(layout: Layout, which = 0): Map<string, Position> {
  const arrangement = layout.arrangements[which];
  if (arrangement === undefined) throw new Error('No such arrangement');
  return positionsIn(layout, arrangement);
}

/** Width / height of what some positions take. */
function aspectOf(positions: Map<string, Position>): number {
  const all = [...positions.values()];
  const extent = (axis: 'x' | 'y') =>
    Math.max(...all.map((one) => one[axis])) -
    Math.min(...all.map((one) => one[axis]));
  return extent('x') / extent('y');
}

test.each([1, 2, 60, 333, 5000])(
  'each of %i entities has a place of its own, clear of all others, in every arrangement',
  (size) => {
    const graph = generatedGraph(size);
    const layout = layoutByTeam(graph);
    expect(layout.arrangements.length).toBeGreaterThan(2);
    layout.arrangements.forEach((_, which) => {
      const positions = positionsOf(layout, which);
      expect([...positions.keys()].sort()).toEqual(
        graph.entities.map(({ _key }) => _key).sort(),
      );
      const places = [...positions.values()].sort((a, b) => a.x - b.x);
      places.forEach((place, index) => {
        for (let next = index + 1; next < places.length; next++) {
          const other = places[next] ?? place;
          if (other.x - place.x >= 40) break;
          const distance = Math.hypot(other.x - place.x, other.y - place.y);
          if (distance < 40) throw new Error(`${distance} apart`);
        }
      });
    });
  },
);

test('the same graph gives the same picture, in whatever order it was written', () => {
  const graph = generatedGraph(500);
  expect(layoutByTeam(graph)).toEqual(layoutByTeam(generatedGraph(500)));
  const turned = {
    ...graph,
    entities: [...graph.entities].reverse(),
    relationships: [...graph.relationships].reverse(),
  };
  expect([...positionsOf(layoutByTeam(turned))].sort()).toEqual(
    [...positionsOf(layoutByTeam(graph))].sort(),
  );
});

test('a wide window has a wide arrangement, a high one a high one', () => {
  const layout = layoutByTeam(generatedGraph(5000));
  const aspects = layout.arrangements.map((_, which) =>
    aspectOf(positionsOf(layout, which)),
  );
  expect(aspects).toEqual([...aspects].sort((a, b) => a - b));
  layout.arrangements.forEach(({ aspect }, which) => {
    expect((aspects[which] ?? 0) / aspect).toBeGreaterThan(0.6);
    expect((aspects[which] ?? 0) / aspect).toBeLessThan(1.6);
  });
});

test('discs do not touch each other', () => {
  const { discs, arrangements } = layoutByTeam(generatedGraph(3000));
  for (const { centres } of arrangements) {
    discs.forEach((disc, index) => {
      discs.slice(index + 1).forEach((other, more) => {
        const [a, b] = [centres[index], centres[index + 1 + more]];
        const distance = Math.hypot(
          (a?.x ?? 0) - (b?.x ?? 0),
          (a?.y ?? 0) - (b?.y ?? 0),
        );
        expect(distance).toBeGreaterThan(disc.radius + other.radius);
      });
    });
  }
});

test('a team stands in the middle of what is nearest to it', () => {
  const layout = layoutByTeam(generatedGraph(1000));
  const { teamOf } = layout;
  const positions = positionsOf(layout);
  const teams = new Set(teamOf.values());
  expect(teams.size).toBe(10);
  for (const team of teams) {
    const own = [...teamOf]
      .filter(([, its]) => its === team)
      .map(([key]) => positions.get(key) ?? { x: 0, y: 0 });
    const centre = positions.get(team) ?? { x: 0, y: 0 };
    const around = own
      .sort(
        (a, b) =>
          Math.hypot(a.x - centre.x, a.y - centre.y) -
          Math.hypot(b.x - centre.x, b.y - centre.y),
      )
      .slice(1, 7);
    const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / 6;
    expect(mean(around.map(({ x }) => x))).toBeCloseTo(centre.x);
    expect(mean(around.map(({ y }) => y))).toBeCloseTo(centre.y);
  }
});

test('an add-on belongs to the team of its app, and an account to no team', () => {
  const { teamOf } = layoutByTeam(generatedGraph(300));
  expect(teamOf.get('heroku_application-4')).toBe('heroku_team-1');
  expect(teamOf.get('heroku_addon-4')).toBe('heroku_team-1');
  expect(teamOf.has('heroku_account-0')).toBe(false);
});

test('what no team leads to has a place too, as has a graph without teams', () => {
  const graph = {
    ...EMPTY,
    entities: [
      entity('account', 'heroku_account'),
      entity('team', 'heroku_team'),
      entity('alone', 'heroku_addon'),
      entity('alone too', 'heroku_addon'),
    ],
  };
  const layout = layoutByTeam(graph);
  const { teamOf } = layout;
  const positions = positionsOf(layout);
  const places = [...positions.values()].map((one) => JSON.stringify(one));
  expect(new Set(places).size).toBe(4);
  expect(teamOf.has('alone')).toBe(false);
  expect(positionsOf(layoutByTeam(EMPTY)).size).toBe(0);
});

test('what is outside stands with its neighbour, unless it is joined to two teams', () => {
  const graph: LayoutGraph = {
    entities: [
      ...['team 1', 'team 2'].map((key) => entity(key, 'heroku_team')),
      ...['app 1', 'app 2'].map((key) => entity(key, 'heroku_application')),
      ...['own', 'shared', 'unjoined'].map((key) => entity(key, 'aws_vpc')),
    ],
    relationships: [
      relationship('team 1', 'app 1'),
      relationship('team 2', 'app 2'),
      relationship('app 1', 'own'),
      relationship('app 1', 'shared'),
      relationship('app 2', 'shared'),
    ],
    outside: new Set(['own', 'shared', 'unjoined']),
  };
  const { teamOf, offsets } = layoutByTeam(graph);
  expect(teamOf.get('own')).toBe('team 1');
  expect(teamOf.has('shared')).toBe(false);
  expect(teamOf.has('unjoined')).toBe(false);
  expect(offsets.get('app 2')?.disc).toBe(offsets.get('team 2')?.disc);
  expect(offsets.has('shared')).toBe(true);
});

test('a team with very many neighbours is laid out in bounded time', () => {
  const count = 100_000;
  const keys = Array.from({ length: count }, (_, index) => `app ${index}`);
  const startedAt = process.cpuUsage();
  const { offsets } = layoutByTeam({
    ...EMPTY,
    entities: [
      entity('team', 'heroku_team'),
      ...keys.map((key) => entity(key, 'heroku_application')),
    ],
    relationships: keys.map((key) => relationship('team', key)),
  });
  expect(offsets.size).toBe(count + 1);
  // Of the processor: the tests beside it take their time too.
  expect(process.cpuUsage(startedAt).user).toBeLessThan(5_000_000);
});
