import { snapshotOf, type Snapshot } from './snapshot';
import type { TestDatabase } from './test-database';

/**
 * What every import writes, whatever it finds: job, files, ledger and log, and the databases' own counters. The search
 * index is proven by tests of its own: its parts depend on the order of writing. And the rights of roles: a site offers
 * the role of archivists when it first serves, which may be while a test looks.
 */
const BOOKKEEPING =
  /^(archive_import_jobs|archive_dump_files|archive_ledger|archive_events|articles_search_.*|admin_(?:roles|permissions).*|strapi_.*|sqlite_.*)$/;

/** All that a database holds, apart from the bookkeeping of imports: what must stay when nothing is new. */
export async function contentOf(database: TestDatabase): Promise<Snapshot> {
  const { columns, rows } = await snapshotOf(database);
  const kept = <Value>(tables: Record<string, Value>) =>
    Object.fromEntries(Object.entries(tables).filter(([table]) => !BOOKKEEPING.test(table)));
  return { columns: kept(columns), rows: kept(rows) };
}
