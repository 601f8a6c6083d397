'use strict';
/* global window */

/** How values, findings and relationships read. */
(function () {
  function value(name, one) {
    if (name.endsWith('On') && typeof one === 'number') {
      return new Date(one).toISOString().replace('T', ' ').slice(0, 16);
    }
    if (Array.isArray(one)) {
      return one.join(', ');
    }
    return typeof one === 'object' ? JSON.stringify(one) : String(one);
  }

  /** Properties in one line: what is false is left out. */
  function properties(all) {
    return Object.entries(all)
      .filter(([, one]) => one !== false)
      .map(([name, one]) =>
        one === true ? name : `${name} ${value(name, one)}`,
      )
      .join(', ');
  }

  /** At most so many characters; a name that is cut ends with an ellipsis. */
  function short(text, most) {
    const letters = [...text];
    return letters.length <= most
      ? text
      : `${letters.slice(0, most - 1).join('')}…`;
  }

  const LEVELS = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'INFO'];

  /** What is worst first: by the level of its alert rule, then by how much there is of it. */
  function worstFirst(findings) {
    const rank = ({ level }) =>
      LEVELS.includes(level) ? LEVELS.indexOf(level) : LEVELS.length;
    return [...findings].sort(
      (a, b) => rank(a) - rank(b) || b.hits.length - a.hits.length,
    );
  }

  window.words = {
    value,
    properties,
    short,
    worstFirst,
    finding: ({ title, name }) =>
      name === undefined ? title : `${title} ${name}`,
    level: (level) => `${level.charAt(0)}${level.slice(1).toLowerCase()}`,
  };
})();
