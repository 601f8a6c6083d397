'use strict';
/* global document, window */

/** The outlines of entities: one set of points for the drawing, what lies above it, and the legend. */
(function () {
  const regular = (corners, turn) =>
    Array.from({ length: corners }, (_, corner) => {
      const angle = (2 * Math.PI * corner) / corners + turn;
      return [Math.cos(angle), Math.sin(angle)];
    });
  const POINTS = {
    square: [
      [-0.88, -0.88],
      [0.88, -0.88],
      [0.88, 0.88],
      [-0.88, 0.88],
    ],
    triangle: [
      [0, -1],
      [1, 0.85],
      [-1, 0.85],
    ],
    flipped: [
      [0, 1],
      [1, -0.85],
      [-1, -0.85],
    ],
    diamond: regular(4, 0),
    pentagon: regular(5, -Math.PI / 2),
    hexagon: regular(6, 0),
    octagon: regular(8, Math.PI / 8),
  };
  const SVG = 'http://www.w3.org/2000/svg';

  function trace(context, shape, x, y, radius) {
    context.beginPath();
    const points = POINTS[shape];
    if (points === undefined) {
      context.arc(x, y, radius, 0, 2 * Math.PI);
      return;
    }
    for (const [dx, dy] of points) {
      context.lineTo(x + dx * radius, y + dy * radius);
    }
    context.closePath();
  }

  /** A picture of a type, for text. Its colour follows the theme. */
  function swatch({ shape, light, dark, area }) {
    const picture = document.createElementNS(SVG, 'svg');
    picture.setAttribute('viewBox', '-12 -12 24 24');
    picture.setAttribute('aria-hidden', 'true');
    picture.classList.add('swatch');
    picture.style.setProperty('--light', light);
    picture.style.setProperty('--dark', dark);
    picture.classList.toggle('outside', area === 'outside');
    const points = POINTS[shape];
    const outline = document.createElementNS(
      SVG,
      points === undefined ? 'circle' : 'polygon',
    );
    if (points === undefined) {
      outline.setAttribute('r', '9.5');
    } else {
      outline.setAttribute(
        'points',
        points.map(([x, y]) => `${10.5 * x},${10.5 * y}`).join(' '),
      );
    }
    picture.append(outline);
    return picture;
  }

  window.shapes = {
    trace,
    swatch,
    /** The points as the drawing library takes them; nothing for a circle. */
    flat: (shape) => POINTS[shape]?.flat().join(' '),
  };
})();
