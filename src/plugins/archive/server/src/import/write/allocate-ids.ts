import type { Knex } from 'knex';

/**
 * Reserves `count` numeric IDs of a table inside the running transaction. PostgreSQL takes them from the
 * sequence; SQLite goes on from its AUTOINCREMENT counter, safe because the transaction holds the write lock.
 */
export async function allocateIds(trx: Knex.Transaction, table: string, count: number): Promise<number[]> {
  if (count === 0) return [];
  return isPostgres(trx) ? fromSequence(trx, table, count) : fromCounter(trx, table, count);
}

export function isPostgres(knex: Knex): boolean {
  return (knex.client as { dialect?: string }).dialect === 'postgresql';
}

async function fromSequence(trx: Knex.Transaction, table: string, count: number): Promise<number[]> {
  const sql = 'select nextval(pg_get_serial_sequence(?, ?)) as id from generate_series(1, ?)';
  const result: { rows: { id: string | number }[] } = await trx.raw(sql, [quoted(trx, table), 'id', count]);
  return result.rows.map((row) => Number(row.id));
}

/** `pg_get_serial_sequence` parses its argument as an identifier, so the schema and quotes must be given. */
function quoted(trx: Knex.Transaction, table: string): string {
  const settings = trx.client as { connectionSettings?: { schema?: string } };
  const schema = settings.connectionSettings?.schema;
  return schema ? `"${schema}"."${table}"` : `"${table}"`;
}

async function fromCounter(trx: Knex.Transaction, table: string, count: number): Promise<number[]> {
  const counter: { seq: number } | undefined = await trx('sqlite_sequence')
    .where({ name: table })
    .first('seq');
  const [used] = await trx<{ id: number }>(table).max({ id: 'id' });
  const first = Math.max(counter?.seq ?? 0, used?.id ?? 0) + 1;
  return Array.from({ length: count }, (_, offset) => first + offset);
}
