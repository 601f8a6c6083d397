'use strict';
/* global window */

/** How types and states look. Every text and every edge is dark enough on the light ground to be read. */
(function () {
  const COLOURS = [
    ...['#3b4cc0', '#7b3294', '#0a7d72', '#b35806', '#2b6cb0', '#6b7a1f'],
    ...['#c2185b', '#5d4037', '#00838f', '#7f0000', '#455a64', '#33691e'],
    ...['#8a6d00', '#4527a0', '#a63d7a', '#1b5e5a', '#9c4221', '#546e00'],
    ...['#37474f', '#6a1b9a', '#00695c', '#795548'],
  ];
  /** The middle of a team's disc and the accounts above: large, and named at every distance. */
  const ROOTS = { heroku_account: 60, heroku_team: 50 };
  const SIZES = { ...ROOTS, heroku_application: 28, heroku_space: 28 };

  window.appearance = {
    isRoot: (type) => type in ROOTS,
    sizeOf: (type) => SIZES[type] ?? 20,
    coloursOf: (types) =>
      new Map(
        types.map((type, index) => [type, COLOURS[index % COLOURS.length]]),
      ),
    nameOf: (type) => type.replace('heroku_', '').replace(/_/g, ' '),
    stylesheet: [
      {
        selector: 'node',
        style: {
          'background-color': 'data(colour)',
          width: 'data(size)',
          height: 'data(size)',
          label: 'data(label)',
          'font-size': 9,
          'min-zoomed-font-size': 7,
          'text-valign': 'bottom',
          'text-margin-y': 2,
          color: '#1c2330',
        },
      },
      {
        selector: 'node.root',
        style: {
          shape: 'round-rectangle',
          'z-index': 10,
          'font-weight': 'bold',
          'font-size': 16,
          'min-zoomed-font-size': 0,
          'text-background-color': '#ffffff',
          'text-background-opacity': 0.85,
          'text-background-padding': 2,
          'text-background-shape': 'roundrectangle',
        },
      },
      {
        selector: 'edge',
        style: {
          width: 1.2,
          'line-color': '#8a94a6',
          'curve-style': 'haystack',
          opacity: 0.45,
        },
      },
      { selector: '.hidden', style: { display: 'none' } },
      {
        selector: 'node.faded',
        style: { opacity: 0.18, 'text-opacity': 0 },
      },
      {
        selector: 'node.root.faded',
        style: { opacity: 0.7, 'text-opacity': 1 },
      },
      { selector: 'edge.quiet', style: { opacity: 0.07 } },
      {
        selector: 'node.offender',
        style: {
          'outline-width': 5,
          'outline-color': '#c1121f',
          'z-index': 12,
        },
      },
      {
        selector: 'node.found',
        style: {
          'font-weight': 'bold',
          'min-zoomed-font-size': 0,
          'text-background-color': '#ffffff',
          'text-background-opacity': 0.85,
        },
      },
      {
        selector: 'edge.near',
        style: {
          width: 3,
          'line-color': '#1f3a8a',
          opacity: 0.9,
          'z-index': 5,
        },
      },
      {
        selector: 'node.near',
        style: {
          opacity: 1,
          'text-opacity': 1,
          'z-index': 14,
          'min-zoomed-font-size': 5,
          'text-background-color': '#ffffff',
          'text-background-opacity': 0.85,
        },
      },
      {
        selector: 'node.chosen',
        style: {
          'border-width': 5,
          'border-color': '#111827',
          'font-weight': 'bold',
          'z-index': 15,
        },
      },
    ],
  };
})();
