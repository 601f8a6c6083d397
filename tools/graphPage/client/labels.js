'use strict';
/* global window */

/** Where names stand, so that none lies on another. It knows boxes only: what they hold is drawn elsewhere. */
(function () {
  const CELL = 90;
  const GAP = 2;

  /** Boxes that can be asked for overlaps without looking at each. */
  function createIndex() {
    const cells = new Map();
    function* cellsOf({ x, y, width, height }) {
      const right = Math.floor((x + width) / CELL);
      const bottom = Math.floor((y + height) / CELL);
      for (let column = Math.floor(x / CELL); column <= right; column++) {
        for (let row = Math.floor(y / CELL); row <= bottom; row++) {
          yield column * 100_003 + row;
        }
      }
    }
    return {
      add(box) {
        for (const cell of cellsOf(box)) {
          const known = cells.get(cell);
          if (known === undefined) {
            cells.set(cell, [box]);
          } else {
            known.push(box);
          }
        }
      },
      isFree(box) {
        for (const cell of cellsOf(box)) {
          if (cells.get(cell)?.some((other) => overlap(box, other))) {
            return false;
          }
        }
        return true;
      },
    };
  }

  function overlap(a, b) {
    return (
      a.x < b.x + b.width + GAP &&
      b.x < a.x + a.width + GAP &&
      a.y < b.y + b.height + GAP &&
      b.y < a.y + a.height + GAP
    );
  }

  /** The places for a name beside a mark, the best first. */
  function around({ x, y }, radius, { width, height }, isBeside = false) {
    const gap = radius + 4;
    const below = { x: x - width / 2, y: y + gap };
    const above = { x: x - width / 2, y: y - gap - height };
    const right = { x: x + gap, y: y - height / 2 };
    const left = { x: x - gap - width, y: y - height / 2 };
    const corners = [below.y, above.y].flatMap((along) => [
      { x: x + 2, y: along },
      { x: x - 2 - width, y: along },
    ]);
    return [
      ...(isBeside ? [right, left, below, above] : [below, above, right, left]),
      ...corners,
    ].map((place) => ({ ...place, width, height }));
  }

  /**
   * Chooses a place for each name, in the order given. A name finds none where another, or something reserved, lies on
   * each of its places. One that is firm may lie on a mark, on one that stands out only at need, and moves into the
   * window; any other gives way to marks.
   */
  function place(candidates, { marks, bright, reserved, width, height }) {
    const taken = createIndex();
    reserved.forEach(taken.add);
    const dots = createIndex();
    marks.forEach(dots.add);
    const brightDots = createIndex();
    bright.forEach(brightDots.add);
    const isInside = (box) =>
      box.x >= 0 &&
      box.y >= 0 &&
      box.x + box.width <= width &&
      box.y + box.height <= height;
    const moved = (box) => ({
      ...box,
      x: Math.max(4, Math.min(box.x, width - box.width - 4)),
      y: Math.max(4, Math.min(box.y, height - box.height - 4)),
    });
    const firmBox = (boxes) =>
      boxes.find((one) => taken.isFree(one) && brightDots.isFree(one)) ??
      boxes.find((one) => taken.isFree(one));
    const placed = [];
    for (const candidate of candidates) {
      const { boxes, isFirm } = candidate;
      const box =
        boxes.find(
          (one) => isInside(one) && taken.isFree(one) && dots.isFree(one),
        ) ?? (isFirm ? firmBox(boxes.map(moved)) : undefined);
      if (box !== undefined) {
        taken.add(box);
        placed.push({ ...candidate, box });
      }
    }
    return placed;
  }

  window.labels = { around, place, overlap };
})();
