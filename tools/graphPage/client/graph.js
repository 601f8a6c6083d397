'use strict';
/* global window */

/** What is beside what, and what was found about it. */
window.createGraph = function (data) {
  const entities = new Map(data.entities.map((entity) => [entity.key, entity]));
  const relationshipsOf = new Map();
  for (const relationship of data.relationships) {
    add(relationshipsOf, relationship.from, relationship);
    if (relationship.to !== relationship.from) {
      add(relationshipsOf, relationship.to, relationship);
    }
  }
  const findingsOf = new Map();
  for (const finding of data.findings) {
    for (const key of keysOf(finding)) {
      add(findingsOf, key, finding);
    }
  }

  function add(map, key, value) {
    const known = map.get(key);
    if (known === undefined) {
      map.set(key, [value]);
    } else {
      known.push(value);
    }
  }

  /** The entities that a finding is about. */
  function keysOf({ hits }) {
    return new Set(
      hits.flatMap(({ keys }) => keys.filter((key) => entities.has(key))),
    );
  }

  return {
    entity: (key) => entities.get(key),
    markOf: (key) => data.types[entities.get(key).type],
    relationshipsOf: (key) => relationshipsOf.get(key) ?? [],
    otherEnd: ({ from, to }, key) => (from === key ? to : from),
    findingsOf: (key) => findingsOf.get(key) ?? [],
    keysOf,
  };
};
