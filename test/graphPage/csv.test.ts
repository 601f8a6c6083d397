import fc from 'fast-check';
import type { Cell, Table } from '../../tools/graphPage/answerTable';
import { runClient } from './client';

const { csv } = runClient<{
  csv: { text(table: Table): string; fileName(title: string): string };
}>('csv');

/** Reads comma-separated values as RFC 4180 has them. */
function read(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let index = 0; index < text.length; index++) {
    const letter = text.charAt(index);
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (text.charAt(index + 1) === '"') cell += text.charAt(index++);
      else isQuoted = false;
    } else if (letter === '"') {
      isQuoted = true;
    } else if (letter === ',') {
      row.push(cell);
      cell = '';
    } else if (letter === '\r' && text.charAt(index + 1) === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
      index++;
    } else {
      cell += letter;
    }
  }
  return rows;
}

function written(...rows: Cell[][]): string[][] {
  const text = csv.text({ columns: ['a', 'b'], rows });
  expect(text.startsWith('\uFEFF')).toBe(true);
  return read(text.slice(1));
}

test('columns come first, then the rows; what is unknown is empty', () => {
  expect(written(['x', 1], [true, null])).toEqual([
    ['a', 'b'],
    ['x', '1'],
    ['true', ''],
  ]);
});

test.each([
  ...['=1+1', '+1', '-1', '@SUM(A1)', '  =1', '\t=1', '\tx', '\rx', '\nx'],
  ...['＝1', '－1', '=HYPERLINK("https://example.com","x")'],
])('the text %j is no formula to a spreadsheet', (text) => {
  expect(written([text, 'x'])[1]).toEqual([`'${text}`, 'x']);
});

test('a number stays a number, below zero too', () => {
  expect(written([-5, 0])[1]).toEqual(['-5', '0']);
});

test('whatever a name holds comes back as it was', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string())),
      (rows) => {
        const [, ...back] = written(...rows);
        expect(
          back.map((row, index) =>
            row.map((cell, column) =>
              cell === `'${rows[index]?.[column] ?? ''}` ? cell.slice(1) : cell,
            ),
          ),
        ).toEqual(rows);
      },
    ),
  );
});

test.each([
  ['Which Heroku apps? Zoë/..\\', 'which-heroku-apps-zoe.csv'],
  ['測試', 'heroku.csv'],
  ['x'.repeat(300), `${'x'.repeat(80)}.csv`],
])('the file of %j has a name that every system takes', (title, name) => {
  expect(csv.fileName(title)).toBe(name);
});
