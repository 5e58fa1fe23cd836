import type { Knex } from 'knex';

import { IMPORTED_ENTRY, LEDGER_RECORD, RECORD_KEY } from '../../plugin-id';
import { typeOf, type WritePlan } from '../plan/write-plan';
import { articleRows, type ArticleRow } from '../write/article-rows';
import type { FieldChange } from '../write/update-articles';
import { forgetMentions, restoreMentions } from '../../mentions/undo-mentions';
import { forgetSignatures, restoreSignatures } from '../../variants/write-signatures';
import { deleteEntries } from './delete-entries';
import { importedBy, type ImportedRow } from './imported-rows';
import { restoreArticle } from './restore-article';
import { restoreMedia } from './restore-media';

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

/** The article of a ledger row as it stands, with its imports, oldest first. */
interface Undoing {
  readonly row: LedgerRow;
  readonly rows: readonly ArticleRow[];
  readonly history: readonly ImportedRow[];
}

/** Undoes ledger rows of different articles and returns the fate of each, in order. */
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
  const own = await createdBy(trx, plan, job, ledger);
  const removed: number[] = [];
  const forgotten: Forgotten = { articles: [], entries: [], keysOf: [] };
  const fates: Fate[] = [];

  for (const row of ledger) {
    const key = articleName(row);
    const one: Undoing = { row, rows: rows.get(key) ?? [], history: imported.get(key) ?? [] };
    const fate = row.outcome === 'created' ? fateOfCreated(job, one) : fateOfUpdated(job, one);
    if (fate === 'removed') removed.push(...one.rows.map(({ id }) => id));
    if (fate === 'removed' || fate === 'wasGone') forgotten.articles.push(row.target);
    if (fate === 'restored') {
      fates.push(await restoreArticle(trx, plan, type, one.rows, row.changes, one.history));
      forgotten.entries.push(...one.history.slice(-1).map(({ id }) => id));
      if (!own.has(key)) forgotten.keysOf.push(row.target);
    } else fates.push(fate);
    // Where the article stays as the import left it, so do its captions.
    if (fate === 'restored' || fate === 'removed' || fate === 'wasGone') {
      await restoreMedia(trx, plan, row.changes, one.history.at(-1)?.at ?? null);
    }
  }
  await deleteEntries(trx, type, removed);
  await undoTexts({ trx, plan, job, ledger, fates, imported });
  await forget(trx, plan, job, forgotten);
  return fates;
}

/** Names and signatures follow the texts that they were taken from. */
async function undoTexts({
  trx,
  plan,
  job,
  ledger,
  fates,
  imported,
}: {
  readonly trx: Knex.Transaction;
  readonly plan: WritePlan;
  readonly job: number;
  readonly ledger: readonly LedgerRow[];
  readonly fates: readonly Fate[];
  readonly imported: ReadonlyMap<string, readonly ImportedRow[]>;
}): Promise<void> {
  const versionsOf = (rows: readonly LedgerRow[]) =>
    rows.map(({ target, locale }) => ({ target, locale: locale ?? '' }));
  const gone = versionsOf(ledger.filter((_, index) => GONE.has(fates[index] ?? 'untouched')));
  await forgetMentions(trx, gone);
  await forgetSignatures(trx, gone);
  const back = versionsOf(
    ledger.filter(({ outcome }, index) => outcome !== 'created' && BACK.has(fates[index] ?? 'untouched')),
  );
  await restoreMentions(trx, job, back);
  const lastJobs = back.flatMap((version) => {
    const last = imported.get(articleName(version))?.at(-2);
    return last === undefined ? [] : [{ ...version, job: last.job }];
  });
  await restoreSignatures(trx, plan, lastJobs);
}

const GONE: ReadonlySet<Fate> = new Set(['removed', 'wasGone']);
const BACK: ReadonlySet<Fate> = new Set(['restored', 'untouched', 'staysEdited']);

function articleName({ target, locale }: Pick<LedgerRow, 'target' | 'locale'>): string {
  return `${target}/${locale ?? ''}`;
}

/** Of the articles of a batch, those that the job itself created: a later record of it only changed them. */
async function createdBy(
  trx: Knex.Transaction,
  plan: WritePlan,
  job: number,
  ledger: readonly LedgerRow[],
): Promise<Set<string>> {
  const updated = ledger.filter(({ outcome }) => outcome !== 'created').map(({ target }) => target);
  if (updated.length === 0) return new Set();
  const rows: { target: string; locale: string | null }[] = await trx(typeOf(plan, LEDGER_RECORD).table)
    .where({ job, outcome: 'created' })
    .whereIn('target', updated)
    .select('target', 'locale');
  return new Set(rows.map(articleName));
}

function fateOfCreated(job: number, { rows, history }: Undoing): Fate {
  if (rows.length === 0) return 'wasGone';
  const last = history.at(-1);
  if (!last || last.job !== job) return 'staysImportedAgain';
  const times = new Set(history.filter((entry) => entry.job === job).map(({ at }) => at.getTime()));
  return rows.length === last.rows && rows.every((row) => isUntouched(row, times))
    ? 'removed'
    : 'staysEdited';
}

function fateOfUpdated(job: number, { rows, history }: Undoing): Fate {
  if (rows.length === 0) return 'wasGone';
  return history.at(-1)?.job === job ? 'restored' : 'staysImportedAgain';
}

/** Every save of a person, and every import, sets the time of change; the imports noted those that they set. */
function isUntouched(row: ArticleRow, times: ReadonlySet<number>): boolean {
  return row.updatedAt !== null && times.has(row.updatedAt.getTime());
}

interface Forgotten {
  /** Articles of which the job's imports and keys are forgotten. */
  readonly articles: string[];
  /** Single imports. */
  readonly entries: number[];
  /** Articles of which the job's keys are forgotten. */
  readonly keysOf: string[];
}

/** Without the rows of this job, those of the imports before it count again. */
async function forget(
  trx: Knex.Transaction,
  plan: WritePlan,
  job: number,
  { articles, entries, keysOf }: Forgotten,
): Promise<void> {
  const imports = typeOf(plan, IMPORTED_ENTRY).table;
  await trx(imports).where({ job }).whereIn('target', articles).delete();
  await trx(imports).whereIn('id', entries).delete();
  await trx(typeOf(plan, RECORD_KEY).table)
    .where({ job })
    .whereIn('target', [...articles, ...keysOf])
    .delete();
}
