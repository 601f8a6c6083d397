'use strict';
/* global cytoscape, document, window */

/** What runs in the page: search, filters, details and the answers to the questions. */
(function () {
  const data = JSON.parse(document.getElementById('data').textContent);
  const COLOURS = [
    '#3b4cc0',
    '#7b3294',
    '#0a7d72',
    '#b35806',
    '#2b6cb0',
    '#6b7a1f',
    '#c2185b',
    '#5d4037',
    '#00838f',
    '#7f0000',
    '#455a64',
    '#33691e',
  ];
  const types = [...new Set(data.entities.map(({ type }) => type))].sort();
  const colourOf = new Map(
    types.map((type, index) => [type, COLOURS[index % COLOURS.length]]),
  );
  const SIZES = { heroku_account: 44, heroku_team: 38, heroku_application: 26 };
  const byKey = new Map(data.entities.map((entity) => [entity.key, entity]));
  const textOf = new Map(
    data.entities.map(({ key, type, label, properties }) => [
      key,
      [type, label, ...Object.values(properties)].join(' ').toLowerCase(),
    ]),
  );
  const isLarge = data.entities.length > 1500;

  const cy = cytoscape({
    container: document.getElementById('graph'),
    elements: [
      ...data.entities.map(({ key, type, label, position }) => ({
        group: 'nodes',
        data: {
          id: key,
          label,
          colour: colourOf.get(type),
          size: SIZES[type] ?? 18,
        },
        position,
      })),
      ...data.relationships
        .filter(({ from, to }) => byKey.has(from) && byKey.has(to))
        .map(({ key, from, to, verb }) => ({
          group: 'edges',
          data: { id: `edge ${key}`, source: from, target: to, verb },
        })),
    ],
    layout: { name: 'preset' },
    style: [
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
        selector: 'edge',
        style: {
          width: 1,
          'line-color': '#c3cad6',
          'curve-style': 'haystack',
          opacity: 0.6,
        },
      },
      { selector: '.hidden', style: { display: 'none' } },
      { selector: '.faded', style: { opacity: 0.12 } },
      {
        selector: '.offender',
        style: { 'border-width': 5, 'border-color': '#c1121f' },
      },
      {
        selector: '.chosen',
        style: { 'border-width': 5, 'border-color': '#111827' },
      },
    ],
    minZoom: 0.02,
    maxZoom: 4,
    pixelRatio: isLarge ? 1 : 'auto',
    hideEdgesOnViewport: isLarge,
    textureOnViewport: isLarge,
  });

  const search = document.getElementById('search');
  const team = document.getElementById('team');
  const status = document.getElementById('status');
  const details = document.getElementById('details');
  const hiddenTypes = new Set();
  let finding;
  let chosen;

  for (const name of [
    ...new Set(data.entities.map((entity) => entity.team)),
  ].sort()) {
    if (name !== '') {
      team.append(new window.Option(name, name));
    }
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
      update();
    });
    const swatch = element('span', 'swatch');
    swatch.style.background = colourOf.get(type);
    const number = data.entities.filter((entity) => entity.type === type);
    label.append(
      box,
      swatch,
      element('span', '', type.replace('heroku_', '').replace(/_/g, ' ')),
      element('span', 'count', String(number.length)),
    );
    document.getElementById('types').append(label);
  }
  for (const each of data.findings) {
    const button = element('button', '', each.title);
    button.type = 'button';
    button.setAttribute('aria-pressed', 'false');
    button.append(element('span', 'count', String(each.keys.length)));
    button.addEventListener('click', () => {
      finding = finding === each ? undefined : each;
      for (const other of document.querySelectorAll('#findings button')) {
        other.setAttribute('aria-pressed', 'false');
      }
      button.setAttribute('aria-pressed', String(finding === each));
      update();
      const offenders = cy.nodes('.offender').not('.hidden');
      if (finding !== undefined && offenders.nonempty()) {
        cy.fit(offenders, 120);
      }
    });
    document.getElementById('findings').append(button);
  }

  search.addEventListener('input', update);
  team.addEventListener('change', () => {
    update();
    cy.fit(cy.nodes().not('.hidden'), 40);
  });
  cy.on('mouseover', 'node', (event) => {
    if (chosen === undefined) {
      showDetails(event.target.id());
    }
  });
  cy.on('tap', (event) => {
    chosen =
      event.target === cy || event.target.isEdge()
        ? undefined
        : event.target.id();
    cy.nodes('.chosen').removeClass('chosen');
    if (chosen !== undefined) {
      cy.getElementById(chosen).addClass('chosen');
      showDetails(chosen);
    }
  });

  function update() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const offenders = new Set(
      (finding === undefined ? data.findings : [finding]).flatMap(
        ({ keys }) => keys,
      ),
    );
    let shown = 0;
    let matched = 0;
    cy.batch(() => {
      for (const { key, type, team: name } of data.entities) {
        const node = cy.getElementById(key);
        const isShown =
          !hiddenTypes.has(type) && (team.value === '' || team.value === name);
        const isMatch =
          words.every((word) => textOf.get(key).includes(word)) &&
          (finding === undefined || offenders.has(key));
        node.toggleClass('hidden', !isShown);
        node.toggleClass('faded', isShown && !isMatch);
        node.toggleClass('offender', offenders.has(key));
        shown += isShown ? 1 : 0;
        matched += isShown && isMatch ? 1 : 0;
      }
    });
    const isNarrowed = words.length > 0 || finding !== undefined;
    status.textContent = isNarrowed
      ? `${matched} of ${shown} entities match`
      : `${shown} entities shown`;
  }

  function showDetails(key) {
    const { type, label, team: name, properties } = byKey.get(key);
    const list = document.createElement('dl');
    for (const [property, value] of Object.entries(properties)) {
      list.append(
        element('dt', '', property),
        element('dd', '', readable(property, value)),
      );
    }
    const hits = data.findings.filter(({ keys }) => keys.includes(key));
    details.replaceChildren(
      element('h3', '', label),
      element('p', '', name === '' ? type : `${type}, near the team ${name}`),
      ...hits.map(({ title, remedy }) =>
        element('p', 'finding', remedy ? `${title} ${remedy}` : title),
      ),
      list,
    );
  }

  function readable(property, value) {
    if (property.endsWith('On') && typeof value === 'number') {
      return new Date(value).toISOString().replace('T', ' ').slice(0, 16);
    }
    return Array.isArray(value) ? value.join(', ') : String(value);
  }

  function element(name, className, text) {
    const created = document.createElement(name);
    created.className = className;
    created.textContent = text ?? '';
    return created;
  }

  update();
  cy.fit(undefined, 40);
  window.graphPage = { cy };
})();
