'use strict';
/* global document, window */

/** A canvas as large as its parent, and as sharp as the screen. */
(function () {
  window.createCanvas = function (id) {
    const canvas = document.getElementById(id);
    const context = canvas.getContext('2d');

    /** An empty canvas, to be drawn on in units of the page's pixels. */
    function cleared() {
      const { clientWidth: width, clientHeight: height } = canvas.parentElement;
      const ratio = window.devicePixelRatio || 1;
      if (
        canvas.width !== Math.round(width * ratio) ||
        canvas.height !== Math.round(height * ratio)
      ) {
        canvas.width = Math.round(width * ratio);
        canvas.height = Math.round(height * ratio);
      }
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, width, height);
      return { context, width, height };
    }

    return { cleared };
  };

  /** The discs of the teams, below everything. */
  window.createGround = function (view, theme) {
    const canvas = window.createCanvas('ground');

    function draw() {
      const { context } = canvas.cleared();
      const zoom = view.cy.zoom();
      const pan = view.cy.pan();
      context.fillStyle = theme.colour('disc');
      context.strokeStyle = theme.colour('line');
      for (const { x, y, radius } of view.discs()) {
        context.beginPath();
        context.arc(
          x * zoom + pan.x,
          y * zoom + pan.y,
          radius * zoom,
          0,
          2 * Math.PI,
        );
        context.fill();
        context.stroke();
      }
    }

    return { draw };
  };
})();
