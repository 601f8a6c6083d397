'use strict';
/* global document, window */

/** A few words at the pointer. The panel beside the drawing says the same to those who do not point. */
window.createTooltip = function (graph, theme) {
  const { element, counted } = window.dom;
  const box = document.getElementById('tooltip');
  const area = document.getElementById('canvas');
  const AWAY = 14;
  const MOST = 5;

  function showEntity(key, place) {
    const { label, type, team, isOutside } = graph.entity(key);
    const mark = graph.markOf(key);
    const toAct = graph.findingsOf(key).filter(({ isBad }) => isBad).length;
    show(place, [
      element('strong', '', label),
      element(
        'span',
        'line',
        window.shapes.swatch(mark),
        isOutside ? `${type}, of another integration` : mark.name,
      ),
      team !== '' && team !== label
        ? element('span', 'line', `in ${team}`)
        : undefined,
      ...relationshipLines(key),
      toAct > 0
        ? element('span', 'line bad', `${counted(toAct, 'finding')} to act on`)
        : undefined,
    ]);
  }

  /** How many relationships there are of each verb and type, the most first. */
  function relationshipLines(key) {
    const counts = new Map();
    for (const relationship of graph.relationshipsOf(key)) {
      const name = graph.markOf(graph.otherEnd(relationship, key)).name;
      const words =
        relationship.from === key
          ? `${relationship.verb} → ${name}`
          : `← ${relationship.verb} ${name}`;
      counts.set(words, (counts.get(words) ?? 0) + 1);
    }
    const lines = [...counts]
      .sort(([, a], [, b]) => b - a)
      .map(([words, count]) =>
        element('span', 'line', count === 1 ? words : `${words} × ${count}`),
      );
    const more = lines.length - MOST;
    return more <= 0
      ? lines
      : [
          ...lines.slice(0, MOST),
          element('span', 'line', `and ${counted(more, 'kind')} more`),
        ];
  }

  function showRelationship({ from, to, verb, properties }, place) {
    show(place, [
      element('strong', '', graph.entity(from).label),
      element('span', 'line', `${verb} →`),
      element('strong', '', graph.entity(to).label),
      element('span', 'line', window.words.properties(properties)),
    ]);
  }

  function show(place, lines) {
    box.replaceChildren(...lines.filter((line) => line !== undefined));
    box.hidden = false;
    move(place);
  }

  /** Beside the pointer, on the side where there is room. */
  function move({ x, y }) {
    if (box.hidden) {
      return;
    }
    const { offsetWidth: width, offsetHeight: height } = box;
    const left =
      x + AWAY + width <= area.clientWidth ? x + AWAY : x - AWAY - width;
    const top =
      y + AWAY + height <= area.clientHeight ? y + AWAY : y - AWAY - height;
    box.style.left = `${Math.max(0, left)}px`;
    box.style.top = `${Math.max(0, top)}px`;
  }

  function hide() {
    box.hidden = true;
  }

  theme.onChange(hide);
  return { showEntity, showRelationship, move, hide };
};
