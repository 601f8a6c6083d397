import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Extent } from './faultKinds';
import type { Cell } from './matrix';

const FILE = path.resolve(__dirname, '../../docs/reliability.md');
/** Set, the file is written anew; else it must be as the results are. */
const REWRITE = 'REWRITE_RELIABILITY';

const SHORT: Record<Cell['outcome'], string> = {
  'same graph': 'same',
  'without the list': 'empty',
  'less known': 'less',
  partial: 'partial',
  'partial from there on': 'rest',
  'run ended': 'ended',
  'cannot happen': '–',
};

/** The results of a matrix, for the section of the documentation that shows them. */
export class Report {
  private readonly cells = new Map<string, Cell>();

  /** @param section between whose markers the tables are */
  constructor(
    private readonly section: string,
    private readonly kinds: readonly string[],
    private readonly routes: readonly string[],
  ) {}

  add(kind: string, route: string, extent: Extent, cell: Cell): void {
    this.cells.set(`${kind} ${route} ${extent}`, cell);
  }

  /** Compares the documentation with the results, or writes it anew. Every cell must have a result. */
  async settle(): Promise<void> {
    const text = await readFile(FILE, 'utf8');
    const [start, end] = ['start', 'end'].map(
      (edge) => `<!-- ${this.section}: ${edge} -->`,
    );
    const [before, rest] = text.split(`${start}\n`);
    const after = rest?.split(`${end}\n`)[1];
    if (before === undefined || after === undefined) {
      throw new Error(`${FILE} has no section ${this.section}`);
    }
    const settled = `${before}${start}\n\n${this.render()}\n${end}\n${after}`;
    if (process.env[REWRITE]) {
      await writeFile(FILE, settled);
    } else {
      expect(text).toBe(settled);
    }
  }

  private render(): string {
    const names = this.routes.map((_, index) => `R${index + 1}`);
    return [
      table(
        ['', 'route'],
        this.routes.map((route, index) => [
          `R${index + 1}`,
          `\`GET ${route}\``,
        ]),
      ),
      table(
        ['fault', ...names],
        this.kinds.map((kind) => [
          kind,
          ...this.routes.map((route) => this.outcomes(kind, route)),
        ]),
      ),
    ].join('\n');
  }

  /** `same, partial`: once, and for good; one word where it is the same. */
  private outcomes(kind: string, route: string): string {
    const [once, forGood] = (['once', 'for good'] as const).map((extent) => {
      const cell = this.cells.get(`${kind} ${route} ${extent}`);
      if (cell === undefined) {
        throw new Error(`No result for ${kind} on ${route}, ${extent}`);
      }
      return SHORT[cell.outcome];
    });
    return once === forGood ? `${once}` : `${once}, ${forGood}`;
  }
}

/** A table as prettier would format it. */
function table(head: string[], rows: string[][]): string {
  const widths = head.map((_, column) =>
    Math.max(3, ...[head, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |\n`;
  return [head, widths.map((width) => '-'.repeat(width)), ...rows]
    .map(line)
    .join('');
}
