'use strict';
/* global window */

/** From where the drawing is looked at. */
window.createCamera = function (cy, { boxOf, placeOf, margin }) {
  /** What floats at the edges, and the names above the discs, stay clear of the entities. */
  const MARGIN = { left: 48, right: 48, top: 52, bottom: 64 };
  /** No closer than this, and to read a name at least so close. */
  const MOST_ZOOM = 1.2;
  const LEGIBLE_ZOOM = 0.9;
  // Until the reader moves it, the whole stays in sight whatever the size of the window.
  let isWhole = true;
  cy.on('dragpan scrollzoom pinchzoom', () => {
    isWhole = false;
  });

  /**
   * Shows all or, where they lie close enough together to be seen better so, only some. Of what has margins of its own
   * and is too high for the window, the top is shown, as large as the width allows.
   */
  function fit(wanted) {
    isWhole = wanted === undefined;
    const all = boxOf();
    if (all === undefined) {
      return;
    }
    if (margin() !== undefined) {
      show({ ...all, height: Math.min(all.height, room().height) });
      return;
    }
    const some = wanted === undefined ? undefined : boxOf(wanted);
    const isApart = some !== undefined && zoomFor(some) >= 1.5 * zoomFor(all);
    show(isApart ? some : all);
  }

  function room() {
    const { left, right, top, bottom } = margin() ?? MARGIN;
    return {
      ...{ left, top },
      width: Math.max(1, cy.width() - left - right),
      height: Math.max(1, cy.height() - top - bottom),
    };
  }

  function zoomFor({ width, height }) {
    const free = room();
    return Math.min(
      margin() === undefined ? MOST_ZOOM : 1,
      free.width / Math.max(1, width),
      free.height / Math.max(1, height),
    );
  }

  function show(box) {
    const free = room();
    const zoom = zoomFor(box);
    // What has margins of its own begins at the top.
    const above =
      margin() === undefined ? (free.height - box.height * zoom) / 2 : 0;
    cy.viewport({
      zoom,
      pan: {
        x: free.left + (free.width - box.width * zoom) / 2 - box.x * zoom,
        y: free.top + above - box.y * zoom,
      },
    });
  }

  function zoomBy(factor) {
    isWhole = false;
    cy.zoom({
      level: cy.zoom() * factor,
      renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 },
    });
  }

  function panBy(x, y) {
    isWhole = false;
    cy.panBy({ x, y });
  }

  /** Brings an entity into the middle, near enough to read its name. */
  function goTo(key) {
    isWhole = false;
    const zoom = Math.max(cy.zoom(), LEGIBLE_ZOOM);
    const { x, y } = placeOf(key);
    cy.viewport({
      zoom,
      pan: { x: cy.width() / 2 - x * zoom, y: cy.height() / 2 - y * zoom },
    });
  }

  return { fit, zoomBy, panBy, goTo, isWhole: () => isWhole };
};
