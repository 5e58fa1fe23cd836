import type { ColumnPlan } from '../plan/write-plan';
import { cellOf, type Cell, type Value } from './cell-of';

/**
 * Rows on their way into a table: all cells one after the other, row by row, in the order of the columns. An import
 * makes some forty rows of a record; as an object each, they would cost more than the database takes to store them.
 */
export interface TableRows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly cells: Cell[];
}

/** No rows yet. */
export function tableRows(table: string, columns: readonly string[]): TableRows {
  return { table, columns, cells: [] };
}

/** The columns of a type in one order for all its rows. */
export interface Layout {
  readonly names: readonly string[];
  readonly plans: readonly ColumnPlan[];
  readonly columns: readonly string[];
}

const layouts = new WeakMap<object, Layout>();

/** The layout of a type's columns; a plan does not change while it is used. */
export function layoutOf(columns: Readonly<Record<string, ColumnPlan>>): Layout {
  const known = layouts.get(columns);
  if (known) return known;
  const entries = Object.entries(columns);
  const layout = {
    names: entries.map(([name]) => name),
    plans: entries.map(([, plan]) => plan),
    columns: entries.map(([, plan]) => plan.column),
  };
  layouts.set(columns, layout);
  return layout;
}

/** Appends a row; `system` goes before `values`, and what neither has takes the column's default. */
export function pushRow(
  cells: Cell[],
  { names, plans }: Layout,
  values: Readonly<Record<string, Value>>,
  system: Readonly<Record<string, Value>>,
): void {
  for (let at = 0; at < names.length; at += 1) {
    const [name, plan] = [names[at], plans[at]];
    if (name === undefined || plan === undefined) continue;
    const own = system[name];
    const value = own === undefined ? values[name] : own;
    cells.push(value === undefined ? plan.fallback : cellOf(plan, value));
  }
}

/** Appends the last row once more, with other values in some of its columns. */
export function pushAgain(cells: Cell[], { names }: Layout, changes: ReadonlyMap<string, Cell>): void {
  const from = cells.length - names.length;
  for (let at = 0; at < names.length; at += 1) {
    const changed = changes.get(names[at] ?? '');
    cells.push(changed === undefined ? (cells[from + at] ?? null) : changed);
  }
}
