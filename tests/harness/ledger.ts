import type { TestDatabase } from './test-database';

export interface LedgerRow {
  readonly dumpPath: string;
  readonly outcome: string;
  readonly reason: string | null;
  readonly target: string | null;
  readonly locale: string | null;
  readonly issues: readonly { code: string; found: string }[];
  readonly changes: readonly {
    row: string;
    field: string;
    kept: boolean;
    before: unknown;
    after: unknown;
  }[];
}

/** The ledger of one import, in the order in which its records were written. */
export async function ledgerOf(database: TestDatabase, job: number): Promise<LedgerRow[]> {
  const rows = await database.rows(
    `SELECT dump_path, outcome, reason, target, locale, issues, changes
     FROM archive_ledger WHERE job = ${String(job)} ORDER BY id`,
  );
  return rows.map((row) => ({
    dumpPath: String(row['dump_path']),
    outcome: String(row['outcome']),
    reason: row['reason'] as string | null,
    target: row['target'] as string | null,
    locale: row['locale'] as string | null,
    issues: (parsed(row['issues']) ?? []) as LedgerRow['issues'],
    changes: (parsed(row['changes']) ?? []) as LedgerRow['changes'],
  }));
}

/** SQLite gives JSON columns as text, PostgreSQL as values. */
function parsed(cell: unknown): unknown {
  return typeof cell === 'string' ? (JSON.parse(cell) as unknown) : cell;
}
