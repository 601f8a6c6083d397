import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const FILE = path.resolve(__dirname, '../../docs/reliability.md');
/** Set, the file is written anew; else it must be as the results are. */
const REWRITE = 'REWRITE_RELIABILITY';

/**
 * Compares a section of the documentation with the results, or writes it anew.
 *
 * @param section between whose markers the results are
 * @param content Markdown, as prettier would format it
 */
export async function settleSection(
  section: string,
  content: string,
): Promise<void> {
  const text = await readFile(FILE, 'utf8');
  const [start, end] = ['start', 'end'].map(
    (edge) => `<!-- ${section}: ${edge} -->`,
  );
  const [before, rest] = text.split(`${start}\n`);
  const after = rest?.split(`${end}\n`)[1];
  if (before === undefined || after === undefined) {
    throw new Error(`${FILE} has no section ${section}`);
  }
  const settled = `${before}${start}\n\n${content}\n${end}\n${after}`;
  if (process.env[REWRITE]) {
    await writeFile(FILE, settled);
  } else {
    expect(text).toBe(settled);
  }
}

/** A table as prettier would format it. */
export function table(head: string[], rows: string[][]): string {
  const widths = head.map((_, column) =>
    Math.max(3, ...[head, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |\n`;
  return [head, widths.map((width) => '-'.repeat(width)), ...rows]
    .map(line)
    .join('');
}
