'use strict';
/* global cytoscape, document, window */

/** The drawing: what is hidden, faded, marked or chosen in it, and where it is looked at. */
window.createView = function (data) {
  const { isRoot, sizeOf, coloursOf, stylesheet } = window.appearance;
  const types = [...new Set(data.entities.map(({ type }) => type))].sort();
  const colours = coloursOf(types);
  const keys = new Set(data.entities.map(({ key }) => key));
  const isLarge = data.entities.length > 1500;
  const MARGIN = 50;
  const NEAR = 1.2;
  const LABEL = { least: 16, onScreen: 12, most: 320 };

  const cy = cytoscape({
    container: document.getElementById('graph'),
    elements: [
      ...data.entities.map(({ key, type, label, position }) => ({
        group: 'nodes',
        data: {
          id: key,
          label,
          colour: colours.get(type),
          size: sizeOf(type),
        },
        classes: isRoot(type) ? 'root' : '',
        position,
      })),
      ...data.relationships
        .filter(({ from, to }) => keys.has(from) && keys.has(to))
        .map(({ from, to }, index) => ({
          group: 'edges',
          data: { id: `edge ${index}`, source: from, target: to },
        })),
    ],
    layout: { name: 'preset' },
    style: stylesheet,
    minZoom: 0.01,
    maxZoom: 4,
    autoungrabify: true,
    boxSelectionEnabled: false,
    pixelRatio: isLarge ? 1 : 'auto',
    hideEdgesOnViewport: isLarge,
    textureOnViewport: isLarge,
  });

  const nodes = new Map(cy.nodes().map((node) => [node.id(), node]));
  let named = cy.nodes('.root');
  const states = new Map();
  let near = cy.collection();
  let chosen = cy.collection();
  let isLabelDue = false;
  let isQuiet = false;
  let labelSize = 0;

  // The names of teams, accounts and a few offenders keep a readable size on the screen, however far away they are.
  cy.on('zoom', () => {
    if (isLabelDue) {
      return;
    }
    isLabelDue = true;
    window.requestAnimationFrame(() => {
      isLabelDue = false;
      sizeLabels();
    });
  });

  function sizeLabels() {
    const { least, onScreen, most } = LABEL;
    const wanted = Math.min(most, Math.max(least, onScreen / cy.zoom()));
    // In steps, so that a turn of the wheel does not measure each name again.
    const size = Math.round(
      1.15 ** Math.ceil(Math.log(wanted) / Math.log(1.15)),
    );
    if (size !== labelSize) {
      labelSize = size;
      named.style('font-size', size);
    }
  }

  /**
   * Applies the classes of each entity; what has them already is not touched. Where some entities are looked for the
   * relationships step back.
   */
  function show(stateOf, isNarrowed) {
    cy.batch(() => {
      if (isNarrowed !== isQuiet) {
        isQuiet = isNarrowed;
        cy.edges().toggleClass('quiet', isQuiet);
      }
      for (const [key, node] of nodes) {
        const state = stateOf(key);
        if (states.get(key) !== state) {
          states.set(key, state);
          for (const name of ['hidden', 'faded', 'offender', 'found']) {
            node.toggleClass(name, state.split(' ').includes(name));
          }
        }
      }
    });
    named.not('.root, .found').removeStyle('font-size');
    named = cy.nodes('.root, .found');
    labelSize = 0;
    sizeLabels();
  }

  function markNear(key) {
    const next =
      key === undefined ? cy.collection() : nodes.get(key).closedNeighborhood();
    cy.batch(() => {
      near.removeClass('near');
      next.addClass('near');
    });
    near = next;
  }

  function markChosen(key) {
    chosen.removeClass('chosen');
    chosen = key === undefined ? cy.collection() : nodes.get(key);
    chosen.addClass('chosen');
    markNear(key);
  }

  function fit(wanted) {
    const all = cy.nodes().not('.hidden');
    const some =
      wanted === undefined ? all : all.filter((node) => wanted.has(node.id()));
    if (some.empty()) {
      return;
    }
    cy.fit(all, MARGIN);
    const whole = cy.zoom();
    if (wanted !== undefined) {
      cy.fit(some, MARGIN);
      if (cy.zoom() < 1.5 * whole) {
        // They are all over the graph: the rest says where.
        cy.fit(all, MARGIN);
      } else if (cy.zoom() > NEAR) {
        cy.zoom(NEAR);
        cy.center(some);
      }
    }
  }

  function zoomBy(factor) {
    cy.zoom({
      level: cy.zoom() * factor,
      renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 },
    });
  }

  /** Brings an entity into sight, and no nearer than it takes to read its name. */
  function goTo(key) {
    const node = nodes.get(key);
    cy.zoom(Math.max(cy.zoom(), 0.9));
    cy.center(node);
  }

  return {
    cy,
    types,
    colours,
    isLarge,
    show,
    markNear,
    markChosen,
    fit,
    zoomBy,
    goTo,
  };
};
