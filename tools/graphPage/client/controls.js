'use strict';
/* global document, window */

/** Fills the panel of search, teams, types and questions, and says what was chosen in it. */
window.createControls = function (data, { types, colours, on }) {
  const search = document.getElementById('search');
  const team = document.getElementById('team');
  const hiddenTypes = new Set();
  const buttonOf = new Map();

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
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      search.value = '';
      on.escape();
    }
  });
  team.addEventListener('change', on.team);
  document.getElementById('fit').addEventListener('click', on.fit);
  document.getElementById('closer').addEventListener('click', on.closer);
  document.getElementById('farther').addEventListener('click', on.farther);
  addTypes();
  addFindings();

  function addTypes() {
    const counts = new Map();
    for (const { type } of data.entities) {
      counts.set(type, (counts.get(type) ?? 0) + 1);
    }
    for (const type of types) {
      const label = document.createElement('label');
      const box = document.createElement('input');
      box.type = 'checkbox';
      box.checked = true;
      box.dataset.type = type;
      box.addEventListener('change', () => {
        if (box.checked) {
          hiddenTypes.delete(type);
        } else {
          hiddenTypes.add(type);
        }
        on.types();
      });
      const swatch = span('swatch', '');
      swatch.style.background = colours.get(type);
      label.append(
        box,
        swatch,
        span('', window.appearance.nameOf(type)),
        span('count', String(counts.get(type))),
      );
      document.getElementById('types').append(label);
    }
  }

  function addFindings() {
    const list = document.getElementById('findings');
    const withHits = data.findings.filter(({ hits }) => hits.length > 0);
    const count = (state) =>
      data.findings.filter((finding) => finding.state === state).length;
    const unanswered = count('notAnswered');
    for (const [title, isBad] of [
      ['To act on', true],
      ['To know', false],
    ]) {
      const some = withHits.filter((finding) => finding.isBad === isBad);
      if (some.length > 0) {
        const heading = document.createElement('h3');
        heading.textContent = title;
        list.append(heading, ...some.map(findingButton));
      }
    }
    const note = document.createElement('p');
    note.className = 'hint';
    note.id = 'without-hits';
    note.textContent =
      data.findings.length === 0
        ? 'No question was asked of this graph.'
        : `${count('none')} of ${data.findings.length} queries find nothing here.${unanswered > 0 ? ` ${unanswered} are not answered: what they take was not collected.` : ''}`;
    list.append(note);
  }

  function findingButton(finding) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = finding.isBad ? 'bad' : '';
    button.setAttribute('aria-pressed', 'false');
    const words = span('', finding.title);
    if (finding.name !== undefined) {
      words.append(' ', span('hint', finding.name));
    }
    button.append(words, span('count', String(finding.hits.length)));
    button.addEventListener('click', () => on.finding(finding));
    buttonOf.set(finding, button);
    return button;
  }

  function span(className, text) {
    const created = document.createElement('span');
    created.className = className;
    created.textContent = text;
    return created;
  }

  return {
    words: () => search.value.toLowerCase().split(/\s+/).filter(Boolean),
    team: () => team.value,
    isHidden: (type) => hiddenTypes.has(type),
    press(finding) {
      for (const [each, button] of buttonOf) {
        button.setAttribute('aria-pressed', String(each === finding));
      }
    },
    say(text) {
      document.getElementById('status').textContent = text;
    },
  };
};
