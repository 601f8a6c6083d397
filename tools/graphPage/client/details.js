'use strict';
/* global document, window */

/** The panel that tells of one entity, of what one question found, or of what can reach what. */
window.createDetails = function (graph, overview, on) {
  const { element, button, section, counted } = window.dom;
  const { words } = window;
  const panel = document.getElementById('details');

  function show(...children) {
    panel.replaceChildren(
      ...children.flat().filter((child) => child !== undefined),
    );
    panel.scrollTop = 0;
  }

  function link(key) {
    return button(
      'link',
      () => on.entity(key),
      window.shapes.swatch(graph.markOf(key)),
      element('span', '', graph.entity(key).label),
    );
  }

  function item(...parts) {
    return element(
      'li',
      '',
      ...parts
        .filter((part) => part !== '')
        .map((part) =>
          typeof part === 'string' ? element('span', 'hint', part) : part,
        ),
    );
  }

  function showEntity(key) {
    const entity = graph.entity(key);
    const mark = graph.markOf(key);
    const findings = graph.findingsOf(key);
    show(
      element('h2', '', entity.label),
      element(
        'p',
        'kind',
        window.shapes.swatch(mark),
        element(
          'span',
          '',
          entity.isOutside
            ? `${entity.type}, of another integration`
            : entity.type,
          entity.team !== '' && entity.team !== entity.label
            ? `, near the team ${entity.team}`
            : '',
        ),
      ),
      window.reach.isPartOf(entity)
        ? button(
            'action',
            () => on.reach(key),
            entity.type === 'heroku_account_member'
              ? 'What can this person reach?'
              : 'Who can reach this, and what can it reach?',
          )
        : undefined,
      findings.length > 0
        ? section(
            'Found by',
            window.words
              .worstFirst(findings)
              .map((finding) =>
                item(
                  button(
                    finding.isBad ? 'link bad' : 'link',
                    () => on.finding(finding),
                    words.finding(finding),
                  ),
                ),
              ),
          )
        : undefined,
      element('h3', '', 'Properties'),
      propertyList(entity.properties),
      relationshipLists(key),
    );
  }

  function relationshipLists(key) {
    const groups = new Map();
    for (const relationship of graph.relationshipsOf(key)) {
      const other = graph.otherEnd(relationship, key);
      const direction = relationship.from === key ? '→' : '←';
      const { type, isOutside } = graph.entity(other);
      const title = `${direction} ${relationship.verb} ${
        isOutside ? `${type}, outside Heroku` : graph.markOf(other).name
      }`;
      groups.set(title, [
        ...(groups.get(title) ?? []),
        { other, properties: relationship.properties },
      ]);
    }
    return [...groups.keys()].sort().map((title) => {
      const ones = groups.get(title);
      return section(
        `${title} (${ones.length})`,
        [...ones]
          .sort((a, b) =>
            graph
              .entity(a.other)
              .label.localeCompare(graph.entity(b.other).label),
          )
          .map(({ other, properties }) =>
            item(link(other), words.properties(properties)),
          ),
        'relationships',
      );
    });
  }

  function propertyList(properties) {
    return element(
      'dl',
      '',
      ...Object.entries(properties).flatMap(([name, value]) => [
        element('dt', '', name),
        element('dd', '', words.value(name, value)),
      ]),
    );
  }

  function showFinding(finding) {
    const { title, name, remedy, isBad, level, hits, state, reason } = finding;
    show(
      element('h2', '', title),
      name === undefined ? undefined : element('p', 'name', name),
      element(
        'p',
        'outcome',
        level === undefined
          ? undefined
          : element('span', `badge level ${level}`, words.level(level)),
        element(
          'span',
          isBad && hits.length > 0 ? 'bad' : '',
          outcome(state, hits.length),
        ),
      ),
      reason === undefined ? undefined : element('p', 'reason', reason),
      element('p', 'remedy', element('strong', '', 'What to do: '), remedy),
      hits.length > 0
        ? button(
            'action',
            () => window.csv.download(words.finding(finding), finding.table),
            'Export as CSV',
          )
        : undefined,
      hits.length > 0
        ? section(
            'Found',
            hits.map(({ text, keys }) => {
              const inGraph = keys.filter((key) => graph.entity(key));
              return item(...inGraph.map(link), beyondNames(text, inGraph));
            }),
            'found',
          )
        : undefined,
    );
  }

  function outcome(state, count) {
    switch (state) {
      case 'found':
        return `${count} found`;
      case 'partial':
        return `${count} found, but not everything was collected`;
      case 'notAnswered':
        return 'Not answered';
      default:
        return 'None found';
    }
  }

  /** What a hit says beside the names of its entities, which are links already. */
  function beyondNames(text, keys) {
    const names = new Set(keys.map((key) => graph.entity(key).label));
    return text
      .split(', ')
      .filter((part) => !names.has(part))
      .join(', ');
  }

  function showReach({ key, columns, howOf }) {
    const { label } = graph.entity(key);
    const title = `Blast radius of ${label}`;
    const others = columns
      .map((column) => ({
        title: column.title,
        keys: column.keys.filter((one) => one !== key),
      }))
      .filter(({ keys }) => keys.length > 0);
    show(
      element('h2', '', title),
      element(
        'p',
        'hint',
        others.length === 0
          ? 'Nobody reaches it and it reaches nothing, as far as was collected.'
          : 'Access goes from left to right: who can act, through which teams, on which apps, and so on which data.',
      ),
      element(
        'div',
        'actions',
        button('action', () => on.properties(key), 'Properties'),
        others.length === 0
          ? undefined
          : button(
              'action',
              () =>
                window.csv.download(title, {
                  columns: ['group', 'name', 'type', 'how'],
                  rows: others.flatMap((column) =>
                    column.keys.map((one) => [
                      column.title,
                      graph.entity(one).label,
                      graph.entity(one).type,
                      howOf(one),
                    ]),
                  ),
                }),
              'Export as CSV',
            ),
      ),
      others.map((column) =>
        section(
          `${column.title} (${column.keys.length})`,
          column.keys.map((one) => item(link(one), howOf(one))),
        ),
      ),
    );
  }

  return {
    showEntity,
    showFinding,
    showReach,
    showNothing: () => show(overview(counted)),
  };
};
