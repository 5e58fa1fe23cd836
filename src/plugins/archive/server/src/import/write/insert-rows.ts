import type { Knex } from 'knex';

export type Cell = string | number | boolean | Date | null;
export type Row = Readonly<Record<string, Cell>>;

/** Below SQLite's 32,766 and PostgreSQL's 65,535 bound values a statement. */
const MOST_VALUES = 30_000;

/**
 * Inserts rows with as few statements as the databases allow. All rows have the columns of the first.
 * Knex's own multi-row insert builds `union all` chains on SQLite, which end at 500 rows; `values` does not.
 */
export async function insertRows(trx: Knex.Transaction, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const rowsAStatement = Math.max(1, Math.floor(MOST_VALUES / columns.length));
  const tuple = `(${columns.map(() => '?').join(', ')})`;
  for (let from = 0; from < rows.length; from += rowsAStatement) {
    const part = rows.slice(from, from + rowsAStatement);
    const tuples = Array.from({ length: part.length }, () => tuple).join(', ');
    const values = part.flatMap((row) => columns.map((column) => row[column] ?? null));
    await trx.raw(`insert into ?? (${columns.map(() => '??').join(', ')}) values ${tuples}`, [
      table,
      ...columns,
      ...values,
    ]);
  }
}
