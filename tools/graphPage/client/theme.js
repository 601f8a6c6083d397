'use strict';
/* global document, window */

/** Light or dark: as the system has it, until the reader chooses. Runs first, so that the page never flashes. */
(function () {
  const root = document.documentElement;
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const listeners = [];
  let isChosen = false;

  function set(name) {
    root.dataset.theme = name;
    for (const listener of listeners) {
      listener();
    }
  }

  system.addEventListener('change', () => {
    if (!isChosen) {
      set(system.matches ? 'dark' : 'light');
    }
  });
  set(system.matches ? 'dark' : 'light');

  window.theme = {
    isDark: () => root.dataset.theme === 'dark',
    toggle() {
      isChosen = true;
      set(root.dataset.theme === 'dark' ? 'light' : 'dark');
    },
    onChange: (listener) => listeners.push(listener),
    /** The value of one of the style sheet's custom properties. */
    colour: (name) =>
      window.getComputedStyle(root).getPropertyValue(`--${name}`).trim(),
  };
})();
