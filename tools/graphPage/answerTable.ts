import type { Row } from '../../test/questions/j1ql';
import { START_COLUMN } from '../../test/questions/j1ql';

export type Cell = string | number | boolean | null;

/** An answer as a table of plain values. */
export interface Table {
  columns: string[];
  rows: Cell[][];
}

/** What stands for an entity where a query returns it whole. */
const ENTITY_COLUMNS = ['displayName', '_type', 'webLink', '_key'] as const;

/** The rows of an answer as a table. Dates are in ISO 8601, lists are separated by semicolons. */
export function tableOf(rows: readonly Row[]): Table {
  const flat = rows.map((row) =>
    Object.entries(row).flatMap(([column, value]) => cellsOf(column, value)),
  );
  const columns = [
    ...new Set(flat.flatMap((row) => row.map(([name]) => name))),
  ];
  return {
    columns,
    rows: flat.map((row) => {
      const values = new Map(row);
      return columns.map((column) => values.get(column) ?? null);
    }),
  };
}

function cellsOf(column: string, value: unknown): [string, Cell][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [[column, plain(column, value)]];
  }
  const entity = value as Record<string, unknown>;
  return ENTITY_COLUMNS.map((name) => [
    column === START_COLUMN ? name : `${column}.${name}`,
    plain(name, entity[name]),
  ]);
}

function plain(name: string, value: unknown): Cell {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return value.map(String).join('; ');
  if (typeof value === 'number' && name.endsWith('On')) {
    return new Date(value).toISOString();
  }
  return typeof value === 'number' ||
    typeof value === 'boolean' ||
    typeof value === 'string'
    ? value
    : JSON.stringify(value);
}
