'use strict';
/* global document, window */

/** Writes names and verbs where there is room for them. */
window.createNames = function (graph, view, theme) {
  const { around, place } = window.labels;
  const SIZE = 12;
  const STYLES = {
    team: { weight: 600, size: 13, most: 34, colour: 'ink' },
    strong: { weight: 600, size: SIZE, most: 44, colour: 'ink' },
    plain: { weight: 400, size: SIZE, most: 26, colour: 'ink' },
    verb: { weight: 400, size: 10, most: 30, colour: 'muted' },
  };
  /** The least radius on the screen from which an entity is named unasked. */
  const LEGIBLE = 8;
  /** So many names stay readable at every distance. */
  const FEW = 60;
  /** From this distance between two rows on, each has room for a name. */
  const ROW_HEIGHT = 18;
  const LETTER_WIDTH = 6.5;
  /** A name that is cut shorter says nothing. */
  const LEAST_LETTERS = 6;
  const family = window.getComputedStyle(document.body).fontFamily;
  const widths = new Map();

  function draw(
    { context, width, height },
    state,
    lit,
    { lines, heads, rings },
  ) {
    const { marks, bright } = marksIn(lit, width, height);
    const candidates = [
      ...entityNames(context, state, lit, rings, width, height),
      ...lines.flatMap((line) => verbOf(context, line)),
    ];
    const placed = place(candidates, {
      marks: [...marks, ...heads],
      bright: [...bright, ...heads],
      reserved: reserved(),
      width,
      height,
    });
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    for (const { text, style, box, isDim } of placed) {
      context.font = fontOf(style);
      context.globalAlpha = isDim ? 0.45 : 1;
      context.lineWidth = 3.5;
      context.strokeStyle = theme.colour('ground');
      context.fillStyle = theme.colour(style.colour);
      const y = box.y + box.height / 2;
      context.strokeText(text, box.x, y);
      context.fillText(text, box.x, y);
    }
    context.globalAlpha = 1;
    return placed.map(({ text, key, box }) => ({ text, key, ...box }));
  }

  /** The names of entities and teams, the most wanted first. */
  function entityNames(context, state, lit, rings, width, height) {
    const wanted = [[], [], []];
    for (const key of view.keys()) {
      if (!view.isVisible(key) || lit?.keys.has(key) === false) {
        continue;
      }
      const spot = view.onScreen(key);
      const how = isIn(spot, width, height)
        ? wantOf(key, spot, state, lit)
        : undefined;
      if (how !== undefined) {
        const { label } = graph.entity(key);
        const text = window.words.short(label, how.letters ?? how.style.most);
        const ring = rings.has(key) ? 1 + 1.5 * rings.get(key).width : 0;
        const boxes = around(
          spot,
          spot.radius + ring,
          sizeOf(context, text, how.style),
          state.reach !== undefined,
        );
        wanted[how.rank].push({
          ...{ key, text },
          ...how,
          boxes: how.isInColumn ? boxes.slice(0, 1) : boxes,
        });
      }
    }
    return state.reach === undefined
      ? [
          ...wanted[0],
          ...teamNames(context, lit !== undefined, width, height),
          ...wanted[1],
          ...wanted[2],
        ]
      : [...columnNames(context, state.reach), ...wanted[0], ...wanted[1]];
  }

  /** How much an entity's name is wanted, and how it is written; undefined where it is not. */
  function wantOf(key, spot, { chosen, pointed, matches, reach }, lit) {
    const isFew = (some) => some !== undefined && some.size <= FEW;
    if (key === chosen || key === pointed) {
      return { rank: 0, style: STYLES.strong, isFirm: true };
    }
    if (reach !== undefined) {
      return wantInColumn(reach.cell);
    }
    if (graph.entity(key).type === 'heroku_account') {
      return { rank: 1, style: STYLES.team, isFirm: true };
    }
    if (lit !== undefined && (isFew(lit.keys) || isFew(matches))) {
      return { rank: 1, style: STYLES.plain, isFirm: true };
    }
    if (spot.radius < LEGIBLE) {
      return undefined;
    }
    const isSmall = spot.radius < 1.2 * LEGIBLE;
    return { rank: isSmall ? 2 : 1, style: STYLES.plain, isFirm: false };
  }

  /** In a column a name ends before the next one begins. */
  function wantInColumn(cell) {
    const zoom = view.cy.zoom();
    const letters = Math.floor((cell.width * zoom - 30) / LETTER_WIDTH);
    return letters < LEAST_LETTERS
      ? undefined
      : {
          rank: 1,
          style: STYLES.plain,
          letters,
          isInColumn: true,
          isFirm: cell.height * zoom >= ROW_HEIGHT,
        };
  }

  /** A team's name is the title of its disc. */
  function teamNames(context, isDim, width, height) {
    const zoom = view.cy.zoom();
    const pan = view.cy.pan();
    return view.discs().flatMap(({ x, y, radius, label }) => {
      const top = { x: x * zoom + pan.x, y: (y - radius) * zoom + pan.y };
      if (!isIn(top, width, height)) {
        return [];
      }
      const text = window.words.short(label, STYLES.team.most);
      const size = sizeOf(context, text, STYLES.team);
      const [, above] = around(top, 0, size);
      const below = { ...above, y: top.y + 2 * radius * zoom + 4 };
      return [
        {
          text,
          style: STYLES.team,
          isFirm: true,
          isDim,
          boxes: [above, below],
        },
      ];
    });
  }

  function columnNames(context, { columns }) {
    const zoom = view.cy.zoom();
    const pan = view.cy.pan();
    return columns.map(({ title, x, y }) => {
      const size = sizeOf(context, title, STYLES.team);
      return {
        text: title,
        style: STYLES.team,
        isFirm: true,
        boxes: [
          {
            x: x * zoom + pan.x - 12,
            y: y * zoom + pan.y - 42,
            ...size,
          },
        ],
      };
    });
  }

  /** A verb at its line, where it fits between the two ends. */
  function verbOf(context, { a, b, text }) {
    const start = view.onScreen(a);
    const end = view.onScreen(b);
    const size = sizeOf(context, text, STYLES.verb);
    const length = Math.hypot(end.x - start.x, end.y - start.y);
    if (length - start.radius - end.radius < size.width + 14) {
      return [];
    }
    return {
      text,
      style: STYLES.verb,
      isFirm: false,
      boxes: [0.5, 0.4, 0.6, 0.3].map((share) => ({
        x: start.x + (end.x - start.x) * share - size.width / 2,
        y: start.y + (end.y - start.y) * share - size.height / 2,
        ...size,
      })),
    };
  }

  /** The boxes of all entities in the window, and of those that stand out. */
  function marksIn(lit, width, height) {
    const marks = [];
    const bright = [];
    for (const key of view.keys()) {
      if (view.isVisible(key)) {
        const spot = view.onScreen(key);
        if (isIn(spot, width, height)) {
          const half = 0.8 * spot.radius;
          const box = {
            x: spot.x - half,
            y: spot.y - half,
            width: 2 * half,
            height: 2 * half,
          };
          marks.push(box);
          if (lit?.keys.has(key) ?? true) {
            bright.push(box);
          }
        }
      }
    }
    return { marks, bright };
  }

  /** What floats above the drawing. */
  function reserved() {
    return [...document.querySelectorAll('#canvas > .floating')]
      .filter((one) => one.offsetParent !== null)
      .map((one) => ({
        x: one.offsetLeft,
        y: one.offsetTop,
        width: one.offsetWidth,
        height: one.offsetHeight,
      }));
  }

  function isIn({ x, y }, width, height) {
    return x >= 0 && y >= 0 && x <= width && y <= height;
  }

  function fontOf({ weight, size }) {
    return `${weight} ${size}px ${family}`;
  }

  function sizeOf(context, text, style) {
    const font = fontOf(style);
    const id = `${font} ${text}`;
    let width = widths.get(id);
    if (width === undefined) {
      context.font = font;
      ({ width } = context.measureText(text));
      widths.set(id, width);
    }
    return { width, height: style.size + 3 };
  }

  return { draw };
};
