'use strict';
/* global window */

/** How the drawing library draws entities and relationships at rest. Names, rings and light lie above it. */
window.appearance = function ({ isDark, colour }) {
  const own = isDark() ? 'data(dark)' : 'data(light)';
  return [
    {
      selector: 'node',
      style: {
        shape: 'data(shape)',
        width: 'data(size)',
        height: 'data(size)',
        'background-color': own,
      },
    },
    {
      selector: 'node[points]',
      style: { 'shape-polygon-points': 'data(points)' },
    },
    {
      selector: 'node[?isOutside]',
      style: {
        'background-color': colour('ground'),
        'border-width': 2.5,
        'border-style': 'dashed',
        'border-color': own,
      },
    },
    {
      selector: 'edge',
      style: {
        width: 1.1,
        'line-color': colour('edge'),
        'curve-style': 'haystack',
        'haystack-radius': 0,
        opacity: 0.4,
      },
    },
    {
      selector: 'edge[?isOutside]',
      style: { 'line-style': 'dashed', opacity: 0.5 },
    },
    { selector: '.hidden, .away', style: { display: 'none' } },
  ];
};
