import type { Arrangement, Disc, Group, Position } from './discs';
import { arrangeDiscs, discOf } from './discs';

/** What a layout needs to know of a graph. */
export interface LayoutGraph {
  entities: readonly { _key: string; _type: string }[];
  relationships: readonly { _fromEntityKey: string; _toEntityKey: string }[];
  /** The keys of the entities that belong to other integrations: nothing is reached through them. */
  outside?: ReadonlySet<string>;
}

/** Where the entities of a graph stand, and to which team each belongs. */
export interface Layout {
  /** Of each entity the number of its disc, and where it stands about the middle of it. */
  offsets: Map<string, Position & { disc: number }>;
  /** The key of the team nearest to an entity; none for what no team leads to. */
  teamOf: Map<string, string>;
  /** The discs of the teams; an account is a disc of its own, without a radius. */
  discs: Disc[];
  arrangements: Arrangement[];
}

/** The shapes of window that a layout is made for, as width / height. */
const ASPECTS = [0.7, 1, 1.4, 1.9];
/** The height of the row of accounts above all discs, and the distance between two: room for their names. */
const ACCOUNT_ROW = { height: 180, gap: 600 };

/**
 * Lays a graph out by team: each team in the middle of a disc of what is nearest to it, the discs in rows, the
 * accounts above. It takes no more time than reading the graph, and gives the same picture every time.
 */
export function layoutByTeam({
  entities,
  relationships,
  outside = new Set(),
}: LayoutGraph): Layout {
  const neighbours = new Map<string, string[]>(
    entities.map(({ _key }) => [_key, []]),
  );
  for (const { _fromEntityKey: from, _toEntityKey: to } of relationships) {
    neighbours.get(from)?.push(to);
    neighbours.get(to)?.push(from);
  }
  // Steps run side by side: the order in which they wrote says nothing.
  for (const keys of neighbours.values()) keys.sort();

  const teams = keysOfType(entities, 'heroku_team');
  const accounts = keysOfType(entities, 'heroku_account');
  const isRoot = new Set([...teams, ...accounts]);
  const { groups, teamOf } = nearest(teams, isRoot, neighbours, outside);
  const rest = entities
    .map(({ _key }) => _key)
    .filter((key) => !teamOf.has(key) && !isRoot.has(key))
    .sort();
  for (const isOutside of [false, true]) {
    const keys = rest.filter((key) => outside.has(key) === isOutside);
    if (keys.length > 0) {
      groups.push({ keys: inTreeOrder(keys, neighbours), isOutside });
    }
  }

  const offsets: Layout['offsets'] = new Map();
  const discs = groups.map((group, disc) => {
    const own = new Map<string, Position>();
    const made = discOf(group, own);
    own.forEach((offset, key) => offsets.set(key, { ...offset, disc }));
    return made;
  });
  accounts.forEach((key, index) => {
    offsets.set(key, { x: 0, y: 0, disc: groups.length + index });
  });
  return {
    offsets,
    teamOf,
    discs: [...discs, ...accounts.map((middle) => ({ middle, radius: 0 }))],
    arrangements: ASPECTS.map((aspect) => {
      const centres = arrangeDiscs(
        discs,
        aspect,
        accounts.length === 0 ? 0 : ACCOUNT_ROW.height,
      );
      const placeOf = (key: string) =>
        centres[offsets.get(key)?.disc ?? Number.NaN];
      return {
        aspect,
        centres: [
          ...centres,
          ...accountCentres(accounts, neighbours, discs, centres, placeOf),
        ],
      };
    }),
  };
}

/** Where each entity stands in an arrangement. */
export function positionsIn(
  { offsets }: Layout,
  { centres }: Arrangement,
): Map<string, Position> {
  return new Map(
    [...offsets].map(([key, { disc, x, y }]) => {
      const centre = centres[disc] ?? { x: 0, y: 0 };
      return [key, { x: centre.x + x, y: centre.y + y }];
    }),
  );
}

