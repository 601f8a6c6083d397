'use strict';
/* global document, window */

/** The panel that tells of one entity, or of what one question found. All text is set as text, never as markup. */
window.createDetails = function (data, { onEntity, onFinding }) {
  const panel = document.getElementById('details');
  const entities = new Map(data.entities.map((entity) => [entity.key, entity]));
  const relationshipsOf = new Map();
  for (const { from, to, verb, properties } of data.relationships) {
    if (entities.has(from) && entities.has(to)) {
      add(from, { direction: '→', verb, other: to, properties });
      add(to, { direction: '←', verb, other: from, properties });
    }
  }
  const mappedOf = new Map();
  for (const each of data.mapped) {
    mappedOf.set(each.from, [...(mappedOf.get(each.from) ?? []), each]);
  }
  const findingsOf = new Map();
  for (const finding of data.findings) {
    for (const key of new Set(finding.hits.flatMap(({ keys }) => keys))) {
      findingsOf.set(key, [...(findingsOf.get(key) ?? []), finding]);
    }
  }

  function add(key, relationship) {
    const known = relationshipsOf.get(key);
    if (known === undefined) {
      relationshipsOf.set(key, [relationship]);
    } else {
      known.push(relationship);
    }
  }

  function showEntity(key) {
    const { type, label, team, properties } = entities.get(key);
    const findings = findingsOf.get(key) ?? [];
    panel.replaceChildren(
      element('h2', '', label),
      element(
        'p',
        'hint',
        team === '' ? type : `${type}, near the team ${team}`,
      ),
      ...findings.map((finding) =>
        paragraph(
          finding.isBad ? 'finding bad' : 'finding',
          link(titleOf(finding), () => onFinding(finding)),
        ),
      ),
      propertyList(properties),
      ...relationshipLists(key),
    );
    panel.scrollTop = 0;
  }

  function relationshipLists(key) {
    const groups = new Map();
    for (const one of relationshipsOf.get(key) ?? []) {
      const type = entities.get(one.other).type;
      const title = `${one.direction} ${one.verb} ${window.appearance.nameOf(type)}`;
      groups.set(title, [...(groups.get(title) ?? []), one]);
    }
    const lists = [...groups.keys()].sort().map((title) => {
      const ones = groups.get(title);
      return section(
        `${title} (${ones.length})`,
        ones
          .map(({ other, properties }) => ({
            label: entities.get(other).label,
            other,
            properties,
          }))
          .sort((a, b) => a.label.localeCompare(b.label))
          .map(({ label, other, properties }) =>
            item(
              link(label, () => onEntity(other)),
              inWords(properties),
            ),
          ),
      );
    });
    for (const {
      verb,
      isForward,
      targetType,
      target,
      properties,
    } of mappedOf.get(key) ?? []) {
      lists.push(
        section(
          `${isForward ? '→' : '←'} ${verb} ${targetType}, outside Heroku`,
          [item(inWords(target), inWords(properties))],
        ),
      );
    }
    return lists;
  }

  function showFinding({ title, name, remedy, isBad, hits }) {
    panel.replaceChildren(
      element('h2', '', title),
      ...(name === undefined ? [] : [element('p', '', name)]),
      element('p', isBad ? 'finding bad' : 'finding', `${hits.length} found`),
      element('p', 'remedy', `What to do: ${remedy}`),
      section(
        'Found',
        hits.map(({ text, keys }) =>
          item(
            ...keys.map((key) =>
              link(entities.get(key).label, () => onEntity(key)),
            ),
            beyondNames(text, keys),
          ),
        ),
      ),
    );
    panel.scrollTop = 0;
  }

  function showNothing() {
    panel.replaceChildren(
      element(
        'p',
        'hint',
        'Point at an entity to see its properties and relationships; click it to keep them. Choose a question to see what it finds.',
      ),
    );
  }

  function propertyList(properties) {
    const list = document.createElement('dl');
    for (const [name, value] of Object.entries(properties)) {
      list.append(
        element('dt', '', name),
        element('dd', '', readable(name, value)),
      );
    }
    return list;
  }

  /** What a hit says beside the names of its entities, which are links already. */
  function beyondNames(text, keys) {
    const names = new Set(keys.map((key) => entities.get(key).label));
    return text
      .split(', ')
      .filter((part) => !names.has(part))
      .join(', ');
  }

  return { showEntity, showFinding, showNothing };

  function titleOf({ title, name }) {
    return name === undefined ? title : `${title} ${name}`;
  }

  function inWords(properties) {
    return Object.entries(properties)
      .filter(([, value]) => value !== false)
      .map(([name, value]) =>
        value === true ? name : `${name} ${readable(name, value)}`,
      )
      .join(', ');
  }

  function readable(name, value) {
    if (name.endsWith('On') && typeof value === 'number') {
      return new Date(value).toISOString().replace('T', ' ').slice(0, 16);
    }
    return Array.isArray(value) ? value.join(', ') : String(value);
  }

  function section(title, items) {
    const list = document.createElement('ul');
    list.append(...items);
    const whole = element('section', '');
    whole.append(element('h3', '', title), list);
    return whole;
  }

  function item(...parts) {
    const whole = element('li', '');
    for (const part of parts) {
      if (part !== '') {
        whole.append(
          typeof part === 'string' ? element('span', 'hint', part) : part,
          ' ',
        );
      }
    }
    return whole;
  }

  function link(text, onClick) {
    const button = element('button', 'link', text);
    button.type = 'button';
    button.addEventListener('click', onClick);
    return button;
  }

  function paragraph(className, child) {
    const whole = element('p', className);
    whole.append(child);
    return whole;
  }

  function element(name, className, text) {
    const created = document.createElement(name);
    created.className = className;
    created.textContent = text ?? '';
    return created;
  }
};
