import type { Knex } from 'knex';

import { IMPORTED_ENTRY } from '../../plugin-id';
import { typeOf, type WritePlan } from '../plan/write-plan';
import { timeOf } from '../write/cell-of';

/** One import of an article. */
export interface ImportedRow {
  readonly id: number;
  readonly job: number;
  /** The time of change that the import gave the rows it wrote. */
  readonly at: Date;
  readonly contentHash: string | null;
  /** How many rows (draft, published) the article had after it. */
  readonly rows: number;
}

/** The imports of each article, oldest first, by `target/locale`. */
export async function importedBy(
  trx: Knex.Transaction,
  plan: WritePlan,
  targets: readonly { target: string; locale: string }[],
): Promise<Map<string, ImportedRow[]>> {
  const rows: Record<string, unknown>[] = await trx(typeOf(plan, IMPORTED_ENTRY).table)
    .whereIn('target', [...new Set(targets.map((one) => one.target))])
    .orderBy('id')
    .select('id', 'target', 'locale', 'job')
    .select({ at: 'created_at', contentHash: 'content_hash', count: 'row_count' });
  const history = new Map<string, ImportedRow[]>();
  for (const row of rows) {
    const locale = typeof row['locale'] === 'string' ? row['locale'] : '';
    const key = `${String(row['target'])}/${locale}`;
    const entry = {
      id: Number(row['id']),
      job: Number(row['job']),
      at: timeOf(row['at']) ?? new Date(0),
      contentHash: typeof row['contentHash'] === 'string' ? row['contentHash'] : null,
      rows: Number(row['count'] ?? 0),
    };
    history.set(key, [...(history.get(key) ?? []), entry]);
  }
  return history;
}
