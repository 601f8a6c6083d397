'use strict';
/* global window */

/** What stands out: the neighbourhood of one entity, or what is looked for; nothing stands out where neither is. */
window.createLight = function (graph, view) {
  /** @returns the keys and relationships that stay bright, or undefined */
  function of({ pointed, chosen, matches, reach }) {
    // In its own view of reach the chosen entity lights all of it.
    const focus = pointed ?? (chosen === reach?.key ? undefined : chosen);
    if (focus !== undefined && view.isVisible(focus)) {
      const relationships = graph
        .relationshipsOf(focus)
        .filter((relationship) => view.isDrawn(relationship));
      return {
        focus,
        keys: new Set([
          focus,
          ...relationships.flatMap(({ from, to }) => [from, to]),
        ]),
        relationships,
      };
    }
    if (matches !== undefined && matches.size > 0) {
      return {
        keys: new Set([...matches].filter(view.isVisible)),
        relationships: [],
      };
    }
    return undefined;
  }

  return { of };
};
