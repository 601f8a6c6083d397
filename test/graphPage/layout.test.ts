import { layoutByTeam } from '../../tools/graphPage/layout';
import { generatedGraph } from './generatedGraph';

const EMPTY = { entities: [], relationships: [], mappedRelationships: [] };

function entity(key: string, type: string) {
  return { _key: key, _type: type, _class: 'Thing', displayName: key };
}

test.each([1, 2, 60, 333, 5000])(
  'each of %i entities has a place of its own, clear of all others',
  (size) => {
    const graph = generatedGraph(size);
    const { positions } = layoutByTeam(graph);
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
  expect([...layoutByTeam(turned).positions].sort()).toEqual(
    [...layoutByTeam(graph).positions].sort(),
  );
});

test('a team stands in the middle of what is nearest to it', () => {
  const { positions, teamOf } = layoutByTeam(generatedGraph(1000));
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
  const { positions, teamOf } = layoutByTeam(graph);
  const places = [...positions.values()].map((one) => JSON.stringify(one));
  expect(new Set(places).size).toBe(4);
  expect(teamOf.has('alone')).toBe(false);
  expect(layoutByTeam(EMPTY).positions.size).toBe(0);
});

test('a team with very many neighbours is laid out in bounded time', () => {
  const count = 100_000;
  const keys = Array.from({ length: count }, (_, index) => `app ${index}`);
  const startedAt = performance.now();
  const { positions } = layoutByTeam({
    ...EMPTY,
    entities: [
      entity('team', 'heroku_team'),
      ...keys.map((key) => entity(key, 'heroku_application')),
    ],
    relationships: keys.map((key) => ({
      _key: `team|owns|${key}`,
      _type: 'heroku_team_owns_application',
      _class: 'OWNS',
      _fromEntityKey: 'team',
      _toEntityKey: key,
    })),
  });
  expect(positions.size).toBe(count + 1);
  expect(performance.now() - startedAt).toBeLessThan(5_000);
});
