'use strict';
/* global cytoscape, document, window */

/** The drawing: where each entity stands, what is hidden, and where it is looked at from. */
window.createView = function (data, graph, theme) {
  const isLarge = data.entities.length > 1500;
  const container = document.getElementById('graph');
  const home = window.createHome(data);
  let atHome = home.arrangementFor(aspect());
  let places = home.placesIn(atHome);
  /** The view that is on instead of the whole graph. */
  let elsewhere;
  const hidden = new Set();
  /** The discs that hold something that is shown. */
  let occupied = new Set();

  const cy = cytoscape({
    container,
    elements: [
      ...data.entities.map(({ key, type, isOutside }) => ({
        group: 'nodes',
        data: nodeData(key, data.types[type], isOutside),
        position: { ...places.get(key) },
      })),
      ...data.relationships.map(({ from, to }, index) => ({
        group: 'edges',
        data: {
          id: `edge ${index}`,
          source: from,
          target: to,
          isOutside: isOutside(from) || isOutside(to),
        },
      })),
    ],
    layout: { name: 'preset', fit: false },
    style: window.appearance(theme),
    minZoom: 0.01,
    maxZoom: 4,
    autoungrabify: true,
    boxSelectionEnabled: false,
    pixelRatio: isLarge ? 1 : 'auto',
    hideEdgesOnViewport: isLarge,
    textureOnViewport: isLarge,
  });
  theme.onChange(() => cy.style(window.appearance(theme)));

  function aspect() {
    return (container.clientWidth || 1) / (container.clientHeight || 1);
  }

  function isOutside(key) {
    return graph.entity(key).isOutside === true;
  }

  function nodeData(id, { shape, size, light, dark }, isOutside = false) {
    const points = window.shapes.flat(shape);
    return {
      ...{ id, size, light, dark, isOutside },
      ...(points === undefined
        ? { shape: 'ellipse' }
        : { shape: 'polygon', points }),
    };
  }

  const nodes = new Map(cy.nodes().map((node) => [node.id(), node]));
  const edges = new Map(
    data.relationships.map((relationship, index) => [
      relationship,
      cy.getElementById(`edge ${index}`),
    ]),
  );
  const relationshipOf = new Map(
    [...edges].map(([relationship, edge]) => [edge.id(), relationship]),
  );

  /** Hides what `isHidden` says; what is hidden already is not touched. */
  function hide(isHidden) {
    cy.batch(() => {
      for (const [key, node] of nodes) {
        if (hidden.has(key) !== isHidden(key)) {
          node.toggleClass('hidden', isHidden(key));
          if (isHidden(key)) {
            hidden.add(key);
          } else {
            hidden.delete(key);
          }
        }
      }
    });
    occupied = new Set(
      data.entities
        .filter(({ key }) => !hidden.has(key))
        .map(({ disc }) => disc),
    );
  }

  /** Shows some entities elsewhere, with some relationships, and nothing else; without `next`, all at home. */
  function arrange(next) {
    elsewhere = next;
    atHome = home.arrangementFor(aspect());
    places = elsewhere?.places ?? home.placesIn(atHome);
    cy.batch(() => {
      for (const [key, node] of nodes) {
        node.toggleClass('away', !places.has(key));
        const place = places.get(key);
        if (place !== undefined) {
          node.position({ ...place });
          node.data('size', sizeOf(key));
        }
      }
      for (const [relationship, edge] of edges) {
        edge.toggleClass(
          'away',
          elsewhere !== undefined && !elsewhere.relationships.has(relationship),
        );
      }
    });
  }

  function sizeOf(key) {
    const { size } = graph.markOf(key);
    return Math.min(size, elsewhere?.mostSize ?? size);
  }

  const isVisible = (key) => places.has(key) && !hidden.has(key);

  function isDrawn(relationship) {
    return (
      isVisible(relationship.from) &&
      isVisible(relationship.to) &&
      !edges.get(relationship).hasClass('away')
    );
  }

  const camera = window.createCamera(cy, {
    /** The room that some entities take, or all that are shown; nothing where there are none. */
    boxOf(wanted) {
      const keys = [...(wanted ?? places.keys())].filter(isVisible);
      const edges = (axis) =>
        keys.flatMap((key) => {
          const half = sizeOf(key) / 2;
          return [places.get(key)[axis] - half, places.get(key)[axis] + half];
        });
      if (keys.length === 0) {
        return undefined;
      }
      const [x, y] = [edges('x'), edges('y')].map((all) => ({
        least: all.reduce((one, other) => Math.min(one, other)),
        most: all.reduce((one, other) => Math.max(one, other)),
      }));
      return {
        x: x.least,
        y: y.least,
        width: x.most - x.least,
        height: y.most - y.least,
      };
    },
    placeOf: (key) => places.get(key),
    margin: () => elsewhere?.margin,
  });

  new window.ResizeObserver(() => {
    cy.resize();
    if (camera.isWhole()) {
      if (elsewhere === undefined && home.arrangementFor(aspect()) !== atHome) {
        arrange(undefined);
      }
      camera.fit();
    }
  }).observe(container);

  /** Where an entity is on the screen, and how large. */
  function onScreen(key) {
    const zoom = cy.zoom();
    const pan = cy.pan();
    const { x, y } = places.get(key);
    return {
      x: x * zoom + pan.x,
      y: y * zoom + pan.y,
      radius: (sizeOf(key) / 2) * zoom,
    };
  }

  return {
    ...{ cy, isLarge, hide, arrange, camera },
    ...{ isVisible, isDrawn, onScreen },
    keys: () => places.keys(),
    /** The discs that hold something; none while something else than the whole graph is shown. */
    discs: () =>
      elsewhere === undefined
        ? home.discsIn(atHome).filter(({ index }) => occupied.has(index))
        : [],
    relationshipOf: (edge) => relationshipOf.get(edge.id()),
  };
};
