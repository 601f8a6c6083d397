'use strict';
/* global window */

/** Relationships seen from near: a line for each pair of entities, with arrowheads and verbs. */
window.createArrows = function (view, theme) {
  const HEAD = 7;
  /** From this zoom on, relationships say what they are without being asked. */
  const NEAR = 1.3;
  const MOST = 400;
  /** Farther away, arrowheads would hide what they point at. */
  const LEAST_ZOOM = 0.35;

  /** Joins what runs between the same two entities into one line. */
  function linesOf({ reach }, lit) {
    const pairs = new Map();
    const all =
      reach === undefined
        ? relationshipsIn(lit).map(({ from, to, verb }) => [from, to, verb])
        : flowsIn(reach, lit).map(({ from, to, how }) => [from, to, how]);
    for (const [from, to, text] of all) {
      const [a, b] = [from, to].sort();
      const id = JSON.stringify([a, b]);
      const pair = pairs.get(id) ?? { a, b, texts: new Set() };
      pair.texts.add(text);
      pair.isForward ||= from === a;
      pair.isBackward ||= from !== a;
      pairs.set(id, pair);
    }
    return [...pairs.values()].map(({ texts, ...line }) => ({
      ...line,
      text: [...texts].sort().join(', '),
    }));
  }

  /** Where who may reach what is shown, a line points along the access, whatever its relationship says. */
  function flowsIn({ flows }, lit) {
    const isLit = new Set(lit?.relationships);
    return flows.filter(
      ({ relationship }) =>
        view.isDrawn(relationship) &&
        (lit === undefined || isLit.has(relationship)),
    );
  }

  function relationshipsIn(lit) {
    if (lit !== undefined) {
      return lit.relationships;
    }
    if (view.cy.zoom() < NEAR) {
      return [];
    }
    const { x1, y1, x2, y2 } = view.cy.extent();
    const near = [];
    for (const edge of view.cy.edges(':visible')) {
      const from = edge.source().position();
      const to = edge.target().position();
      const isOut =
        Math.max(from.x, to.x) < x1 ||
        Math.min(from.x, to.x) > x2 ||
        Math.max(from.y, to.y) < y1 ||
        Math.min(from.y, to.y) > y2;
      if (!isOut) {
        near.push(view.relationshipOf(edge));
      }
      if (near.length > MOST) {
        return [];
      }
    }
    return near;
  }

  /**
   * @param rings by their keys, the entities whose arrows end outside of a ring
   * @returns the boxes of the arrowheads
   */
  function draw({ context }, lines, isLit, rings) {
    const spotOf = (key) => {
      const { x, y, radius } = view.onScreen(key);
      const ring = rings.has(key) ? 1 + 1.5 * rings.get(key).width : 0;
      return { x, y, radius: radius + ring };
    };
    const heads = [];
    context.lineWidth = isLit ? 1.6 : 1;
    const colour = theme.colour(isLit ? 'accent' : 'muted');
    context.strokeStyle = colour;
    context.fillStyle = colour;
    context.globalAlpha = isLit ? 0.9 : 0.75;
    for (const { a, b, isForward, isBackward } of lines) {
      const start = spotOf(a);
      const end = spotOf(b);
      if (isLit) {
        context.beginPath();
        context.moveTo(start.x, start.y);
        context.lineTo(end.x, end.y);
        context.stroke();
      }
      if (isForward && view.cy.zoom() >= LEAST_ZOOM) {
        heads.push(...drawHead(context, start, end));
      }
      if (isBackward && view.cy.zoom() >= LEAST_ZOOM) {
        heads.push(...drawHead(context, end, start));
      }
    }
    context.globalAlpha = 1;
    return heads;
  }

  /** An arrowhead whose point touches the edge of the entity that it points to. */
  function drawHead(context, from, to) {
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    if (length < from.radius + to.radius + HEAD) {
      return [];
    }
    const dx = (to.x - from.x) / length;
    const dy = (to.y - from.y) / length;
    const tip = {
      x: to.x - dx * (to.radius + 2),
      y: to.y - dy * (to.radius + 2),
    };
    context.beginPath();
    context.moveTo(tip.x, tip.y);
    context.lineTo(
      tip.x - HEAD * dx - 0.5 * HEAD * dy,
      tip.y - HEAD * dy + 0.5 * HEAD * dx,
    );
    context.lineTo(
      tip.x - HEAD * dx + 0.5 * HEAD * dy,
      tip.y - HEAD * dy - 0.5 * HEAD * dx,
    );
    context.closePath();
    context.fill();
    const middle = { x: tip.x - 0.5 * HEAD * dx, y: tip.y - 0.5 * HEAD * dy };
    return [
      {
        x: middle.x - 0.5 * HEAD,
        y: middle.y - 0.5 * HEAD,
        width: HEAD,
        height: HEAD,
      },
    ];
  }

  return { linesOf, draw };
};
