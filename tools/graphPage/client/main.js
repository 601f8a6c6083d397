'use strict';
/* global document, window */

/** Joins the panels and the drawing. */
(function () {
  const data = JSON.parse(document.getElementById('data').textContent);
  const { theme } = window;
  const graph = window.createGraph(data);
  const view = window.createView(data, graph, theme);
  const ground = window.createGround(view, theme);
  const overlay = window.createOverlay(graph, view, theme);
  const tooltip = window.createTooltip(graph, theme);
  const textOf = new Map(
    data.entities.map(({ key, type, label, properties }) => [
      key,
      [type, label, ...Object.values(properties)].join(' ').toLowerCase(),
    ]),
  );
  const toAct = unionOf(data.findings.filter(({ isBad }) => isBad));

  /** What the reader has chosen, and what follows from it for the drawing. */
  const state = {
    finding: undefined,
    chosen: undefined,
    pointed: undefined,
    /** The view of who may reach what, while it is on. */
    reach: undefined,
    matches: undefined,
    offenders: toAct,
    /** Whether those call for something to be done. */
    isBad: true,
  };
  let found = [];
  let visited = -1;
  let lit;

  const questions = window.createQuestions(data, (one) =>
    chooseFinding(one === state.finding ? undefined : one),
  );
  const legend = window.createLegend(data, update);
  const details = window.createDetails(
    graph,
    window.createOverview(data, chooseFinding),
    {
      entity(key) {
        choose(key);
        view.camera.goTo(key);
      },
      properties: (key) => choose(key, true),
      finding: chooseFinding,
      reach: showReach,
    },
  );
  const controls = window.createControls(data, theme, {
    search: soon(update),
    enter() {
      update();
      nextMatch();
    },
    escape: clear,
    team() {
      showReach(undefined);
      update();
      view.camera.fit();
    },
    fit: () => view.camera.fit(),
    home: () => showReach(undefined),
    closer: () => view.camera.zoomBy(1.4),
    farther: () => view.camera.zoomBy(1 / 1.4),
    pan: (x, y) => view.camera.panBy(x, y),
  });

  view.cy.on('render', draw);
  view.cy.on('mouseover', 'node', ({ target, renderedPosition }) => {
    point(target.id());
    tooltip.showEntity(target.id(), renderedPosition);
  });
  view.cy.on('mouseover', 'edge', ({ target, renderedPosition }) =>
    tooltip.showRelationship(view.relationshipOf(target), renderedPosition),
  );
  view.cy.on('mousemove', ({ renderedPosition }) =>
    tooltip.move(renderedPosition),
  );
  view.cy.on('mouseout', 'node, edge', () => {
    point(undefined);
    tooltip.hide();
  });
  document.getElementById('graph').addEventListener('mouseleave', () => {
    point(undefined);
    tooltip.hide();
  });
  view.cy.on('tap', ({ target }) =>
    choose(target === view.cy || target.isEdge() ? undefined : target.id()),
  );
  theme.onChange(draw);

  function draw() {
    ground.draw();
    lit = overlay.draw(state);
  }

  function point(key) {
    if (state.pointed !== key) {
      state.pointed = key;
      draw();
    }
  }

  function choose(key, isProperties = false) {
    if (key !== undefined && state.reach?.places.has(key) === false) {
      leaveReach();
    }
    state.chosen = key;
    if (key !== undefined && (key !== state.reach?.key || isProperties)) {
      details.showEntity(key);
    } else if (state.reach !== undefined) {
      state.chosen = state.reach.key;
      details.showReach(state.reach);
    } else if (state.finding !== undefined) {
      details.showFinding(state.finding);
    } else {
      details.showNothing();
    }
    draw();
  }

  function chooseFinding(one) {
    leaveReach();
    state.finding = one;
    questions.press(one);
    choose(undefined);
    update();
    if (one !== undefined && one.hits.length > 0) {
      view.camera.fit(graph.keysOf(one));
    }
  }

  /** Shows who may reach an entity and what it reaches; without one, the whole graph again. */
  function showReach(key) {
    if (key === undefined) {
      const before = state.reach?.key;
      if (before !== undefined) {
        leaveReach();
        choose(before);
        view.camera.fit();
      }
      return;
    }
    state.reach = window.reachLayout.arrangementOf(
      graph,
      window.reach.of(graph, key),
      { width: view.cy.width(), height: view.cy.height() },
    );
    view.arrange(state.reach);
    controls.showReach(graph.entity(key).label);
    choose(key);
    update();
    view.camera.fit();
  }

  function leaveReach() {
    if (state.reach !== undefined) {
      state.reach = undefined;
      view.arrange(undefined);
      controls.showReach(undefined);
      update();
    }
  }

  function clear() {
    const isElsewhere = state.reach !== undefined;
    chooseFinding(undefined);
    if (isElsewhere) {
      view.camera.fit();
    }
  }

  function nextMatch() {
    if (controls.words().length === 0 || found.length === 0) {
      return;
    }
    visited = (visited + 1) % found.length;
    choose(found[visited].key);
    view.camera.goTo(found[visited].key);
  }

  /** Works out what is shown and what is looked for. */
  function update() {
    const words = controls.words();
    const ofFinding =
      state.finding === undefined || state.finding.hits.length === 0
        ? undefined
        : graph.keysOf(state.finding);
    const isHidden = (key) => {
      const { type, team } = graph.entity(key);
      return (
        legend.isHidden(type) ||
        (controls.team() !== '' && controls.team() !== team)
      );
    };
    view.hide(isHidden);
    const shown = data.entities.filter(({ key }) => view.isVisible(key));
    const isNarrowed = words.length > 0 || ofFinding !== undefined;
    const before = found;
    found = isNarrowed
      ? shown.filter(
          ({ key }) =>
            words.every((word) => textOf.get(key).includes(word)) &&
            (ofFinding?.has(key) ?? true),
        )
      : [];
    found = bestFirst(found, words);
    if (
      found.length !== before.length ||
      found.some((one, index) => one !== before[index])
    ) {
      visited = -1;
    }
    state.matches = isNarrowed
      ? new Set(found.map(({ key }) => key))
      : undefined;
    state.offenders = ofFinding ?? toAct;
    state.isBad = ofFinding === undefined || state.finding.isBad;
    controls.say(
      isNarrowed ? `${found.length} of ${shown.length} match` : inWords(shown),
    );
    draw();
  }

  /** What is called just so comes first, then what begins so, then what has the words in its name. */
  function bestFirst(some, words) {
    const whole = words.join(' ');
    const rank = ({ label }) => {
      const name = label.toLowerCase();
      if (name === whole) {
        return 0;
      }
      if (name.startsWith(whole)) {
        return 1;
      }
      return words.every((word) => name.includes(word)) ? 2 : 3;
    };
    const ranks = new Map(some.map((one) => [one, rank(one)]));
    return [...some].sort((a, b) => ranks.get(a) - ranks.get(b));
  }

  function inWords(shown) {
    const outside = shown.filter(({ isOutside }) => isOutside).length;
    const own = window.dom.counted(
      shown.length - outside,
      'entity',
      'entities',
    );
    return outside === 0
      ? `${own} shown`
      : `${own} shown, and ${outside} outside Heroku`;
  }

  function unionOf(findings) {
    return new Set(findings.flatMap((one) => [...graph.keysOf(one)]));
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
  view.camera.fit();
  window.graphPage = {
    cy: view.cy,
    readyAfterMs: window.performance.now(),
    /** What the drawing shows now, by the keys of entities. */
    state: () => ({
      hidden: data.entities
        .map(({ key }) => key)
        .filter((key) => !view.isVisible(key)),
      lit: lit === undefined ? undefined : [...lit.keys],
      offenders: [...state.offenders].filter(view.isVisible),
      chosen: state.chosen,
      pointed: state.pointed,
      reach: state.reach?.key,
    }),
    texts: overlay.texts,
    keys: () => [...view.keys()].filter(view.isVisible),
    placeOf: view.onScreen,
  };
})();
