import type { Knex } from 'knex';

import { IMPORTED_ENTRY, RECORD_KEY } from '../../plugin-id';
import { typeOf, type WritePlan } from '../plan/write-plan';
import { articleRows, type ArticleRow } from '../write/article-rows';
import type { FieldChange } from '../write/update-articles';
import { deleteEntries } from './delete-entries';
import { importedBy, type ImportedRow } from './imported-rows';
import { restoreArticle } from './restore-article';

/** What became of a record's article when its job was rolled back. */
export const FATES = [
  'removed',
  'restored',
  'staysEdited',
  'staysImportedAgain',
  'wasGone',
  'untouched',
] as const;
export type Fate = (typeof FATES)[number] | 'recordRemoved' | 'recordStays';

/** As much of a ledger row as undoing needs. */
export interface LedgerRow {
  readonly id: number;
  readonly outcome: 'created' | 'updated' | 'kept';
  readonly target: string;
  readonly locale: string | null;
  readonly changes: readonly FieldChange[];
}

/** Undoes a batch of ledger rows, newest first, and returns the fate of each, in order. */
export async function undoBatch(
  trx: Knex.Transaction,
  plan: WritePlan,
  job: number,
  ledger: readonly LedgerRow[],
): Promise<Fate[]> {
  const type = typeOf(plan, plan.content.article?.uid ?? '');
  const targets = ledger.map(({ target, locale }) => ({ target, locale: locale ?? '' }));
  const imported = await importedBy(trx, plan, targets);
  const rows = await articleRows(trx, plan, type, targets);
  const removed: { target: string; locale: string; rows: readonly ArticleRow[] }[] = [];
  const forgotten: { target: string; locale: string }[] = [];
  const fates: Fate[] = [];

  for (const [index, row] of ledger.entries()) {
    const target = targets[index];
    if (!target) continue;
    const key = `${target.target}/${target.locale}`;
    const own = rows.get(key) ?? [];
    const history = imported.get(key) ?? [];
    const fate =
      row.outcome === 'created' ? fateOfCreated(job, own, history) : fateOfUpdated(job, own, history);
    if (fate === 'removed') removed.push({ ...target, rows: own });
    if (fate === 'restored')
      fates.push(await restoreArticle(trx, plan, type, own, row.changes, history, job));
    else fates.push(fate);
    if (fate !== 'staysImportedAgain' && fate !== 'staysEdited') forgotten.push(target);
  }
  await deleteEntries(
    trx,
    type,
    removed.flatMap((one) => one.rows.map((row) => row.id)),
  );
  await forget(trx, plan, job, forgotten);
  return fates;
}

function fateOfCreated(job: number, rows: readonly ArticleRow[], history: readonly ImportedRow[]): Fate {
  if (rows.length === 0) return 'wasGone';
  const last = history.at(-1);
  if (!last || last.job !== job) return 'staysImportedAgain';
  return rows.length === last.rows && rows.every((row) => isUntouched(row, last)) ? 'removed' : 'staysEdited';
}

function fateOfUpdated(job: number, rows: readonly ArticleRow[], history: readonly ImportedRow[]): Fate {
  if (rows.length === 0) return 'wasGone';
  return history.at(-1)?.job === job ? 'restored' : 'staysImportedAgain';
}

/** Every save of a person, and every import, sets the time of change; the import noted the one that it set. */
function isUntouched(row: ArticleRow, last: ImportedRow): boolean {
  return row.updatedAt !== null && row.updatedAt.getTime() === last.at.getTime();
}

/** Without the rows of this job, those of the imports before it count again. */
async function forget(
  trx: Knex.Transaction,
  plan: WritePlan,
  job: number,
  targets: readonly { target: string; locale: string }[],
): Promise<void> {
  const ids = targets.map((one) => one.target);
  for (const uid of [IMPORTED_ENTRY, RECORD_KEY]) {
    await trx(typeOf(plan, uid).table).where({ job }).whereIn('target', ids).delete();
  }
}
