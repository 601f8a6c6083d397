import type { CollectedGraph } from '../../test/e2e/graph';

/** A place on the page, in its own units. */
export interface Position {
  x: number;
  y: number;
}

/** Where the entities of a graph stand, and to which team each belongs. */
export interface Layout {
  positions: Map<string, Position>;
  /** The key of the team nearest to an entity; none for what no team leads to. */
  teamOf: Map<string, string>;
}

/** The room that one entity takes. */
const SPACING = 46;
const CLUSTER_GAP = 120;
/** The least distance between two accounts: room for their names. */
const ACCOUNT_GAP = 360;

/**
 * Lays a graph out by team: each team in the middle of a disc of what is nearest to it, the discs in rows, the
 * accounts above. It takes no more time than reading the graph, and gives the same picture every time.
 */
export function layoutByTeam({
  entities,
  relationships,
}: CollectedGraph): Layout {
  const typeOf = new Map(entities.map(({ _key, _type }) => [_key, _type]));
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
  const { discs, teamOf } = nearest(teams, isRoot, neighbours);
  const rest = entities
    .map(({ _key }) => _key)
    .filter((key) => !teamOf.has(key) && !isRoot.has(key))
    .sort();
  if (rest.length > 0) {
    discs.push(inTreeOrder(rest, neighbours));
  }
  const positions = placeDiscs(discs, typeOf);
  placeAccounts(accounts, neighbours, positions);
  return { positions, teamOf };
}

function keysOfType(
  entities: CollectedGraph['entities'],
  type: string,
): string[] {
  return entities
    .filter(({ _type }) => _type === type)
    .map(({ _key }) => _key)
    .sort();
}

/** Shares everything out among the teams: each entity goes to one that is fewest relationships away. */
function nearest(
  teams: readonly string[],
  isRoot: ReadonlySet<string>,
  neighbours: ReadonlyMap<string, string[]>,
): { discs: string[][]; teamOf: Map<string, string> } {
  const teamOf = new Map(teams.map((team) => [team, team]));
  const parentOf = new Map<string, string>();
  let frontier = [...teams];
  while (frontier.length > 0) {
    const next: string[] = [];
    for (const key of frontier) {
      for (const other of neighbours.get(key) ?? []) {
        if (!teamOf.has(other) && !isRoot.has(other)) {
          teamOf.set(other, teamOf.get(key) ?? key);
          parentOf.set(other, key);
          next.push(other);
        }
      }
    }
    frontier = next;
  }
  const childrenOf = new Map<string, string[]>();
  for (const [child, parent] of parentOf) {
    const children = childrenOf.get(parent);
    if (children === undefined) childrenOf.set(parent, [child]);
    else children.push(child);
  }
  return { discs: teams.map((team) => subtree(team, childrenOf)), teamOf };
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

/** Sets the discs in rows of about the width that makes the whole a square, the largest first. */
function placeDiscs(
  discs: string[][],
  typeOf: ReadonlyMap<string, string>,
): Map<string, Position> {
  const sized = discs
    .map((keys) => {
      // Without a team in it, the middle stays empty.
      const first = typeOf.get(keys[0] ?? '') === 'heroku_team' ? 0 : 1;
      return { keys, first, rings: rings(keys.length, first) };
    })
    .sort((a, b) => b.keys.length - a.keys.length);
  const widthOf = (ringCount: number) => 2 * ringCount * SPACING + CLUSTER_GAP;
  const area = sized.reduce((sum, { rings: n }) => sum + widthOf(n) ** 2, 0);
  const rowWidth = Math.max(
    Math.sqrt(area) * 1.3,
    widthOf(sized[0]?.rings ?? 1),
  );

  const positions = new Map<string, Position>();
  let x = 0;
  let y = 0;
  let rowHeight = 0;
  for (const { keys, first, rings: ringCount } of sized) {
    const width = widthOf(ringCount);
    if (x > 0 && x + width > rowWidth) {
      x = 0;
      y += rowHeight;
      rowHeight = 0;
    }
    const centre = { x: x + width / 2, y: y + width / 2 };
    placeRings(keys, first, centre, positions);
    x += width;
    rowHeight = Math.max(rowHeight, width);
  }
  return positions;
}

/** The number of rings that hold `count` entities, the middle counted as one. */
function rings(count: number, first: number): number {
  let ring = first;
  for (let held = capacity(ring); held < count; held += capacity(ring)) {
    ring++;
  }
  return ring + 1;
}

function capacity(ring: number): number {
  return ring === 0 ? 1 : Math.floor(2 * Math.PI * ring);
}

function placeRings(
  keys: readonly string[],
  first: number,
  centre: Position,
  positions: Map<string, Position>,
): void {
  let ring = first;
  let place = 0;
  for (const key of keys) {
    const angle = (2 * Math.PI * place) / capacity(ring);
    positions.set(key, {
      x: centre.x + ring * SPACING * Math.cos(angle),
      y: centre.y + ring * SPACING * Math.sin(angle),
    });
    place++;
    if (place >= capacity(ring)) {
      ring++;
      place = 0;
    }
  }
}

/** Each account above all discs, over the middle of its own teams as far as there is room. */
function placeAccounts(
  accounts: readonly string[],
  neighbours: ReadonlyMap<string, string[]>,
  positions: Map<string, Position>,
): void {
  const wanted = accounts
    .map((key) => {
      const xs = (neighbours.get(key) ?? [])
        .map((other) => positions.get(other)?.x)
        .filter((x) => x !== undefined);
      return {
        key,
        x: xs.length === 0 ? 0 : xs.reduce((a, b) => a + b, 0) / xs.length,
      };
    })
    .sort((a, b) => a.x - b.x);
  let least = Number.NEGATIVE_INFINITY;
  for (const { key, x } of wanted) {
    const placed = Math.max(x, least);
    positions.set(key, { x: placed, y: -CLUSTER_GAP });
    least = placed + ACCOUNT_GAP;
  }
}
