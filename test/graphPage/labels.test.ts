import fc from 'fast-check';
import { runClient } from './client';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Candidate {
  text: string;
  isFirm: boolean;
  boxes: Box[];
}

interface Labels {
  around(
    place: { x: number; y: number },
    radius: number,
    size: { width: number; height: number },
    isBeside?: boolean,
  ): Box[];
  place(
    candidates: Candidate[],
    obstacles: {
      marks: Box[];
      bright: Box[];
      reserved: Box[];
      width: number;
      height: number;
    },
  ): (Candidate & { box: Box })[];
}

const { labels } = runClient<{ labels: Labels }>('labels');
const WINDOW = { width: 400, height: 300 };
const NONE: Box[] = [];
const FREE = { marks: NONE, bright: NONE, reserved: NONE, ...WINDOW };

function overlap(a: Box, b: Box): boolean {
  return (
    a.x < b.x + b.width &&
    b.x < a.x + a.width &&
    a.y < b.y + b.height &&
    b.y < a.y + a.height
  );
}

const box = (x: number, y: number): Box => ({ x, y, width: 60, height: 14 });
const name = (text: string, isFirm: boolean, ...boxes: Box[]) => ({
  ...{ text, isFirm, boxes },
});
const placed = (
  candidates: Candidate[],
  obstacles: Partial<typeof FREE> = {},
) =>
  labels
    .place(candidates, { ...FREE, ...obstacles })
    .map(({ text, box: { x, y } }) => [text, x, y]);

const anyCandidates = fc.array(
  fc.record({
    x: fc.integer({ min: 0, max: WINDOW.width }),
    y: fc.integer({ min: 0, max: WINDOW.height }),
    radius: fc.integer({ min: 1, max: 30 }),
    width: fc.integer({ min: 5, max: 150 }),
    isFirm: fc.boolean(),
  }),
  { maxLength: 60 },
);

test('no name lies on another, or on what is reserved, and each is in the window', () => {
  fc.assert(
    fc.property(anyCandidates, (all) => {
      const reserved = [{ x: 0, y: 270, width: 120, height: 30 }];
      const results = labels.place(
        all.map(({ x, y, radius, width, isFirm }, index) => ({
          text: String(index),
          isFirm,
          boxes: labels.around({ x, y }, radius, { width, height: 14 }),
        })),
        { ...FREE, reserved },
      );
      const boxes = [...reserved, ...results.map((one) => one.box)];
      boxes.forEach((one, index) => {
        expect(one.x).toBeGreaterThanOrEqual(0);
        expect(one.y).toBeGreaterThanOrEqual(0);
        expect(one.x + one.width).toBeLessThanOrEqual(WINDOW.width);
        expect(one.y + one.height).toBeLessThanOrEqual(WINDOW.height);
        for (const other of boxes.slice(index + 1)) {
          expect(overlap(one, other)).toBe(false);
        }
      });
    }),
  );
});

test('no place beside a mark touches the mark', () => {
  const mark = { x: 90, y: 90, width: 20, height: 20 };
  for (const isBeside of [false, true]) {
    const places = labels.around({ x: 100, y: 100 }, 10, box(0, 0), isBeside);
    expect(places.length).toBeGreaterThanOrEqual(4);
    expect(places.filter((place) => overlap(place, mark))).toEqual([]);
  }
});

test('a name stands below its mark or, where names are read beside each other, to the right', () => {
  const at = { x: 100, y: 100 };
  expect(labels.around(at, 10, box(0, 0))[0]).toEqual(box(70, 114));
  expect(labels.around(at, 10, box(0, 0), true)[0]).toEqual(box(114, 93));
});

test('the first name gets the place, the next one its second choice, and a third none', () => {
  expect(
    placed([
      name('a', true, box(100, 100)),
      name('b', true, box(100, 100), box(200, 100)),
      name('c', true, box(110, 100), box(200, 105)),
    ]),
  ).toEqual([
    ['a', 100, 100],
    ['b', 200, 100],
  ]);
});

test('a name gives way to marks; a firm one only where it has another place', () => {
  const marks = [{ x: 100, y: 100, width: 10, height: 10 }];
  expect(placed([name('soft', false, box(90, 100))], { marks })).toEqual([]);
  expect(placed([name('firm', true, box(90, 100))], { marks })).toEqual([
    ['firm', 90, 100],
  ]);
  expect(
    placed([name('firm', true, box(90, 100), box(200, 100))], { marks }),
  ).toEqual([['firm', 200, 100]]);
});

test('a firm name rather lies on a dimmed mark than on a bright one', () => {
  const bright = { x: 100, y: 100, width: 10, height: 10 };
  const dimmed = { x: 200, y: 100, width: 10, height: 10 };
  expect(
    placed([name('firm', true, box(90, 100), box(190, 100))], {
      marks: [bright, dimmed],
      bright: [bright],
    }),
  ).toEqual([['firm', 190, 100]]);
});

test('a firm name at the edge moves into the window, any other is left out', () => {
  expect(placed([name('firm', true, box(380, 100))])).toEqual([
    ['firm', 336, 100],
  ]);
  expect(placed([name('soft', false, box(380, 100))])).toEqual([]);
});
