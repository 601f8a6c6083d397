'use strict';
/* global document, window */

/** Joins the panels and the drawing. */
(function () {
  const data = JSON.parse(document.getElementById('data').textContent);
  const textOf = new Map(
    data.entities.map(({ key, type, label, properties }) => [
      key,
      [type, label, ...Object.values(properties)].join(' ').toLowerCase(),
    ]),
  );
  const isRinged = keysOf(data.findings.filter(({ isBad }) => isBad));
  const view = window.createView(data);
  const details = window.createDetails(data, {
    onEntity(key) {
      choose(key);
      view.goTo(key);
    },
    onFinding: chooseFinding,
  });
  const controls = window.createControls(data, {
    types: view.types,
    colours: view.colours,
    on: {
      search: soon(update),
      enter() {
        update();
        nextMatch();
      },
      escape: clear,
      team() {
        update();
        view.fit();
      },
      types: update,
      finding: (one) => chooseFinding(one === finding ? undefined : one),
      fit: () => view.fit(),
      closer: () => view.zoomBy(1.4),
      farther: () => view.zoomBy(1 / 1.4),
    },
  });
  let finding;
  let chosen;
  let matches = [];
  let visited = -1;

  view.cy.on('mouseover', 'node', ({ target }) => {
    if (chosen === undefined) {
      view.markNear(target.id());
      if (finding === undefined) {
        details.showEntity(target.id());
      }
    }
  });
  view.cy.on('mouseout', 'node', () => {
    if (chosen === undefined) {
      view.markNear(undefined);
    }
  });
  view.cy.on('tap', ({ target }) => {
    choose(target === view.cy || target.isEdge() ? undefined : target.id());
  });

  function choose(key) {
    chosen = key;
    view.markChosen(key);
    if (key !== undefined) {
      details.showEntity(key);
    } else if (finding !== undefined) {
      details.showFinding(finding);
    } else {
      details.showNothing();
    }
  }

  function chooseFinding(one) {
    finding = one;
    controls.press(one);
    choose(undefined);
    update();
    if (one !== undefined) {
      view.fit(keysOf([one]));
    }
  }

  function clear() {
    chooseFinding(undefined);
  }

  function nextMatch() {
    if (controls.words().length === 0 || matches.length === 0) {
      return;
    }
    visited = (visited + 1) % matches.length;
    choose(matches[visited].key);
    view.goTo(matches[visited].key);
  }

  function update() {
    const words = controls.words();
    const found = finding === undefined ? undefined : keysOf([finding]);
    const offenders = found ?? isRinged;
    // Few enough to write the name of each at every distance.
    const isNamed = found !== undefined && found.size <= 60;
    const states = new Map();
    const before = matches;
    let shown = 0;
    matches = [];
    for (const entity of data.entities) {
      const { key, type, team } = entity;
      const isShown =
        !controls.isHidden(type) &&
        (controls.team() === '' || controls.team() === team);
      const isMatch =
        words.every((word) => textOf.get(key).includes(word)) &&
        (found === undefined || found.has(key));
      shown += isShown ? 1 : 0;
      if (isShown && isMatch) {
        matches.push(entity);
      }
      states.set(
        key,
        [
          isShown ? '' : 'hidden',
          isShown && !isMatch ? 'faded' : '',
          offenders.has(key) ? 'offender' : '',
          isNamed && found.has(key) ? 'found' : '',
        ].join(' '),
      );
    }
    // What has the words in its name comes first.
    const inName = ({ label }) =>
      words.every((word) => label.toLowerCase().includes(word));
    matches = [
      ...matches.filter(inName),
      ...matches.filter((one) => !inName(one)),
    ];
    if (
      matches.map(({ key }) => key).join() !==
      before.map(({ key }) => key).join()
    ) {
      visited = -1;
    }
    const isNarrowed = words.length > 0 || finding !== undefined;
    view.show((key) => states.get(key), isNarrowed);
    controls.say(
      isNarrowed
        ? `${matches.length} of ${shown} entities match`
        : `${shown} entities shown`,
    );
  }

  function keysOf(findings) {
    return new Set(
      findings.flatMap(({ hits }) => hits.flatMap(({ keys }) => keys)),
    );
  }

  /** Waits for the end of fast typing where drawing takes a while. */
  function soon(work) {
    let timer;
    return () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(work, view.isLarge ? 120 : 0);
    };
  }

  details.showNothing();
  update();
  view.fit();
  window.graphPage = { cy: view.cy, readyAfterMs: window.performance.now() };
})();
