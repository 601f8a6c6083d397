'use strict';
/* global window */

/** What lies above the drawing: a veil over what is dimmed, what stands out of it, rings, arrows and names. */
window.createOverlay = function (graph, view, theme) {
  const VEIL = 0.8;
  const canvas = window.createCanvas('overlay');
  const light = window.createLight(graph, view);
  const names = window.createNames(graph, view, theme);
  const arrows = window.createArrows(view, theme);
  const { trace } = window.shapes;
  let texts = [];

  function draw(state) {
    const { context, width, height } = canvas.cleared();
    const lit = light.of(state);
    const screen = { context, width, height };
    if (lit !== undefined) {
      context.globalAlpha = VEIL;
      context.fillStyle = theme.colour('ground');
      context.fillRect(0, 0, width, height);
      context.globalAlpha = 1;
    }
    const rings = ringsOf(state, lit);
    const lines = arrows.linesOf(state, lit);
    const heads = arrows.draw(screen, lines, lit !== undefined, rings);
    if (lit !== undefined) {
      lit.keys.forEach((key) => drawMark(context, key));
    }
    rings.forEach((ring, key) => drawRing(context, key, ring));
    texts = names.draw(screen, state, lit, { lines, heads, rings });
    return lit;
  }

  function drawMark(context, key) {
    const { x, y, radius } = view.onScreen(key);
    const mark = graph.markOf(key);
    trace(context, mark.shape, x, y, radius);
    const colour = theme.isDark() ? mark.dark : mark.light;
    if (graph.entity(key).isOutside) {
      context.fillStyle = theme.colour('ground');
      context.fill();
      context.strokeStyle = colour;
      context.lineWidth = Math.max(1, 2.5 * view.cy.zoom());
      context.setLineDash([4, 2]);
      context.stroke();
      context.setLineDash([]);
    } else {
      context.fillStyle = colour;
      context.fill();
    }
  }

  /** The rings around what was found and what is chosen, never so thin that they cannot be seen from afar. */
  function ringsOf({ offenders, chosen, isBad }, lit) {
    const rings = new Map();
    const add = (key, colour, share, least) => {
      const { radius } = view.onScreen(key);
      rings.set(key, { colour, width: Math.max(least, share * radius) });
    };
    for (const key of offenders) {
      if (view.isVisible(key) && (lit === undefined || lit.keys.has(key))) {
        add(key, theme.colour(isBad ? 'bad' : 'accent'), 0.1, 1.6);
      }
    }
    if (chosen !== undefined && view.isVisible(chosen)) {
      add(chosen, theme.colour('ink'), 0.16, 2.5);
    }
    return rings;
  }

  function drawRing(context, key, { colour, width }) {
    const { x, y, radius } = view.onScreen(key);
    trace(context, graph.markOf(key).shape, x, y, radius + 1 + width);
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke();
  }

  return {
    draw,
    /** The names and verbs that were written last, with their boxes. */
    texts: () => texts,
  };
};
