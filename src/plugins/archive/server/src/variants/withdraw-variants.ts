import type { Knex } from 'knex';

import { issue } from '../../../core/issue';
import { IMPORTED_ENTRY, LEDGER_RECORD, RECORD_KEY } from '../plugin-id';
import { typeOf, type WritePlan } from '../import/plan/write-plan';
import { deleteEntries } from '../import/undo/delete-entries';
import { fromJson } from '../import/write/cell-of';
import { forgetMentions } from '../mentions/undo-mentions';
import type { Variant } from './find-variants';
import { forgetSignatures } from './write-signatures';

/** What becomes of near-duplicates instead of a link. */
export type Withdrawal = 'quarantine' | 'skip';

/**
 * Takes back articles that the job itself created and that turned out to be nearly the same as another one. Their
 * ledger rows say so: `quarantined` for a person, or `duplicate` of the other article. Articles that were there before
 * the job stay. Returns how many were taken back.
 */
export async function withdrawVariants(
  trx: Knex.Transaction,
  plan: WritePlan,
  job: number,
  variants: readonly Variant[],
  how: Withdrawal,
): Promise<number> {
  const type = typeOf(plan, plan.content.article?.uid ?? '');
  const ledger = typeOf(plan, LEDGER_RECORD).table;
  const keys = typeOf(plan, RECORD_KEY).table;
  let withdrawn = 0;
  for (const { article, original, shared } of variants) {
    const { target, locale } = article;
    const rows: { id: number; issues: unknown }[] = await trx(ledger)
      .where({ job, target, locale, outcome: 'created' })
      .select('id', 'issues');
    const [row] = rows;
    // One that a second record changed since, or that another variant stands on, is more than a copy.
    const others = await trx(ledger)
      .where({ job, target, locale })
      .whereNot({ outcome: 'created' })
      .first('id');
    if (row === undefined || others !== undefined || variants.some((one) => one.original.target === target))
      continue;
    const found = issue(
      'near-duplicate',
      { start: 0, end: 0 },
      `${original.target} (${Math.round(shared * 100)}%)`,
    );
    const outcome = how === 'skip' ? 'duplicate' : 'quarantined';
    await trx(ledger)
      .where({ id: row.id })
      .update({
        outcome,
        reason: 'near-duplicate',
        target: how === 'skip' ? original.target : null,
        issues: JSON.stringify([...((fromJson(row.issues) as unknown[] | null) ?? []), found]),
      });
    await deleteEntries(
      trx,
      type,
      [article.draft, article.published].filter((id) => id !== null),
    );
    await forgetMentions(trx, [article]);
    await forgetSignatures(trx, [article]);
    await trx(typeOf(plan, IMPORTED_ENTRY).table).where({ job, target }).delete();
    // A skipped record is known again as what it is; a quarantined one is looked at anew by a retry.
    if (how === 'skip')
      await trx(keys).where({ job, target }).update({ target: original.target, duplicate: true });
    else await trx(keys).where({ job, target }).delete();
    withdrawn += 1;
  }
  return withdrawn;
}
