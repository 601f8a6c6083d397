'use strict';
/* global window */

/** Where everything stands in the whole graph: in the arrangement that suits the window best. */
window.createHome = function ({ entities, discs, arrangements }) {
  function arrangementFor(aspect) {
    const distance = (one) => Math.abs(Math.log(one.aspect / aspect));
    return arrangements.reduce((best, one) =>
      distance(one) < distance(best) ? one : best,
    );
  }

  return {
    arrangementFor,
    placesIn: ({ centres }) =>
      new Map(
        entities.map(({ key, disc, offset }) => [
          key,
          { x: centres[disc].x + offset.x, y: centres[disc].y + offset.y },
        ]),
      ),
    discsIn: ({ centres }) =>
      discs
        .map(({ label, radius }, index) => ({
          index,
          label,
          radius,
          ...centres[index],
        }))
        .filter(({ radius }) => radius > 0),
  };
};