function keysOfType(entities: LayoutGraph['entities'], type: string): string[] {
  return entities
    .filter(({ _type }) => _type === type)
    .map(({ _key }) => _key)
    .sort();
}

/**
 * Shares everything out among the teams: each entity goes to one that is fewest relationships away. What is outside
 * goes with its neighbour, unless it is joined to several teams.
 */
function nearest(
  teams: readonly string[],
  isRoot: ReadonlySet<string>,
  neighbours: ReadonlyMap<string, string[]>,
  outside: ReadonlySet<string>,
): { groups: Group[]; teamOf: Map<string, string> } {
  const teamOf = new Map(teams.map((team) => [team, team]));
  const parentOf = new Map<string, string>();
  let frontier = [...teams];
  while (frontier.length > 0) {
    const next: string[] = [];
    for (const key of frontier) {
      for (const other of neighbours.get(key) ?? []) {
        if (!teamOf.has(other) && !isRoot.has(other) && !outside.has(other)) {
          teamOf.set(other, teamOf.get(key) ?? key);
          parentOf.set(other, key);
          next.push(other);
        }
      }
    }
    frontier = next;
  }
  for (const key of [...outside].sort()) {
    const [parent, ...more] = neighbours.get(key) ?? [];
    const team = teamOf.get(parent ?? '');
    if (
      parent !== undefined &&
      team !== undefined &&
      more.every((other) => teamOf.get(other) === team)
    ) {
      teamOf.set(key, team);
      parentOf.set(key, parent);
    }
  }
  const childrenOf = new Map<string, string[]>();
  for (const [child, parent] of parentOf) {
    const children = childrenOf.get(parent);
    if (children === undefined) childrenOf.set(parent, [child]);
    else children.push(child);
  }
  return {
    groups: teams.map((team) => ({
      middle: team,
      keys: subtree(team, childrenOf),
    })),
    teamOf,
  };
}

/** An entity, then each of its children with all of theirs: what belongs together stands together. */
function subtree(
  root: string,
  childrenOf: ReadonlyMap<string, string[]>,
): string[] {
  const order: string[] = [];
  const stack = [root];
  for (let key = stack.pop(); key !== undefined; key = stack.pop()) {
    order.push(key);
    stack.push(...(childrenOf.get(key) ?? []));
  }
  return order;
}

/** What no team leads to, connected things beside each other. */
function inTreeOrder(
  keys: readonly string[],
  neighbours: ReadonlyMap<string, string[]>,
): string[] {
  const left = new Set(keys);
  const order: string[] = [];
  for (const key of keys) {
    const stack = [key];
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      if (left.delete(next)) {
        order.push(next);
        stack.push(...(neighbours.get(next) ?? []));
      }
    }
  }
  return order;
}

/** The accounts in a row above the middle of all discs, in the order of their teams. */
function accountCentres(
  accounts: readonly string[],
  neighbours: ReadonlyMap<string, string[]>,
  discs: readonly Disc[],
  centres: readonly Position[],
  placeOf: (key: string) => Position | undefined,
): Position[] {
  const edges = discs.flatMap(({ radius }, index) => {
    const x = centres[index]?.x ?? 0;
    return [x - radius, x + radius];
  });
  const middle =
    edges.length === 0 ? 0 : (Math.min(...edges) + Math.max(...edges)) / 2;
  const wanted = accounts.map((key, index) => ({
    index,
    x: mean(
      (neighbours.get(key) ?? [])
        .map((other) => placeOf(other)?.x)
        .filter((x) => x !== undefined),
    ),
  }));
  wanted.sort((a, b) => a.x - b.x || a.index - b.index);
  const places: Position[] = [];
  wanted.forEach(({ index }, place) => {
    places[index] = {
      x: middle + (place - (accounts.length - 1) / 2) * ACCOUNT_ROW.gap,
      y: 0,
    };
  });
  return places;
}

function mean(values: readonly number[]): number {
  return values.length === 0
    ? 0
    : values.reduce((sum, value) => sum + value, 0) / values.length;
}
