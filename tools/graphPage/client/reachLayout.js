'use strict';
/* global window */

/** Sets what can reach what in columns, in the direction of access, as large as the window has room for. */
(function () {
  /** On the screen, for the names at the edges and for what floats above the drawing. */
  const MARGIN = { left: 40, right: 150, top: 124, bottom: 64 };
  const COLUMN = { least: 108, most: 260 };
  const ROW = { least: 28, most: 56 };
  /** All are of about one size: what counts here is the way from one to the next. */
  const MOST_SIZE = 26;

  /** @returns where each entity and the title of each column stands, and the relationships to draw */
  function arrangementOf(graph, { columns, flows, ...reach }, size) {
    const sources = new Map();
    for (const { from, to } of flows) {
      sources.set(to, [...(sources.get(to) ?? []), from]);
    }
    const room = {
      width: size.width - MARGIN.left - MARGIN.right,
      height: size.height - MARGIN.top - MARGIN.bottom,
    };
    const counts = columns.map(({ keys }) => keys.length);
    const { rows, strands } = strandsOf(counts, room);
    const height = within(
      ROW,
      room.height / Math.min(rows, Math.max(...counts)),
    );
    const width = within(COLUMN, room.width / Math.max(1, sumOf(strands) - 1));
    const places = new Map();
    let strand = 0;
    const placed = columns.map(({ title, keys }, index) => {
      const x = strand * width;
      strand += strands[index];
      const ordered = inOrder(graph, keys, sources, places);
      ordered.forEach((key, place) => {
        places.set(key, {
          x: x + Math.floor(place / rows) * width,
          y: (place % rows) * height,
        });
      });
      return { title, keys: ordered, x, y: 0 };
    });
    return {
      ...reach,
      flows,
      columns: placed,
      places,
      mostSize: MOST_SIZE,
      margin: MARGIN,
      /** The room of a name, from its entity to those around it. */
      cell: { width, height },
      relationships: new Set(flows.map(({ relationship }) => relationship)),
    };
  }

  /**
   * In how many strands each column stands: more than one where it is longer than the window is high, and there is room
   * for it. What is longer still goes on below the window.
   */
  function strandsOf(counts, room) {
    const most = Math.max(
      counts.length,
      1 + Math.floor(room.width / COLUMN.least),
    );
    let rows = Math.max(1, Math.floor(room.height / ROW.least));
    const strandsIn = () => counts.map((count) => Math.ceil(count / rows));
    while (sumOf(strandsIn()) > most) {
      rows++;
    }
    return { rows, strands: strandsIn() };
  }

  function sumOf(numbers) {
    return numbers.reduce((sum, number) => sum + number, 0);
  }

  function within({ least, most }, wanted) {
    return Math.max(least, Math.min(most, wanted));
  }

  /**
   * Near what leads to them, so that few lines cross; otherwise by name. What something in the same column leads to
   * comes right after it.
   */
  function inOrder(graph, keys, sources, places) {
    const own = new Set(keys);
    const targets = new Map();
    const isTarget = new Set();
    const level = new Map(
      keys.map((key) => {
        const ys = (sources.get(key) ?? [])
          .map((source) => places.get(source)?.y)
          .filter((y) => y !== undefined);
        return [
          key,
          ys.length === 0 ? 0 : ys.reduce((a, b) => a + b, 0) / ys.length,
        ];
      }),
    );
    const sorted = [...keys].sort(
      (a, b) =>
        level.get(a) - level.get(b) ||
        graph.entity(a).label.localeCompare(graph.entity(b).label),
    );
    for (const key of sorted) {
      for (const source of sources.get(key) ?? []) {
        if (own.has(source)) {
          isTarget.add(key);
          targets.set(source, [...(targets.get(source) ?? []), key]);
        }
      }
    }
    const ordered = new Set();
    const add = (key) => {
      if (!ordered.has(key)) {
        ordered.add(key);
        targets.get(key)?.forEach(add);
      }
    };
    sorted.filter((key) => !isTarget.has(key)).forEach(add);
    // What leads to each other in a circle has no first.
    sorted.forEach(add);
    return [...ordered];
  }

  window.reachLayout = { arrangementOf };
})();
