'use strict';
/* global document, window */

/** Search, team, zoom, theme and keys: says what was asked for. */
window.createControls = function (data, theme, on) {
  const byId = (id) => document.getElementById(id);
  const search = byId('search');
  const team = byId('team');

  const teams = new Set(data.entities.map((entity) => entity.team));
  team.append(
    ...[...teams]
      .filter((name) => name !== '')
      .sort((a, b) => a.localeCompare(b))
      .map((name) => new window.Option(name, name)),
  );
  search.addEventListener('input', on.search);
  search.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      on.enter();
    }
  });
  team.addEventListener('change', on.team);
  for (const [id, listener] of [
    ['fit', on.fit],
    ['closer', on.closer],
    ['farther', on.farther],
    ['home', on.home],
  ]) {
    byId(id).addEventListener('click', listener);
  }

  const dark = byId('dark');
  const showTheme = () =>
    dark.setAttribute('aria-pressed', String(theme.isDark()));
  dark.addEventListener('click', theme.toggle);
  theme.onChange(showTheme);
  showTheme();

  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      search.value = '';
      on.escape();
    } else if (event.key === '/' && event.target === document.body) {
      event.preventDefault();
      search.focus();
    }
  });
  const STEP = 80;
  const KEYS = {
    ArrowLeft: () => on.pan(STEP, 0),
    ArrowRight: () => on.pan(-STEP, 0),
    ArrowUp: () => on.pan(0, STEP),
    ArrowDown: () => on.pan(0, -STEP),
    '+': on.closer,
    '=': on.closer,
    '-': on.farther,
    0: on.fit,
  };
  byId('graph').addEventListener('keydown', (event) => {
    const act = KEYS[event.key];
    if (act !== undefined && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      act();
    }
  });

  return {
    words: () => search.value.toLowerCase().split(/\s+/).filter(Boolean),
    team: () => team.value,
    say(text) {
      byId('status').textContent = text;
    },
    /** Says in which view the drawing is. */
    showReach(label) {
      byId('reach').hidden = label === undefined;
      byId('reach-of').textContent = label ?? '';
    },
  };
};
