/** A place on the page, in its own units. */
export interface Position {
  x: number;
  y: number;
}

/** What stands together, in the order of its rings: a team first, or nothing in the middle. */
export interface Group {
  /** The key in the middle; none for what belongs to no team. */
  middle?: string;
  keys: string[];
  /** Whether all of it belongs to other integrations. */
  isOutside?: boolean;
}

/** The ground of a group. */
export interface Disc {
  /** The key of what stands in its middle. */
  middle?: string;
  /** Whether all in it belongs to other integrations. */
  isOutside?: boolean;
  radius: number;
}

/** The middles of all discs, for windows of one shape. */
export interface Arrangement {
  /** Width / height of the window that it fits best. */
  aspect: number;
  centres: Position[];
}

/** The room that one entity takes. */
const SPACING = 46;
/** Between two discs there is room for the name of a team. */
const CLUSTER_GAP = 120;
/** The room for the name of a team above a small disc. */
const NAME_WIDTH = 520;
/** From the outermost entities of a disc to its edge. */
const DISC_MARGIN = 34;
/** How much larger the whole may be for rows of the same width. */
const UNEVENNESS_COST = 0.3;

/** The disc of a group, with the place of each entity about its middle. */
export function discOf(
  { middle, keys, isOutside }: Group,
  offsets: Map<string, Position>,
): Disc {
  let placed = 0;
  // Without a team in it, the middle stays empty.
  let ring = middle === undefined ? 1 : 0;
  for (; placed < keys.length; ring++) {
    const own = keys.slice(placed, placed + capacity(ring));
    own.forEach((key, place) => {
      // Those of the last ring stand as far apart as it allows.
      const angle = (2 * Math.PI * place) / own.length;
      offsets.set(key, {
        x: ring * SPACING * Math.cos(angle),
        y: ring * SPACING * Math.sin(angle),
      });
    });
    placed += own.length;
  }
  return { middle, isOutside, radius: (ring - 1) * SPACING + DISC_MARGIN };
}

function capacity(ring: number): number {
  return ring === 0 ? 1 : Math.floor(2 * Math.PI * ring);
}

/**
 * Sets discs in centred rows, the largest first, in the width that lets the whole be seen largest.
 *
 * @param aspect width / height of the window
 * @param above the height of what stands above the discs
 * @returns the middles, in the order of the discs
 */
export function arrangeDiscs(
  discs: readonly Disc[],
  aspect: number,
  above: number,
): Position[] {
  const cells = discs
    .map(({ radius }, index) => ({
      index,
      width: Math.max(2 * radius + CLUSTER_GAP, NAME_WIDTH),
      height: 2 * radius + CLUSTER_GAP,
    }))
    .sort((a, b) => b.height - a.height || a.index - b.index);
  const rows = bestRows(cells, aspect, above);
  const whole = Math.max(...rows.map(widthOf));
  const centres: Position[] = [];
  let y = above;
  for (const row of rows) {
    let x = (whole - widthOf(row)) / 2;
    for (const { index, width } of row) {
      centres[index] = { x: x + width / 2, y: y + heightOf(row) / 2 };
      x += width;
    }
    y += heightOf(row);
  }
  return centres;
}

/** The room of a disc and of the gap around it. */
interface Cell {
  index: number;
  width: number;
  height: number;
}

/** The rows whose whole is nearest to the shape of the window, and that are about as wide as each other. */
function bestRows(
  cells: readonly Cell[],
  aspect: number,
  above: number,
): Cell[][] {
  const area = cells.reduce((sum, { width }) => sum + width ** 2, 0);
  let best: { cost: number; rows: Cell[][] } | undefined;
  for (let factor = 0.7; factor <= 2; factor += 0.05) {
    const rows = rowsWithin(cells, Math.sqrt(area * aspect) * factor);
    const height = rows.reduce((sum, row) => sum + heightOf(row), above);
    const widths = rows.map(widthOf);
    const widest = Math.max(...widths);
    const unevenness = 1 - Math.min(...widths) / widest;
    const cost =
      Math.max(height, widest / aspect) * (1 + UNEVENNESS_COST * unevenness);
    if (best === undefined || cost < best.cost) best = { cost, rows };
  }
  return best?.rows ?? [];
}

function rowsWithin(cells: readonly Cell[], most: number): Cell[][] {
  const rows: Cell[][] = [];
  let width = 0;
  for (const cell of cells) {
    const row = rows.at(-1);
    if (row === undefined || width + cell.width > most) {
      rows.push([cell]);
      width = cell.width;
    } else {
      row.push(cell);
      width += cell.width;
    }
  }
  return rows;
}

function widthOf(row: readonly Cell[]): number {
  return row.reduce((sum, { width }) => sum + width, 0);
}

function heightOf(row: readonly Cell[]): number {
  return Math.max(...row.map(({ height }) => height));
}
