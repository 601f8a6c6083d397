'use strict';
/* global document, window */

/** The types on the page, each with its mark and number. Pressing one hides it, or shows it again. */
window.createLegend = function (data, onChange) {
  const { element, button } = window.dom;
  const list = document.getElementById('legend');
  const hidden = new Set();
  const counts = new Map();
  for (const { type } of data.entities) {
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }

  const chips = new Map(
    Object.entries(data.types).map(([type, mark]) => {
      const chip = button(
        'chip',
        () => {
          set(type, hidden.has(type));
          onChange();
        },
        window.shapes.swatch(mark),
        element('span', 'name', mark.name),
        element('span', 'count', String(counts.get(type))),
      );
      chip.dataset.type = type;
      chip.title = type;
      chip.setAttribute('aria-pressed', 'true');
      return [type, chip];
    }),
  );
  const all = button(
    'chip all',
    () => {
      [...hidden].forEach((type) => set(type, true));
      onChange();
      list.querySelector('.chip').focus();
    },
    'Show all types',
  );
  all.hidden = true;
  list.append(...chips.values(), all);

  function set(type, isShown) {
    if (isShown) {
      hidden.delete(type);
    } else {
      hidden.add(type);
    }
    chips.get(type).setAttribute('aria-pressed', String(isShown));
    all.hidden = hidden.size === 0;
  }

  return { isHidden: (type) => hidden.has(type) };
};
